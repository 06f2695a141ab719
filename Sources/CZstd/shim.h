#ifndef STUDYLINE_CZSTD_SHIM_H
#define STUDYLINE_CZSTD_SHIM_H

#include <zstd.h>

#endif
