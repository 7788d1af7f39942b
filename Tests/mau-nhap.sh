#!/bin/bash
# Forms made by `mẫu-nhập`, filled in with another program and read back, on the release program (or the one
# given).
set -u
cd "$(dirname "$0")/.." || exit 1
if ! /usr/bin/python3 -c 'import openpyxl' 2>/dev/null; then
  echo "chưa có python3-openpyxl nên không thử được việc nhập vào mẫu"
  exit 77
fi
exec /usr/bin/python3 Tests/mau-nhap.py "${1:-.build/release/thidua}"
