#!/bin/bash
# Workbooks of openpyxl and LibreOffice, read by this program and by openpyxl, on the release program (or
# the one given).
set -u
cd "$(dirname "$0")/.." || exit 1
if ! /usr/bin/python3 -c 'import openpyxl' 2>/dev/null; then
  echo "chưa có python3-openpyxl nên không đối chiếu được cách đọc Excel"
  exit 77
fi
exec /usr/bin/python3 Tests/excel-vao.py "${1:-.build/release/thidua}"
