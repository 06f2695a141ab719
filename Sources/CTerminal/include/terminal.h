#ifndef STUDYLINE_TERMINAL_H
#define STUDYLINE_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * What Swift should not do itself: structures with padding (termios, sigaction) that must not live in
 * Swift globals, and code that runs inside signal handlers.
 */

/* Signals (signals.c). A caught signal sets a bit and wakes whoever polls the descriptor. */

/* Catches SIGINT, SIGTERM and SIGHUP from now on, except those the parent told us to ignore. */
void terminal_catch_signals(void);
/* Catches SIGTSTP, SIGCONT and SIGWINCH too, or gives them back their former actions. */
void terminal_catch_job_control(bool on);
/* A descriptor that becomes readable when a caught signal is pending, or -1. */
int terminal_signal_descriptor(void);
/* True while the signal was caught and not yet taken. */
bool terminal_signal_is_pending(int signal);
/* The same, and forgets it. */
bool terminal_take_signal(int signal);
/* Empties the descriptor. Call before taking signals. */
void terminal_drain_signals(void);
/* Stops the process as if SIGTSTP had not been caught; returns when it is continued. */
void terminal_stop(void);
/* Ends the process by this signal, so that the parent sees the true reason. */
_Noreturn void terminal_die_by(int signal);

/* Modes (modes.c). */

/* Remembers how the terminal is now, for terminal_give_back. */
void terminal_remember(void);
/* Gives the terminal back as it was remembered. Safe inside signal handlers. */
void terminal_give_back(void);
/* Keys arrive one by one, unechoed, without waiting; Ctrl-C and Ctrl-Z still make signals. False: not a terminal. */
bool terminal_begin_keys(void);
/*
 * Makes reading from a terminal in raw mode return at once when there is nothing. Else this happens: a key
 * arrives, poll sees it, Ctrl-C arrives and makes the kernel forget the key, and the read waits for ever.
 */
void terminal_read_without_waiting(void);
/* Back to the modes before terminal_begin_keys. */
void terminal_end_keys(void);
/* Gives the terminal back before the process dies of a fault. */
void terminal_catch_faults(void);

/* Input and output (streams.c). */

typedef enum { TERMINAL_INPUT, TERMINAL_SIGNAL, TERMINAL_TIMEOUT, TERMINAL_FAILED } terminal_wait_result;
/* Opens the null device for each of the descriptors 0 to 2 that is closed. */
void terminal_open_missing_streams(void);
/* Waits for standard input or a caught signal, signals first. Negative milliseconds: for ever. */
terminal_wait_result terminal_wait(int milliseconds);
typedef enum { TERMINAL_BYTE, TERMINAL_NOTHING, TERMINAL_END } terminal_read_result;
/* One byte from a terminal that reads without waiting. */
terminal_read_result terminal_read_byte(uint8_t *byte);
/* Whether the terminal standard input came from is gone. */
bool terminal_is_hung_up(void);
/*
 * Writes all bytes to the descriptor, after what stdio still holds. 0, or an errno: EINTR when the program
 * is asked to end while nobody takes the bytes.
 */
int terminal_write(int descriptor, const void *bytes, size_t count);
/* Columns and rows of the window standard output is shown in; false when there is none. */
bool terminal_size(int *columns, int *rows);
/* Whether the locale of the environment writes UTF-8; if not, sets LC_ALL to one that does. */
bool terminal_ensure_utf8(void);

/* Other programs (programs.c). */

/*
 * Runs a program in the foreground and waits for it, with SIGINT and SIGQUIT left to it.
 * `input`, when not NULL, is its standard input; a program that stops reading is no error.
 * `extra`, when not NULL, is a NAME=value for its environment.
 * Returns 0 and the wait status, or an errno when it could not be started.
 */
int terminal_run(char *const arguments[], const char *extra, const void *input, size_t count, int *status);

/* Time (local_time.c). */

/* Seconds east of UTC at a moment, by the rules of the TZ of the environment. */
long terminal_utc_offset(int64_t seconds_since_1970);
/* Seconds of a clock that is never set, from an arbitrary start. */
double terminal_monotonic_seconds(void);

/* Memory (memory.c). */

/* Gives the system back what was freed and is kept for later. */
void terminal_return_memory(void);

#endif
