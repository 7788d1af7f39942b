// See CXlsxWriter.h. A workbook is written by one thread; several may be written at the same time.

#define _GNU_SOURCE

#include "CXlsxWriter.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static td_xlsx_library library;
static int is_loaded = 0;

static void load(void) {
  void *handle = dlopen("libxlsxwriter.so.4", RTLD_LAZY | RTLD_LOCAL);
  if (!handle) return;
#define TD_XLSX_FIND(name) \
  library.name = (__typeof__(library.name))dlsym(handle, #name); \
  if (!library.name) return;
  TD_XLSX_FUNCTIONS(TD_XLSX_FIND)
#undef TD_XLSX_FIND
  is_loaded = 1;
}

const td_xlsx_library *td_xlsx_load(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_loaded ? &library : NULL;
}

lxw_format *td_xlsx_default_format(lxw_workbook *workbook) {
  return STAILQ_FIRST(workbook->formats);
}

/// Bytes the library is about to write into temporary files at one time: the largest sheet, the texts that
/// sheets share. Rows that have gone to a file already are counted there; -1: some of them did not fit.
static long long needed(lxw_workbook *workbook) {
  enum { common = 1 << 20, perCell = 48, perMark = 2048 };
  long long largest = 0, shared = 0;
  lxw_worksheet *sheet;
  STAILQ_FOREACH(sheet, workbook->worksheets, list_pointers) {
    long long size = 0;
    FILE *rows = sheet->optimize_tmpfile;
    if (rows) {
      struct stat status;
      if (fflush(rows) != 0 || ferror(rows) || fstat(fileno(rows), &status) != 0) return -1;
      size = status.st_size;
    } else {
      size = (sheet->dim_rowmax + 1LL) * (sheet->dim_colmax + 1LL) * perCell;
    }
    lxw_data_val_obj *rule;
    STAILQ_FOREACH(rule, sheet->data_validations, list_pointers) size += perMark;
    if (size > largest) largest = size;
  }
  struct sst_element *text;
  STAILQ_FOREACH(text, workbook->sst->order_list, sst_order_pointers)
    shared += (long long)strlen(text->string) + perCell;
  return largest + shared + common;
}

/// Room for so many bytes in the folder, tried before the library would find it missing: it goes on with
/// what fitted, or writes a line of its own to the terminal. 0, or the system's error number.
static int reserve(const char *folder, long long bytes) {
  char path[4096];
  int length = snprintf(path, sizeof path, "%s/r", folder);
  if (length < 0 || (size_t)length >= sizeof path) return ENAMETOOLONG;
  int file = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) return errno;
  unlink(path);
  int error = posix_fallocate(file, 0, bytes);
  close(file);
  return error;
}

int td_xlsx_room(const char *folder, long long bytes) { return reserve(folder, bytes); }

void td_xlsx_forget(lxw_workbook *workbook) {
  lxw_worksheet *sheet;
  STAILQ_FOREACH(sheet, workbook->worksheets, list_pointers) {
    if (sheet->optimize_tmpfile) fclose(sheet->optimize_tmpfile);
    sheet->optimize_tmpfile = NULL;
  }
  library.lxw_workbook_free(workbook);
}

int td_xlsx_close(lxw_workbook *workbook, const char *folder) {
  long long bytes = needed(workbook);
  int error = bytes < 0 ? ENOSPC : reserve(folder, bytes);
  if (error != 0) {
    td_xlsx_forget(workbook);
    return error;
  }
  errno = 0;
  if (library.workbook_close(workbook) == LXW_NO_ERROR) return 0;
  return errno != 0 ? errno : EIO;
}

int td_xlsx_memory(void) {
  int file = memfd_create("thidua", MFD_CLOEXEC);
  if (file < 0) return -1;
  char path[64];
  snprintf(path, sizeof path, "/proc/self/fd/%d", file);
  if (access(path, W_OK) == 0) return file;
  close(file);
  return -1;
}

void td_xlsx_begin_plain(td_xlsx_locale *kept) {
  // The plain locale is made once and for all by the system.
  locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
  kept->locale = plain ? uselocale(plain) : (locale_t)0;
}

void td_xlsx_end_plain(const td_xlsx_locale *kept) {
  if (kept->locale) uselocale((locale_t)kept->locale);
}
