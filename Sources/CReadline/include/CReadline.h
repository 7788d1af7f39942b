// GNU readline behind five functions: Swift 6 cannot touch readline's globals, and Ctrl-C and the locale
// need C anyway. One editor a process, used from one thread.

#ifndef TD_READLINE_H
#define TD_READLINE_H

#include <stddef.h>

enum {
  TD_LINE = 0,        // a line was read
  TD_END = 1,         // Ctrl-D on an empty line, or the input is over
  TD_INTERRUPTED = 2  // Ctrl-C while editing; what was typed is dropped
};

/// Asked at TAB with the whole line and the cursor's byte offset. Answers a malloc'd block of
/// NUL-terminated texts ended by an empty one, or NULL for nothing: first what the line up to the cursor becomes,
/// then the candidates to list.
typedef char *(*td_completer)(const char *line, int cursor);

/// Prepares the editor: UTF-8 whatever the environment says, Vietnamese completion, history.
void td_readline_prepare(td_completer completer);

/// Edits one line; on TD_LINE `*line` is malloc'd text without the last newline (a paste may hold
/// newlines inside).
int td_readline(const char *prompt, char **line);

/// Reads the history file; entries may have several lines. Returns 0 or an errno.
int td_history_load(const char *path);

/// Adds an entry unless it is empty or the same as the last, and appends it to `path` when that is not NULL.
int td_history_add(const char *entry, const char *path);

/// From now on Ctrl-C sets a flag instead of ending the process.
void td_watch_interrupts(void);

/// Whether Ctrl-C came since the last line was asked for.
int td_was_interrupted(void);

/// Columns of the terminal; 80 when there is none.
int td_terminal_width(void);

#endif
