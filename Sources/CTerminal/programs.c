#include "terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* The environment with one entry more, to be freed; NULL when there is no memory. */
static char **environment_with(const char *extra) {
    size_t count = 0;
    while (environ[count] != NULL) count++;
    char **copy = malloc((count + 2) * sizeof *copy);
    if (copy == NULL) return NULL;
    for (size_t index = 0; index < count; index++) copy[index] = environ[index];
    copy[count] = (char *)extra;
    copy[count + 1] = NULL;
    return copy;
}

static int spawn(char *const arguments[], const char *extra, const int feed[2], pid_t *child) {
    char **environment = environment_with(extra);
    if (environment == NULL) return ENOMEM;
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t mask, defaults;
    sigemptyset(&mask);
    sigemptyset(&defaults);
    sigaddset(&defaults, SIGINT);
    sigaddset(&defaults, SIGQUIT);
    sigaddset(&defaults, SIGPIPE);
    posix_spawnattr_setsigmask(&attributes, &mask);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    if (feed[0] >= 0) posix_spawn_file_actions_adddup2(&actions, feed[0], STDIN_FILENO);
    int failure = posix_spawnp(child, arguments[0], &actions, &attributes, arguments, environment);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    free(environment);
    return failure;
}

int terminal_run(char *const arguments[], const char *extra, const void *input, size_t count, int *status) {
    int feed[2] = {-1, -1};
    if (input != NULL) {
        if (pipe(feed) != 0) return errno;
        fcntl(feed[0], F_SETFD, FD_CLOEXEC);
        fcntl(feed[1], F_SETFD, FD_CLOEXEC);
    }
    struct sigaction ignore = {.sa_handler = SIG_IGN}, interrupt, quit, broken_pipe;
    sigemptyset(&ignore.sa_mask);
    sigaction(SIGINT, &ignore, &interrupt);
    sigaction(SIGQUIT, &ignore, &quit);
    sigaction(SIGPIPE, &ignore, &broken_pipe);

    pid_t child = -1;
    int failure = spawn(arguments, extra, feed, &child);
    if (feed[0] >= 0) close(feed[0]);
    if (failure == 0 && input != NULL) (void)terminal_write(feed[1], input, count);
    if (feed[1] >= 0) close(feed[1]);
    if (failure == 0)
        while (waitpid(child, status, 0) < 0)
            if (errno != EINTR) {
                failure = errno;
                break;
            }

    sigaction(SIGINT, &interrupt, NULL);
    sigaction(SIGQUIT, &quit, NULL);
    sigaction(SIGPIPE, &broken_pipe, NULL);
    return failure;
}
