# Guards the speed of the machine by counting instructions, which do not depend on the machine's mood:
# what one round of a decimal loop, one call and the start of the program cost. Needs valgrind.
set -u
cd "$(dirname "$0")/.."
release=$PWD/.build/release/thidua
if ! command -v valgrind >/dev/null 2>&1; then
  . Tools/chuan-bi.sh
  need_packages $TEST_PACKAGES 2>/dev/null
  command -v valgrind >/dev/null 2>&1 || { echo "không cài được valgrind nên không đếm lệnh"; exit 77; }
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Without debug information: valgrind cannot read what the C compiler writes there.
program=$work/thidua
strip -o "$program" "$release"

# Instructions of one run of a script.
count() {
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" chay "$1" 2>"$work/err" >"$work/out"
  number=$(sed -n 's/.*Collected : \([0-9]*\).*/\1/p' "$work/err")
  [ -n "$number" ] || { cat "$work/err" >&2; echo 0; return; }
  echo "$number"
}
# loop ROUNDS: the scalar loop of m1.    fib N: recursion of m2.
loop() {
  cat >"$work/m1.thidua" <<SCRIPT
hàm m1(n)
  đặt x = 1
  đặt s = 0
  với mỗi i trong 1 .. n
    đặt x = làm tròn(x * 1,07 + 0,01; 2)
    nếu x > 100 thì
      đặt x = x - 99,5
    hết
    đặt s = s + x
  hết
  trả về s
hết
in m1($1)
SCRIPT
  count "$work/m1.thidua"
}
fib() {
  cat >"$work/m2.thidua" <<SCRIPT
hàm fib(n) = nếu n < 2 thì n ngược lại fib(n - 1) + fib(n - 2)
in fib($1)
SCRIPT
  count "$work/m2.thidua"
}
echo 'in "Xin chào"' >"$work/m4.thidua"

failed=0
# check NAME FOUND LIMIT
check() {
  echo "$1: $2 lệnh máy (giới hạn $3)"
  if [ "$2" -le 0 ] || [ "$2" -gt "$3" ]; then failed=1; fi
}
check "một vòng của m1" $((($(loop 30000) - $(loop 10000)) / 20000)) 185
# fib(20) makes 21,891 calls, fib(16) 3,193.
check "một lần gọi của m2" $((($(fib 20) - $(fib 16)) / 18698)) 165
check "khởi động" "$(count "$work/m4.thidua")" 9500000
exit $failed
