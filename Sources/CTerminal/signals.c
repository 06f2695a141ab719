#include "terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

static atomic_uint pending;
static int wake_pipe[2] = {-1, -1};

/* Signal numbers below 32 are a bit each; those caught here all are. */
static unsigned bit(int signal) { return 1u << (unsigned)signal; }

static void note(int signal) {
    int saved = errno;
    atomic_fetch_or(&pending, bit(signal));
    /* A full pipe is fine: the reader has been woken. */
    (void)!write(wake_pipe[1], "", 1);
    errno = saved;
}

static void open_wake_pipe(void) {
    if (wake_pipe[0] >= 0 || pipe(wake_pipe) != 0) return;
    for (int end = 0; end < 2; end++) {
        fcntl(wake_pipe[end], F_SETFD, FD_CLOEXEC);
        fcntl(wake_pipe[end], F_SETFL, O_NONBLOCK);
    }
}

/* No SA_RESTART: whoever waits in a system call shall notice. */
static void catch_signal(int signal) {
    struct sigaction before;
    if (sigaction(signal, NULL, &before) == 0 && before.sa_handler == SIG_IGN) return;
    struct sigaction action = {.sa_handler = note};
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, NULL);
}

static void restore_default(int signal) {
    struct sigaction before;
    if (sigaction(signal, NULL, &before) == 0 && before.sa_handler != note) return;
    struct sigaction action = {.sa_handler = SIG_DFL};
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, NULL);
}

void terminal_catch_signals(void) {
    open_wake_pipe();
    catch_signal(SIGINT);
    catch_signal(SIGTERM);
    catch_signal(SIGHUP);
}

void terminal_catch_job_control(bool on) {
    open_wake_pipe();
    void (*change)(int) = on ? catch_signal : restore_default;
    change(SIGTSTP);
    change(SIGCONT);
    change(SIGWINCH);
    if (!on) atomic_fetch_and(&pending, ~(bit(SIGTSTP) | bit(SIGCONT) | bit(SIGWINCH)));
}

int terminal_signal_descriptor(void) { return wake_pipe[0]; }

bool terminal_signal_is_pending(int signal) { return (atomic_load(&pending) & bit(signal)) != 0; }

bool terminal_take_signal(int signal) {
    return (atomic_fetch_and(&pending, ~bit(signal)) & bit(signal)) != 0;
}

void terminal_drain_signals(void) {
    char bytes[64];
    while (wake_pipe[0] >= 0 && read(wake_pipe[0], bytes, sizeof bytes) > 0) {
    }
}

void terminal_stop(void) {
    restore_default(SIGTSTP);
    kill(getpid(), SIGTSTP);
    /* Stopped here. Continued, or in an orphaned process group, where the kernel does not stop us. */
    catch_signal(SIGTSTP);
    terminal_take_signal(SIGCONT);
}

_Noreturn void terminal_die_by(int signal) {
    struct sigaction action = {.sa_handler = SIG_DFL};
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, NULL);
    sigset_t only;
    sigemptyset(&only);
    sigaddset(&only, signal);
    sigprocmask(SIG_UNBLOCK, &only, NULL);
    raise(signal);
    _exit(128 + signal);
}
