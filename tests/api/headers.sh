#!/usr/bin/env bash
# Compiles every public header alone, as C99, C11 and C++17, with every warning an error.
#   headers.sh INCLUDE_DIR
set -euo pipefail
include=$1
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
strict="-Wall -Wextra -Wpedantic -Wstrict-prototypes -Werror"
for header in "$include"/newsparse/*.h; do
  name=newsparse/${header##*/}
  printf '#include "%s"\n#include "%s"\nint nothing;\n' "$name" "$name" >"$work/alone.c"
  cp "$work/alone.c" "$work/alone.cpp"
  for cc in gcc clang; do
    command -v $cc >/dev/null || continue
    for standard in c99 c11; do $cc -std=$standard $strict -I "$include" -fsyntax-only "$work/alone.c"; done
  done
  for cxx in g++ clang++; do
    command -v $cxx >/dev/null || continue
    $cxx -std=c++17 -Wall -Wextra -Wpedantic -Werror -I "$include" -fsyntax-only "$work/alone.cpp"
  done
done
echo "every header compiles alone"
