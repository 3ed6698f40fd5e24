#!/usr/bin/env bash
# The Python side of the tests, one part at a time: python.sh build|binding|types|abi|cli
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../scripts/environment.sh"
cd "$root"
export PATH=$venv/bin:$PATH
wheels=$root/build/wheels

# Sources newer than the wheel?
is_fresh() {
  [ -n "$(ls "$wheels"/*.whl 2>/dev/null)" ] && python -c 'import newsparse' 2>/dev/null &&
    [ -z "$(find lib include bindings/python CMakeLists.txt pyproject.toml -newer "$wheels/.stamp" -type f ! -name '*.pyc' -print -quit)" ]
}

case $1 in
  build) # a source distribution, a wheel from that, and the wheel installed
    if is_fresh; then echo "nothing is newer than the wheel"; exit; fi
    rm -rf "$wheels" && mkdir -p "$wheels" && touch "$wheels/.stamp"
    command -v ccache >/dev/null && export CMAKE_C_COMPILER_LAUNCHER=ccache
    python -m build --no-isolation --sdist --outdir "$wheels" .
    work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
    tar -xf "$wheels"/newsparse-*.tar.gz -C "$work"
    (cd "$work"/newsparse-* && CCACHE_BASEDIR=$PWD python -m pip wheel --quiet --no-build-isolation --no-deps --wheel-dir "$wheels" .)
    python -m pip install --quiet --disable-pip-version-check --force-reinstall --no-deps "$wheels"/*.whl
    ls -l "$wheels"
    ;;
  binding) python -W error -c 'import newsparse' && python -m pytest -q bindings/python/tests ;;
  types) python -m mypy && python -m mypy.stubtest newsparse._proxy --ignore-missing-stub ;;
  abi) python -m abi3audit --strict --assume-minimum-abi3 3.10 "$wheels"/*.whl && echo "no violations" ;;
  cli)
    for build in release dev; do
      if [ -x "build/$build/examples/newsparse" ]; then export NEWSPARSE=${NEWSPARSE:-$root/build/$build/examples/newsparse}; fi
    done
    python -m pytest -q tests/cli
    ;;
  *) die "usage: python.sh build|binding|types|abi|cli" ;;
esac
