#!/bin/bash
# Word files made by the release program, opened by others: van-ban.sh [PROGRAM [FOLDER_FOR_PICTURES]]
set -u
cd "$(dirname "$0")/.." || exit 1
for tool in soffice pdftotext pdftoppm; do
  command -v $tool >/dev/null || {
    echo "chưa có $tool nên không thử mở được các văn bản"
    exit 77
  }
done
if ! /usr/bin/python3 -c 'import docx' 2>/dev/null; then
  echo "chưa có python3-docx nên không thử mở được các văn bản"
  exit 77
fi
exec /usr/bin/python3 Tests/van-ban.py "${1:-.build/release/thidua}" ${2:+"$2"}
