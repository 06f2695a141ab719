#ifndef PSEUDO_TERMINAL_H
#define PSEUDO_TERMINAL_H

#include <stdbool.h>
#include <sys/types.h>

/*
 * Starts a program as the leader of a session of its own on a new pseudo-terminal, with every signal at its
 * default and unblocked. The terminal's other side comes back non-blocking. Returns 0 or an errno.
 */
int pseudo_terminal_start(const char *path, char *const arguments[], char *const environment[],
                          int columns, int rows, int *other_side, pid_t *process);
/* Gives the terminal another size, which sends SIGWINCH to its foreground programs. */
int pseudo_terminal_resize(int other_side, int columns, int rows);
/* Whether lines are edited and echoed by the kernel, as a shell leaves a terminal to its programs. */
bool pseudo_terminal_is_cooked(int other_side);
/* The process group in the foreground, or -1. */
pid_t pseudo_terminal_foreground(int other_side);

#endif
