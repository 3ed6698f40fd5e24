#!/usr/bin/env bash
# Installs the build to a temporary prefix, moves that, and compiles strangers' programs against it: with CMake and with
# pkg-config, shared and static, as C and as C++.
#   run.sh BUILD_DIR SOURCE_DIR [CC [CXX]]
set -euo pipefail
build=$1 source=$2 cc=${3:-cc} cxx=${4:-c++}
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cmake --install "$build" --prefix "$work/first" --component library >"$work/log" || { cat "$work/log"; exit 1; }
mv "$work/first" "$work/prefix"

echo "find_package"
command -v ninja >/dev/null && export CMAKE_GENERATOR=Ninja
CC=$cc CXX=$cxx cmake -S "$source/tests/install" -B "$work/cmake" -DCMAKE_PREFIX_PATH="$work/prefix" \
  -DEXAMPLES="$source/examples" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
cmake --build "$work/cmake" -j2 >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
for program in "$work"/cmake/consumer*-newsparse*; do "$program"; done

echo "pkg-config"
pc=$(find "$work/prefix" -name newsparse.pc)
export PKG_CONFIG_PATH=${pc%/*}
libdir=$(pkg-config --variable=libdir newsparse)
flags="-Wall -Wextra -Wpedantic -Werror"
$cc $flags "$source/tests/install/consumer.c" $(pkg-config --cflags --libs newsparse) -o "$work/shared"
$cxx $flags -x c++ "$source/tests/install/consumer.c" -x none $(pkg-config --cflags --libs newsparse) -o "$work/shared-cpp"
LD_LIBRARY_PATH=$libdir "$work/shared"
LD_LIBRARY_PATH=$libdir "$work/shared-cpp"
rm "$libdir"/libnewsparse.so*
$cc $flags -c "$source/tests/install/consumer.c" $(pkg-config --cflags newsparse) -o "$work/consumer.o"
$cc "$work/consumer.o" $(pkg-config --static --libs newsparse) -o "$work/static"
"$work/static"
for program in split_sentences who_said_what find_credits stream; do
  [ -f "$source/examples/$program.c" ] || continue
  $cc $flags -c "$source/examples/$program.c" $(pkg-config --cflags newsparse) -o "$work/$program.o"
done
echo "an installed copy can be compiled against in every way"
