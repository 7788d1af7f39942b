# Sourced by thidua, Tests/run and .ci/run: what has to be on the machine before anything is built.

# What the Swift linker needs of Debian.
BUILD_PACKAGES="gcc libc6-dev libsqlite3-dev libreadline-dev \
libminizip-dev zlib1g-dev libexpat1-dev libxlsxwriter-dev"
ls /usr/lib/gcc/*/*/libstdc++.a >/dev/null 2>&1 || BUILD_PACKAGES="$BUILD_PACKAGES g++"
# What the tests use besides.
TEST_PACKAGES="valgrind python3-pexpect python3-pyte chromium poppler-utils fonts-liberation2 \
python3-openpyxl python3-docx libreoffice-calc-nogui libreoffice-writer-nogui locales"

# Installs the Debian packages that are missing; without root it names the line to run and stops.
need_packages() {
  command -v dpkg-query >/dev/null 2>&1 || return 0
  lacking=""
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
      lacking="$lacking $package"
  done
  [ -n "$lacking" ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    echo "Còn thiếu gói của Debian. Hãy chạy rồi thử lại:" >&2
    echo "  sudo apt-get install -y --no-install-recommends$lacking" >&2
    return 4
  fi
  echo "Đang cài:$lacking" >&2
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive \
    apt-get install -q -y --no-install-recommends $lacking; } >/dev/null 2>&1 || {
    echo "Không cài được:$lacking" >&2
    return 4
  }
}

# Puts swift on PATH.
need_swift() {
  command -v swift >/dev/null 2>&1 && return 0
  for folder in "$HOME/.local/share/swiftly/bin" /opt/swift*/usr/bin /usr/local/swift*/usr/bin \
    /usr/share/swift/usr/bin; do
    if [ -x "$folder/swift" ]; then
      PATH=$folder:$PATH
      export PATH
      return 0
    fi
  done
  echo "Chưa có bộ công cụ Swift 6 (lệnh swift). Cách cài: https://www.swift.org/install/linux/" >&2
  return 4
}
