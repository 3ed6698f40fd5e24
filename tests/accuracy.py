#!/usr/bin/env python3
"""Scores a build on corpora that are not part of this project, and compares with the figures on record.

accuracy.py --eval FOLDER --newsparse COMMAND [--record] [--only sentences,golden,quotes,credits,prose]

FOLDER holds evaluate.py. Every figure is a percentage or a count for a hundred, better when higher, except those that
count what is wrong. A figure that is worse than its record by more than a small tolerance fails; --record writes down
what is better, and what has no record yet.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import io
import json
import pathlib
import sys
import time
from collections.abc import Callable
from typing import Any

RECORD = pathlib.Path(__file__).with_name("accuracy.json")
TOLERANCE = 0.05
SETS = ("sentences", "golden", "quotes", "credits", "prose")
WRONG_ONES = ("fp", "prose")  # last word of the figures that are better when lower


def load_evaluator(folder: str) -> Any:
    path = pathlib.Path(folder).resolve() / "evaluate.py"
    spec = importlib.util.spec_from_file_location("evaluate", path)
    assert spec and spec.loader, path
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def flatten(name: str, value: Any) -> dict[str, float]:
    """Nested answers as "credits/dev/typed": 88.1; pairs (right, all) and parts of one become percentages."""
    if isinstance(value, dict):
        flat: dict[str, float] = {}
        for key, inner in value.items():
            words = [str(part) for part in key if part] if isinstance(key, tuple) else [str(key)]
            flat.update(flatten("/".join([name, *words]), inner))
        return flat
    if isinstance(value, tuple):
        return {name: round(100 * value[0] / max(1, value[1]), 2)}
    scale = 100 if name.startswith(("credits", "quotes")) and not name.endswith("/fp") and abs(value) <= 1 else 1
    return {name: round(scale * value, 2)} if is_kept(name) else {}


def is_kept(name: str) -> bool:
    """Parts of a whole (direct, mixed; precision alone) go up and down against each other: only what they sum up to is
    on record."""
    if not name.startswith("quotes"):
        return True
    return name.endswith((" all", "/att direct+mixed", "/att indirect"))


def measure(evaluator: Any, command: str, wanted: list[str]) -> dict[str, float]:
    figures: dict[str, float] = {}
    for name in wanted:
        start = time.monotonic()
        score: Callable[[str], Any] = getattr(evaluator, name)
        with contextlib.redirect_stdout(io.StringIO()) as said:
            answer = score(command)
        complaints = [line for line in said.getvalue().splitlines() if "answers to" in line]
        print(f"{name}: {time.monotonic() - start:.0f} s", *complaints, flush=True)
        if complaints:
            figures[f"{name}/unanswered/fp"] = float(len(complaints))
        figures.update(flatten(name, answer))
    return figures


def is_worse(name: str, figure: float, record: float) -> bool:
    lower_is_better = name.split("/")[-1] in WRONG_ONES
    return figure > record + TOLERANCE if lower_is_better else figure < record - TOLERANCE


def compare(figures: dict[str, float], record: dict[str, float]) -> int:
    worse = 0
    for name, figure in figures.items():
        old = record.get(name, 0.0 if name.endswith("/unanswered/fp") else None)
        mark = "new" if old is None else ""
        if old is not None and is_worse(name, figure, old):
            mark = "WORSE"
            worse += 1
        elif old is not None and is_worse(name, old, figure):
            mark = "better"
        print(f"{name:60s} {figure:8.2f} {'' if old is None else f'{old:8.2f}':>8s} {mark}")
    return worse


def update(figures: dict[str, float], record: dict[str, float]) -> None:
    for name, figure in figures.items():
        if name not in record or is_worse(name, record[name], figure):
            record[name] = figure
    RECORD.write_text(json.dumps(dict(sorted(record.items())), indent=1, ensure_ascii=False) + "\n")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--eval", required=True, help="folder of evaluate.py")
    parser.add_argument("--newsparse", required=True, help="the command to score")
    parser.add_argument("--record", action="store_true", help="write better figures down")
    parser.add_argument("--only", default=",".join(SETS), help="sets to score")
    options = parser.parse_args()
    record: dict[str, float] = json.loads(RECORD.read_text()) if RECORD.exists() else {}
    command = str(pathlib.Path(options.newsparse).resolve())
    figures = measure(load_evaluator(options.eval), command, options.only.split(","))
    worse = compare(figures, record)
    if options.record:
        update(figures, record)
    print(f"accuracy: {len(figures)} figures, {worse} worse than on record")
    return 1 if worse and not options.record else 0


if __name__ == "__main__":
    sys.exit(main())
