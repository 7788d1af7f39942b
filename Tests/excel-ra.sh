#!/bin/bash
# Workbooks the program writes, as openpyxl and LibreOffice see them: excel-ra.sh [PROGRAM]
set -u
cd "$(dirname "$0")/.." || exit 1
/usr/bin/python3 -c 'import openpyxl' 2>/dev/null || {
  echo "chưa có python3-openpyxl nên không thử được tệp Excel ghi ra"
  exit 77
}
exec /usr/bin/python3 Tests/excel-ra.py "${1:-.build/release/thidua}"
