# The built program as a process: pipes that close early, a full disk, size of the binary.
set -u
cd "$(dirname "$0")/.."
program=$PWD/.build/release/thidua
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "HỎNG: $1"; cat "$work/err" 2>/dev/null; exit 1; }

# A reader that goes away ends the writing, not the run.
cat >"$work/dài.thidua" <<'SCRIPT'
với mỗi i trong 1 .. 200000
  in "dòng {i}"
hết
SCRIPT
"$program" chay "$work/dài.thidua" 2>"$work/err" | head -1 >"$work/out"
status=("${PIPESTATUS[@]}")
[ "${status[0]}" = 0 ] || fail "ống đóng sớm: mã kết thúc ${status[0]}"
[ "$(cat "$work/out")" = "dòng 1" ] || fail "ống đóng sớm: mất dòng đầu"
[ ! -s "$work/err" ] || fail "ống đóng sớm: không được báo gì"

# Results that cannot be written are an error, never silence.
"$program" tro-giup >/dev/full 2>"$work/err"
[ $? = 4 ] || fail "đĩa đầy ở đầu ra phải kết thúc bằng mã 4"
grep -q 'TL008' "$work/err" || fail "đĩa đầy ở đầu ra phải có TL008"

# The standard input is a script like any other.
[ "$(echo 'in "Xin chào"' | "$program" chạy -)" = "Xin chào" ] || fail "kịch bản từ đầu vào chuẩn"

# No colour codes when the error stream is no terminal.
echo 'in x' | "$program" chay - 2>"$work/err"
[ $? = 2 ] || fail "kịch bản sai phải kết thúc bằng mã 2"
if grep -q "$(printf '\033')" "$work/err"; then fail "có mã màu khi không phải màn hình"; fi

# An output folder that cannot be written: nothing is left behind.
cat >"$work/xuất.thidua" <<'SCRIPT'
đối tượng tập thể
  mã: chữ, khóa
hết
dữ liệu tập thể
  | mã |
  | A  |
xuất tập thể ra "a.csv": mã
SCRIPT
touch "$work/tệp"
"$program" chay "$work/xuất.thidua" --ra "$work/tệp" >"$work/out" 2>"$work/err"
[ $? = 4 ] || fail "--ra là một tệp phải kết thúc bằng mã 4"
mkdir "$work/chỉ đọc"
chmod 555 "$work/chỉ đọc"
if [ "$(id -u)" -ne 0 ]; then
  "$program" chay "$work/xuất.thidua" --ra "$work/chỉ đọc" >"$work/out" 2>"$work/err"
  [ $? = 4 ] || fail "--ra không ghi được phải kết thúc bằng mã 4"
fi
[ -z "$(ls "$work/chỉ đọc")" ] || fail "còn tệp dở dang"

# The stripped program stays small.
strip -o "$work/gọn" "$program"
size=$(stat -c %s "$work/gọn")
[ "$size" -le 20971520 ] || fail "chương trình lớn quá 20 MB: $size byte"
echo "chương trình đã bỏ ký hiệu: $size byte"
