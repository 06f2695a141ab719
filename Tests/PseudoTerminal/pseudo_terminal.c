#define _GNU_SOURCE
#include "pseudo_terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static int open_pair(int columns, int rows, int *other_side, int *terminal) {
#if defined(__linux__)
    /* At once, for another thread may be starting a program. */
    int side = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
#else
    int side = posix_openpt(O_RDWR | O_NOCTTY);
#endif
    if (side < 0) return errno;
    fcntl(side, F_SETFD, FD_CLOEXEC);
    fcntl(side, F_SETFL, O_NONBLOCK);
    char name[128];
    if (grantpt(side) != 0 || unlockpt(side) != 0 || ptsname_r(side, name, sizeof name) != 0) {
        int failure = errno;
        close(side);
        return failure;
    }
    *terminal = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (*terminal < 0) {
        int failure = errno;
        close(side);
        return failure;
    }
    *other_side = side;
    return pseudo_terminal_resize(*terminal, columns, rows);
}

/* Between fork and exec: only async-signal-safe calls. */
static _Noreturn void become(const char *path, char *const arguments[], char *const environment[],
                             int terminal) {
    struct sigaction action = {.sa_handler = SIG_DFL};
    sigemptyset(&action.sa_mask);
    for (int signal = 1; signal < NSIG; signal++) sigaction(signal, &action, NULL);
    /* The threads of a test runner block nearly everything, and a child inherits that. */
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    setsid();
    ioctl(terminal, TIOCSCTTY, 0);
    dup2(terminal, STDIN_FILENO);
    dup2(terminal, STDOUT_FILENO);
    dup2(terminal, STDERR_FILENO);
    execve(path, arguments, environment);
    _exit(127);
}

int pseudo_terminal_start(const char *path, char *const arguments[], char *const environment[],
                          int columns, int rows, int *other_side, pid_t *process) {
    int terminal;
    int failure = open_pair(columns, rows, other_side, &terminal);
    if (failure != 0) return failure;
    *process = fork();
    if (*process == 0) become(path, arguments, environment, terminal);
    failure = *process < 0 ? errno : 0;
    close(terminal);
    if (failure != 0) close(*other_side);
    return failure;
}

int pseudo_terminal_resize(int other_side, int columns, int rows) {
    struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
    return ioctl(other_side, TIOCSWINSZ, &size) == 0 ? 0 : errno;
}

bool pseudo_terminal_is_cooked(int other_side) {
    struct termios mode;
    tcflag_t wanted = ICANON | ECHO | ISIG;
    return tcgetattr(other_side, &mode) == 0 && (mode.c_lflag & wanted) == wanted;
}

pid_t pseudo_terminal_foreground(int other_side) { return tcgetpgrp(other_side); }
