#!/bin/sh
# The store and the files beside it are never harmed: a program killed at any moment, a full or read-only disk, a
# locked store, two programs at once: what was there stays, and the next run puts things in order.
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
