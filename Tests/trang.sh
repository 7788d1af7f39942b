#!/bin/bash
# The page of results in a real browser, made by the release program: trang.sh [PROGRAM [FOLDER_FOR_PICTURES]]
set -u
cd "$(dirname "$0")/.." || exit 1
for tool in chromium pdftotext; do
  command -v $tool >/dev/null || {
    echo "chưa có $tool nên không thử được trang kết quả trong trình duyệt"
    exit 77
  }
done
exec /usr/bin/python3 Tests/trang.py "${1:-.build/release/thidua}" ${2:+"$2"}
