#ifndef STUDYLINE_CMINIZIP_SHIM_H
#define STUDYLINE_CMINIZIP_SHIM_H

#include <zlib.h>
#if __has_include(<minizip/unzip.h>)
#include <minizip/unzip.h>
#include <minizip/zip.h>
#else
#include <unzip.h>
#include <zip.h>
#endif

#endif
