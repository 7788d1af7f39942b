// libxlsxwriter, loaded when the first workbook is written: a program linked to it would pay for it, and for
// what it links to in turn, at every start. The table holds the functions in use under their own names;
// calling the declarations of <xlsxwriter.h> themselves does not link.

#ifndef TD_XLSX_WRITER_H
#define TD_XLSX_WRITER_H

#include <xlsxwriter.h>

#define TD_XLSX_FUNCTIONS(USE) \
  USE(workbook_new_opt) \
  USE(workbook_close) \
  USE(lxw_workbook_free) \
  USE(workbook_set_properties) \
  USE(workbook_add_worksheet) \
  USE(workbook_add_format) \
  USE(workbook_add_chart) \
  USE(workbook_define_name) \
  USE(worksheet_write_number) \
  USE(worksheet_write_string) \
  USE(worksheet_write_blank) \
  USE(worksheet_write_comment_opt) \
  USE(worksheet_merge_range) \
  USE(worksheet_set_row_opt) \
  USE(worksheet_set_column_opt) \
  USE(worksheet_freeze_panes) \
  USE(worksheet_autofilter) \
  USE(worksheet_set_landscape) \
  USE(worksheet_set_paper) \
  USE(worksheet_set_margins) \
  USE(worksheet_fit_to_pages) \
  USE(worksheet_center_horizontally) \
  USE(worksheet_repeat_rows) \
  USE(worksheet_repeat_columns) \
  USE(worksheet_set_footer) \
  USE(worksheet_gridlines) \
  USE(worksheet_outline_settings) \
  USE(worksheet_conditional_format_range) \
  USE(worksheet_data_validation_range) \
  USE(worksheet_protect) \
  USE(worksheet_hide) \
  USE(worksheet_insert_chart_opt) \
  USE(worksheet_ignore_errors) \
  USE(format_set_font_name) \
  USE(format_set_font_size) \
  USE(format_set_font_color) \
  USE(format_set_bold) \
  USE(format_set_italic) \
  USE(format_set_num_format) \
  USE(format_set_align) \
  USE(format_set_indent) \
  USE(format_set_text_wrap) \
  USE(format_set_bg_color) \
  USE(format_set_border) \
  USE(format_set_border_color) \
  USE(format_set_unlocked) \
  USE(chart_add_series) \
  USE(chart_series_set_categories) \
  USE(chart_series_set_values) \
  USE(chart_series_set_name) \
  USE(chart_series_set_fill) \
  USE(chart_series_set_labels) \
  USE(chart_series_set_labels_num_format) \
  USE(chart_series_set_labels_font) \
  USE(chart_title_set_name) \
  USE(chart_title_set_name_font) \
  USE(chart_title_off) \
  USE(chart_legend_set_position) \
  USE(chart_legend_set_font) \
  USE(chart_axis_get) \
  USE(chart_axis_set_name) \
  USE(chart_axis_set_name_font) \
  USE(chart_axis_set_num_font) \
  USE(chart_axis_set_num_format) \
  USE(chart_axis_set_min)

typedef struct {
#define TD_XLSX_MEMBER(name) __typeof__(name) *_Nonnull name;
  TD_XLSX_FUNCTIONS(TD_XLSX_MEMBER)
#undef TD_XLSX_MEMBER
} td_xlsx_library;

/// The library's functions; NULL when it is not on the machine or lacks one of them.
const td_xlsx_library *_Nullable td_xlsx_load(void);

/// The format of cells that have none, and of the measure of widths.
lxw_format *_Nullable td_xlsx_default_format(lxw_workbook *_Nonnull workbook);

/// Writes the workbook to its file and forgets it; 0, or the system's error number. `folder` is where the
/// library keeps its temporary files.
int td_xlsx_close(lxw_workbook *_Nonnull workbook, const char *_Nonnull folder);

/// Forgets a workbook that is not written.
void td_xlsx_forget(lxw_workbook *_Nonnull workbook);

/// 0 when so many bytes fit into the folder, or the system's error number.
int td_xlsx_room(const char *_Nonnull folder, long long bytes);

/// A file in memory that the library can open as `/proc/self/fd/N`; -1: the system has none.
int td_xlsx_memory(void);

/// The locale that the calling thread had.
typedef struct {
  void *_Nullable locale;
} td_xlsx_locale;

/// Numbers are written with a point until the end, whatever locale the program around has chosen; begin and
/// end on one thread.
void td_xlsx_begin_plain(td_xlsx_locale *_Nonnull kept);
void td_xlsx_end_plain(const td_xlsx_locale *_Nonnull kept);

#endif
