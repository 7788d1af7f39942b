// See CXlsxWriter.h. A workbook is written by one thread; several may be written at the same time.

#include "CXlsxWriter.h"

#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>

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

/// Rows that wait in a file of the system's folder for such and did not fit there: the library
/// would leave them out without a word.
static int lost_rows(lxw_workbook *workbook) {
  lxw_worksheet *sheet;
  STAILQ_FOREACH(sheet, workbook->worksheets, list_pointers) {
    FILE *rows = sheet->optimize_tmpfile;
    if (rows && (fflush(rows) != 0 || ferror(rows))) return 1;
  }
  return 0;
}

int td_xlsx_close(lxw_workbook *workbook) {
  int lost = lost_rows(workbook);
  errno = 0;
  lxw_error error = library.workbook_close(workbook);
  if (lost) return ENOSPC;
  if (error == LXW_NO_ERROR) return 0;
  return errno != 0 ? errno : EIO;
}
