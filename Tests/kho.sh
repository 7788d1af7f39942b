#!/bin/sh
# The store is never harmed: a program killed at any moment while it saves leaves what was there, and two programs
# at once both save.
# Usage: kho.sh [PROGRAM]
set -eu
cd "$(dirname "$0")/.."
thidua=$(realpath "${1:-.build/release/thidua}")
[ -x "$thidua" ] || { echo "chưa có chương trình $thidua"; exit 77; }
python=/usr/bin/python3
[ -x "$python" ] || { echo "không có $python"; exit 77; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$python" Tests/kho.py "$thidua" "$folder"
