#!/bin/bash
# A run killed while it writes loses nothing that was there: page, workbook, JSON, CSV. tat-ngang.sh [PROGRAM]
set -u
cd "$(dirname "$0")/.." || exit 1
exec /usr/bin/python3 Tests/tat-ngang.py "${1:-.build/release/thidua}"
