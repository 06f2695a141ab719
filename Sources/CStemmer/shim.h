#ifndef STUDYLINE_CSTEMMER_SHIM_H
#define STUDYLINE_CSTEMMER_SHIM_H

#include <libstemmer.h>

#endif
