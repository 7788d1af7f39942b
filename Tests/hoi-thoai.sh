#!/bin/bash
# The conversation through a pty, on the release program.
set -u
cd "$(dirname "$0")/.." || exit 1
exec /usr/bin/python3 Tests/hoi-thoai.py .build/release/thidua scripts/vi-du/cum-1.thidua
