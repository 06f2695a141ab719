#include "terminal.h"

#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static struct termios remembered;
static volatile sig_atomic_t is_remembered;
static struct termios before_keys;
static bool keys_are_on;

void terminal_remember(void) {
    if (tcgetattr(STDIN_FILENO, &remembered) == 0) is_remembered = 1;
}

void terminal_give_back(void) {
    if (is_remembered) tcsetattr(STDIN_FILENO, TCSADRAIN, &remembered);
}

bool terminal_begin_keys(void) {
    struct termios mode;
    if (keys_are_on || tcgetattr(STDIN_FILENO, &mode) != 0) return false;
    before_keys = mode;
    mode.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    mode.c_cc[VMIN] = 0;
    mode.c_cc[VTIME] = 0;
    /* Not TCSAFLUSH: what was typed ahead stays. */
    keys_are_on = tcsetattr(STDIN_FILENO, TCSADRAIN, &mode) == 0;
    return keys_are_on;
}

void terminal_read_without_waiting(void) {
    struct termios mode;
    if (tcgetattr(STDIN_FILENO, &mode) != 0) return;
    mode.c_cc[VMIN] = 0;
    mode.c_cc[VTIME] = 0;
    tcsetattr(STDIN_FILENO, TCSADRAIN, &mode);
}

void terminal_end_keys(void) {
    if (!keys_are_on) return;
    tcsetattr(STDIN_FILENO, TCSADRAIN, &before_keys);
    keys_are_on = false;
}

/*
 * A fault leaves by the default action, never by an older handler: Swift's own backtracer would ask a
 * question on a terminal that is still raw.
 */
static void give_back_and_die(int signal, siginfo_t *information, void *context) {
    (void)context;
    static const char end_of_bracketed_paste[] = "\033[?2004l";
    if (is_remembered) {
        if (isatty(STDOUT_FILENO))
            (void)!write(STDOUT_FILENO, end_of_bracketed_paste, sizeof end_of_bracketed_paste - 1);
        tcsetattr(STDIN_FILENO, TCSANOW, &remembered);
    }
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = SIG_DFL;
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, NULL);
    /* A real fault happens again on return; one that was sent must be sent again. */
    if (information == NULL || information->si_code <= 0) raise(signal);
}

void terminal_catch_faults(void) {
    static char stack[64 * 1024];
    stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&alternate, NULL);
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = give_back_and_die;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    static const int faults[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT};
    for (size_t index = 0; index < sizeof faults / sizeof *faults; index++)
        sigaction(faults[index], &action, NULL);
}
