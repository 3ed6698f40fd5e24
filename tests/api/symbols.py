#!/usr/bin/env python3
"""Compares what the shared library shows with what the public headers declare.

symbols.py LIBRARY INCLUDE_DIR
"""

import pathlib
import re
import subprocess
import sys


def declared(include: pathlib.Path) -> set[str]:
    names: set[str] = set()
    for header in include.glob("newsparse/*.h"):
        text = re.sub(r"/\*.*?\*/", "", header.read_text(), flags=re.S)
        for declaration in re.findall(r"NSP_API\s+(?!_)([^;{]*)\(", text):
            match = re.search(r"\b(nsp_\w+)\s*$", declaration.split("(")[0])
            if match:
                names.add(match.group(1))
    return names


def exported(library: str) -> set[str]:
    lines = subprocess.run(["nm", "-D", "--defined-only", library], check=True, capture_output=True, text=True).stdout
    return {line.split()[2].split("@")[0] for line in lines.splitlines() if line.split()[1] != "A"}


def main() -> int:
    library, include = sys.argv[1], pathlib.Path(sys.argv[2])
    wanted, found = declared(include), exported(library)
    for name in sorted(wanted - found):
        print(f"declared, and not in the library: {name}")
    for name in sorted(found - wanted):
        print(f"in the library, and not declared: {name}")
    stray = [name for name in found if not re.fullmatch(r"nsp_[a-z0-9_]+", name) or "__" in name]
    print(f"{len(found)} functions, {len(stray)} of them with a wrong name")
    return 1 if wanted != found or stray or not wanted else 0


if __name__ == "__main__":
    sys.exit(main())
