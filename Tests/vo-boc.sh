# The wrapper ./thidua: builds once, again when a source is newer, and hands over folder and arguments.
# A stand-in for swift "builds" a program that prints what it was given, so nothing is compiled here.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tree="$work/thư mục có cách"
mkdir -p "$tree/Sources/thidua" "$tree/stdlib" "$tree/Tools" "$work/bin" "$work/nơi khác"
cp "$root/thidua" "$tree/"
cp "$root/Tools/chuan-bi.sh" "$tree/Tools/"
touch "$tree/Package.swift" "$tree/Sources/thidua/main.swift"
cat >"$work/bin/swift" <<'FAKE'
#!/bin/sh
echo "$*" >>"$FAKE_LOG"
[ -z "${FAKE_FAILS:-}" ] || { echo "error: hỏng"; exit 1; }
while [ $# -gt 0 ]; do
  if [ "$1" = --scratch-path ]; then shift; scratch=$1; fi
  shift
done
mkdir -p "$scratch/release"
printf '#!/bin/sh\npwd\nfor a in "$@"; do echo "[$a]"; done\nexit 3\n' >"$scratch/release/thidua"
chmod +x "$scratch/release/thidua"
FAKE
chmod +x "$work/bin/swift"
PATH="$work/bin:$PATH"
export PATH FAKE_LOG="$work/log"
fail() { echo "HỎNG: $1"; cat "$work/out" "$work/err" "$FAKE_LOG" 2>/dev/null; exit 1; }
builds() { wc -l <"$FAKE_LOG"; }
call() { status=0; (cd "$work/nơi khác" && "$@") >"$work/out" 2>"$work/err" || status=$?; }

call "$tree/thidua" chạy "tệp có cách.thidua" '' '*'
[ "$status" = 3 ] || fail "mã kết thúc của chương trình phải được giữ"
printf '%s\n' "$work/nơi khác" '[chạy]' '[tệp có cách.thidua]' '[]' '[*]' | cmp -s - "$work/out" ||
  fail "thư mục hoặc tham số bị đổi"
grep -q 'dựng thidua' "$work/err" || fail "không báo đang dựng"
[ "$(builds)" = 1 ] || fail "phải dựng đúng một lần"
grep -q -- '-c release --product thidua --static-swift-stdlib' "$FAKE_LOG" || fail "sai cách dựng"

call "$tree/thidua" a
[ "$(builds)" = 1 ] && [ ! -s "$work/err" ] || fail "không có gì mới mà vẫn dựng lại"

for newer in Sources/thidua/main.swift Package.swift stdlib; do
  before=$(builds)
  touch -d '+2 seconds' "$tree/$newer"
  call "$tree/thidua" a
  [ "$(builds)" = $((before + 1)) ] || fail "$newer mới hơn mà không dựng lại"
  touch -d '-1 hour' "$tree/$newer"
done

rmdir "$tree/stdlib"
call "$tree/thidua" a
[ ! -s "$work/err" ] || fail "thiếu stdlib không được coi là lỗi"

ln -s "$tree/thidua" "$work/liên kết"
call "$work/liên kết" b
grep -q '\[b\]' "$work/out" || fail "gọi qua liên kết không được"

touch -d '+2 seconds' "$tree/Package.swift"
FAKE_FAILS=1 call "$tree/thidua" a
[ "$status" = 4 ] || fail "dựng hỏng phải kết thúc bằng mã 4"
grep -q 'error: hỏng' "$work/err" || fail "dựng hỏng phải in nhật ký"
THIDUA_KHONG_DUNG=1 call "$tree/thidua" c
grep -q '\[c\]' "$work/out" || fail "THIDUA_KHONG_DUNG phải chạy bản sẵn có"
