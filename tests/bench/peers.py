#!/usr/bin/env python3
"""Speed of sentence splitting from Python, beside other splitters, in one run on the same text.

peers.py [FILE] [--lang en] [--megabytes 5]

Without a file, the sample article of the project. Every splitter that is installed takes part
(pip install sentencex blingfire nupunkt pysbd); slow ones get a part of the text. Best of several runs, one core.
"""

from __future__ import annotations

import argparse
import importlib
import pathlib
import time
from collections.abc import Callable
from typing import Any

import newsparse

SAMPLE = pathlib.Path(__file__).parents[2] / "examples" / "article.txt"
Splitter = Callable[[str], Any]


def ours(lang: str) -> dict[str, Splitter]:
    analyzer = newsparse.Analyzer(lang)
    icu = newsparse.Analyzer(lang, engine="icu")
    return {
        "newsparse.sentences": analyzer.sentences,
        "newsparse.split": analyzer.split,
        "ICU, in newsparse.sentences": icu.sentences,
    }


def others(lang: str) -> dict[str, Splitter]:
    makers: dict[str, Callable[[Any], Splitter]] = {
        "sentencex": lambda module: lambda text: list(module.segment(lang, text)),
        "blingfire": lambda module: module.text_to_sentences_and_offsets,
        "nupunkt": lambda module: module.sent_tokenize,
        "pysbd": lambda module: module.Segmenter(language=lang, clean=False).segment,
    }
    found: dict[str, Splitter] = {}
    for name, make in makers.items():
        try:
            found[name] = make(importlib.import_module(name))
        except ImportError:
            print(f"{name}: not installed")
        except ValueError as error:
            print(f"{name}: {error}")
    return found


def speed(split: Splitter, text: str) -> float:
    """Megabytes of UTF-8 in a second, on as much of the text as a few seconds allow."""
    size = len(text)
    piece = text[: min(size, 20_000)]
    start = time.perf_counter()
    split(piece)
    took = time.perf_counter() - start
    if took * size / len(piece) < 3:
        piece = text
    best = took if len(piece) < size else float("inf")
    for _ in range(7 if len(piece) == size else 2):
        start = time.perf_counter()
        split(piece)
        best = min(best, time.perf_counter() - start)
    return len(piece.encode()) / best / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", default=str(SAMPLE))
    parser.add_argument("--lang", default="en")
    parser.add_argument("--megabytes", type=float, default=5)
    options = parser.parse_args()
    once = pathlib.Path(options.file).read_text(encoding="utf-8") + "\n"
    text = once * max(1, int(options.megabytes * 1e6 / len(once.encode())))
    figures = {name: speed(split, text) for name, split in {**ours(options.lang), **others(options.lang)}.items()}
    for name, figure in sorted(figures.items(), key=lambda pair: -pair[1]):
        print(f"{name:30s} {figure:10.2f} MB/s")
    texts = [once] * (len(text) // len(once))
    best = float("inf")
    for _ in range(7):
        start = time.perf_counter()
        newsparse.sentences_many(texts, options.lang)
        best = min(best, time.perf_counter() - start)
    print(f"{'newsparse.sentences_many':30s} {len(text.encode()) / best / 1e6:10.2f} MB/s, {len(texts)} texts")


if __name__ == "__main__":
    main()
