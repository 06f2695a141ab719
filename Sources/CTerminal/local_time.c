#include "terminal.h"

#include <time.h>

long terminal_utc_offset(int64_t seconds_since_1970) {
    time_t moment = (time_t)seconds_since_1970;
    struct tm local;
    if (localtime_r(&moment, &local) == NULL) return 0;
    return local.tm_gmtoff;
}

double terminal_monotonic_seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}
