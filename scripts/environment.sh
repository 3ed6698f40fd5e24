# What the scripts of this project share: installing what is missing, on Debian and its relatives, and building.
# Sourced, not run. Says what it does, and does nothing the second time.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
venv=$root/.venv
say() { printf '%s\n' "── $*" >&2; }
die() { printf '%s\n' "$*" >&2; exit 1; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else die "Needed, and neither root nor sudo is at hand: $*"
  fi
}

is_installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# need_packages NAME…: installs those Debian packages that are missing.
need_packages() {
  local missing=() package
  command -v dpkg-query >/dev/null || { say "No dpkg here: taking for granted that there are: $*"; return; }
  for package; do is_installed "$package" || missing+=("$package"); done
  [ ${#missing[@]} -gt 0 ] || return 0
  say "Installing with apt-get: ${missing[*]}"
  install_packages "${missing[@]}" && return
  say "Fetching the package lists first"
  as_root apt-get update -qq || die "apt-get update failed"
  install_packages "${missing[@]}" || die "apt-get could not install: ${missing[*]}"
}

install_packages() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >"${TMPDIR:-/tmp}/newsparse-apt.log" 2>&1 && return
  grep '^E:' "${TMPDIR:-/tmp}/newsparse-apt.log" >&2
  return 1
}

build_packages=(gcc g++ cmake ninja-build pkg-config libicu-dev libutf8proc-dev libjansson-dev libxml2-dev)

# A Python of 3.10 or later that can make environments and build extension modules.
suits() {
  "$1" - 2>/dev/null <<'PYTHON'
import ensurepip, os, sys, sysconfig, venv
sys.exit(not (sys.version_info >= (3, 10) and os.path.exists(os.path.join(sysconfig.get_path("include"), "Python.h"))))
PYTHON
}

find_python() {
  local candidate
  for candidate in python3 /usr/bin/python3 python3.14 python3.13 python3.12 python3.11 python3.10; do
    command -v "$candidate" >/dev/null && suits "$candidate" && { command -v "$candidate"; return; }
  done
  return 1
}

# need_python REQUIREMENTS: $venv with those packages.
need_python() {
  local python stamp=$venv/.requirements
  cmp -s "$1" "$stamp" && "$venv/bin/python" -c '' 2>/dev/null && return
  python=$(find_python) || { need_packages python3 python3-venv python3-dev; python=$(find_python); } ||
    die "No Python of 3.10 or later with venv and headers"
  say "Making $venv with $("$python" --version)"
  "$python" -m venv --clear "$venv" || die "python3 -m venv failed"
  say "Installing with pip: $(grep -v '^#' "$1" | tr '\n' ' ')"
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r "$1" || die "pip failed"
  cp "$1" "$stamp"
}

# need_build DIR CMAKE_ARGUMENT…: configures once and builds what has changed.
need_build() {
  local dir=$1 log=$1/build.log launcher=()
  shift
  mkdir -p "$dir"
  command -v ccache >/dev/null && launcher=(-DCMAKE_C_COMPILER_LAUNCHER=ccache -DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
  if [ ! -f "$dir/build.ninja" ]; then
    say "Configuring ${dir#"$root"/}"
    cmake -S "$root" -B "$dir" -G Ninja "${launcher[@]}" "$@" >"$log" 2>&1 || { cat "$log" >&2; return 1; }
  fi
  [ -f "$dir/.built" ] || say "Building ${dir#"$root"/} (the first time takes about a minute)"
  ninja -C "$dir" >"$log" 2>&1 || { grep -vE '^\[[0-9]+/' "$log" | tail -60 >&2; return 1; }
  ! grep -n 'warning:' "$log" >&2 || { echo "warnings in ${dir#"$root"/}" >&2; return 1; }
  touch "$dir/.built"
}
