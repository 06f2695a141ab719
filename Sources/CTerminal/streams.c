#include "terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

void terminal_open_missing_streams(void) {
    int descriptor;
    /* Always the lowest free number. */
    do descriptor = open("/dev/null", O_RDWR);
    while (descriptor >= 0 && descriptor <= STDERR_FILENO);
    if (descriptor >= 0) close(descriptor);
}

terminal_wait_result terminal_wait(int milliseconds) {
    struct pollfd descriptors[2] = {
        {.fd = terminal_signal_descriptor(), .events = POLLIN},
        {.fd = STDIN_FILENO, .events = POLLIN},
    };
    int ready;
    do ready = poll(descriptors, 2, milliseconds);
    while (ready < 0 && errno == EINTR);
    if (ready < 0) return TERMINAL_FAILED;
    if (ready == 0) return TERMINAL_TIMEOUT;
    if (descriptors[0].revents & POLLIN) return TERMINAL_SIGNAL;
    if (descriptors[1].revents & POLLNVAL) return TERMINAL_FAILED;
    /* A hang-up counts as input: reading tells the end. */
    return TERMINAL_INPUT;
}

terminal_read_result terminal_read_byte(uint8_t *byte) {
    ssize_t count = read(STDIN_FILENO, byte, 1);
    if (count == 1) return TERMINAL_BYTE;
    if (count < 0) return errno == EINTR || errno == EAGAIN ? TERMINAL_NOTHING : TERMINAL_END;
    return terminal_is_hung_up() ? TERMINAL_END : TERMINAL_NOTHING;
}

int terminal_write(int descriptor, const void *bytes, size_t count) {
    if (descriptor == STDOUT_FILENO) fflush(stdout);
    const char *rest = bytes;
    while (count > 0) {
        ssize_t written = write(descriptor, rest, count);
        if (written >= 0) {
            rest += written;
            count -= (size_t)written;
            continue;
        }
        if (errno == EAGAIN || errno == EWOULDBLOCK) {
            struct pollfd full = {.fd = descriptor, .events = POLLOUT};
            if (poll(&full, 1, -1) > 0) continue;
        }
        if (errno != EINTR) return errno;
        /* The terminal may be held with Ctrl-S for ever. */
        if (terminal_signal_is_pending(SIGTERM) || terminal_signal_is_pending(SIGHUP)) return EINTR;
    }
    return 0;
}

bool terminal_size(int *columns, int *rows) {
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return false;
    *columns = size.ws_col;
    *rows = size.ws_row;
    return true;
}

bool terminal_ensure_utf8(void) {
    if (setlocale(LC_ALL, "") != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
    /* Readline asks the environment, not the locale that is set, so the environment is what changes. */
    static const char *const candidates[] = {"C.UTF-8", "en_US.UTF-8"};
    for (size_t index = 0; index < sizeof candidates / sizeof *candidates; index++) {
        setenv("LC_ALL", candidates[index], 1);
        if (setlocale(LC_ALL, "") != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
    }
    return false;
}

bool terminal_is_hung_up(void) {
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    return poll(&input, 1, 0) == 1 && (input.revents & POLLHUP) != 0;
}
