#!/usr/bin/env bash
# Builds the API reference; a warning of Doxygen is a failure. Checks that links between documents lead somewhere.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mkdir -p build/doxygen
doxygen Doxyfile
[ -s build/doxygen/html/index.html ]
echo "$(find build/doxygen/html -name '*.html' | wc -l) pages, no violations"
status=0
for document in *.md docs/*.md tests/spec/*.md; do
  { grep -oE '\]\([^)#:]+\)' "$document" || true; } | sed 's/^](//; s/)$//' | while read -r link; do
    [ -e "$(dirname "$document")/$link" ] || { echo "$document: no such file: $link"; exit 1; }
  done || status=1
done
exit $status
