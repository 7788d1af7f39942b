// See CReadline.h. The loop is readline's callback interface over poll(2), so that signals are handled here and never
// jump over Swift frames.

#define _GNU_SOURCE
#include "CReadline.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <readline/history.h>
#include <readline/readline.h>

static volatile sig_atomic_t interrupted = 0;
static td_completer completer = NULL;
static char *received = NULL;
static int finished = 0;
static int ended = 0;

/// Only letters are taken from the environment: numbers must keep their point, whoever links us.
static void force_utf8(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return;
  setlocale(LC_CTYPE, "C.UTF-8");
  // Readline asks the environment again by itself.
  setenv("LC_ALL", "C.UTF-8", 1);
}

// MARK: Completion

/// The word to complete is the whole line.
static char *no_word_breaks(void) { return (char *)""; }

static char **complete(const char *text, int start, int end) {
  (void)text;
  (void)start;
  rl_attempted_completion_over = 1;
  rl_completion_suppress_append = 1;
  rl_sort_completion_matches = 0;
  char *answer = completer ? completer(rl_line_buffer, end) : NULL;
  if (!answer) return NULL;
  size_t count = 0;
  for (char *at = answer; *at; at += strlen(at) + 1) count++;
  char **matches = calloc(count + 2, sizeof(char *));
  size_t index = 0;
  if (matches) {
    for (char *at = answer; *at; at += strlen(at) + 1) matches[index++] = strdup(at);
  }
  free(answer);
  // One candidate is inserted and not listed.
  if (matches && count == 2) {
    free(matches[1]);
    matches[1] = NULL;
  }
  return matches;
}

// MARK: Lines

static void line_came(char *line) {
  finished = 1;
  received = line;
  ended = line == NULL;
  rl_callback_handler_remove();
}

void td_readline_prepare(td_completer asked) {
  force_utf8();
  completer = asked;
  rl_readline_name = "thidua";
  rl_catch_signals = 1;
  rl_persistent_signal_handlers = 1;
  rl_attempted_completion_function = complete;
  rl_completion_word_break_hook = no_word_breaks;
  rl_completer_quote_characters = "";
  rl_basic_quote_characters = "";
  rl_initialize();
  // The second TAB would only show what the first could.
  rl_variable_bind("show-all-if-ambiguous", "on");
  // Readline's pager speaks English.
  rl_variable_bind("completion-query-items", "0");
  rl_variable_bind("page-completions", "off");
  rl_variable_bind("enable-bracketed-paste", "on");
  rl_variable_bind("blink-matching-paren", "off");
  // What Vietnamese input methods send to take a letter back.
  rl_bind_key('\b', rl_rubout);
  rl_bind_key(0x7f, rl_rubout);
  history_write_timestamps = 1;
  history_comment_char = '#';
  history_multiline_entries = 1;
  using_history();
}

int td_readline(const char *prompt, char **line) {
  *line = NULL;
  received = NULL;
  finished = 0;
  ended = 0;
  interrupted = 0;
  rl_callback_handler_install(prompt, line_came);
  while (!finished) {
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    int ready = poll(&input, 1, -1);
    if (ready < 0 && errno != EINTR) {
      rl_callback_handler_remove();
      return TD_END;
    }
    if (ready < 0) rl_check_signals();
    if (interrupted) {
      interrupted = 0;
      rl_free_line_state();
      rl_callback_sigcleanup();
      rl_cleanup_after_signal();
      rl_callback_handler_remove();
      rl_crlf();
      fflush(rl_outstream ? rl_outstream : stdout);
      return TD_INTERRUPTED;
    }
    if (ready > 0) rl_callback_read_char();
  }
  if (ended) return TD_END;
  *line = received;
  return TD_LINE;
}

// MARK: History

int td_history_load(const char *path) {
  int error = read_history(path);
  using_history();
  return error;
}

int td_history_add(const char *entry, const char *path) {
  if (!*entry) return 0;
  HIST_ENTRY *last = history_length > 0 ? history_get(history_base + history_length - 1) : NULL;
  if (last && strcmp(last->line, entry) == 0) return 0;
  add_history(entry);
  if (!path) return 0;
  int error = append_history(1, path);
  // The file appears with the first entry.
  if (error == ENOENT) error = write_history(path);
  return error;
}

// MARK: Interrupts

static void on_interrupt(int signal) {
  (void)signal;
  interrupted = 1;
}

void td_watch_interrupts(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_interrupt;
  sigemptyset(&action.sa_mask);
  // No SA_RESTART: poll must come back.
  sigaction(SIGINT, &action, NULL);
}

int td_was_interrupted(void) { return interrupted; }

int td_terminal_width(void) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}
