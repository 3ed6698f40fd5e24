#!/usr/bin/env bash
# Compares the library's ABI with the one of the last release, when there is one and abidiff is there.
#   abi.sh LIBRARY SOURCE_DIR            compares; exit 77 means skipped
#   abi.sh --record LIBRARY SOURCE_DIR   writes tests/api/VERSION.abi.xz, at a release
set -euo pipefail
record=false; [ "${1:-}" = --record ] && { record=true; shift; }
library=$1 source=$2
command -v abidw >/dev/null || { echo "abigail-tools is not installed: skipped"; exit 77; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
if $record; then
  version=$(sed -n 's/.*NSP_VERSION_STRING "\(.*\)"/\1/p' "$source/include/newsparse/version.h")
  abidw --headers-dir "$source/include" "$library" | xz >"$source/tests/api/$version.abi.xz"
  exit
fi
last=$(ls "$source"/tests/api/*.abi.xz 2>/dev/null | sort -V | tail -1 || true)
[ -n "$last" ] || { echo "no release yet: skipped"; exit 77; }
xz -dc "$last" >"$work/last.abi"
# 4: changed; 8: changed so that programs break. Additions are no change.
status=0; abidiff --no-added-syms --headers-dir2 "$source/include" "$work/last.abi" "$library" || status=$?
[ $((status & ~4)) -eq 0 ] || exit 1
