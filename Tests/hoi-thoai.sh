#!/bin/bash
# The conversation through a pty, on the release program.
set -u
cd "$(dirname "$0")/.." || exit 1
if ! /usr/bin/python3 -c 'import pexpect, pyte' 2>/dev/null; then
  echo "chưa có python3-pexpect và python3-pyte nên không thử được với cửa sổ lệnh"
  exit 77
fi
exec /usr/bin/python3 Tests/hoi-thoai.py .build/release/thidua scripts/vi-du/cum-1.thidua
