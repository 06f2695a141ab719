#ifndef STUDYLINE_CREADLINE_SHIM_H
#define STUDYLINE_CREADLINE_SHIM_H

#include <stdio.h>
/* Without these, readline.h declares rl_message() without a prototype, and calling it is garbage. */
#define USE_VARARGS
#define PREFER_STDARG
/* Readline's settings are global variables; one thread of ours touches them. */
#pragma clang attribute push(__attribute__((swift_attr("nonisolated(unsafe)"))), apply_to = variable(is_global))
#include <readline/readline.h>
#include <readline/history.h>
#pragma clang attribute pop

#if !defined(RL_READLINE_VERSION) || RL_READLINE_VERSION < 0x0800
#error "GNU readline 8.0 or newer is needed (macOS' own is libedit: brew install readline)"
#endif

#endif
