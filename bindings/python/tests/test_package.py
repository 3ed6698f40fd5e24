"""The package itself: what it shows, and that importing it is quiet."""

from __future__ import annotations

import doctest
import importlib
import pathlib
import subprocess
import sys

import newsparse

PUBLIC_LOWERCASE = {
    "analyze", "check_pack", "decode", "detect_encoding", "detect_language", "iter_sentences", "languages",
    "sentences", "sentences_many", "split",
}  # fmt: skip


def test_nothing_private_leaks() -> None:
    assert {name for name in newsparse.__all__ if name.islower()} == PUBLIC_LOWERCASE
    for name in newsparse.__all__:
        assert not name.startswith("_") and "nsp" not in name.lower() and "swig" not in name.lower()
        assert getattr(newsparse, name).__doc__, name
        assert getattr(newsparse, name).__module__.startswith("newsparse")
    native = importlib.import_module("newsparse._native")
    shown = {name for name in dir(native) if not name.startswith("_")}
    prefixes = ("Config", "Analyzer", "Document", "Language", "Stream", "new_", "delete_", "SWIG_", "swig")
    functions = {
        "set_error_factory", "check_language", "decode", "detect_language", "detect_encoding", "find_language",
        "builtin_language", "builtin_language_count", "version",
    }  # fmt: skip
    assert {name for name in shown if not name.startswith(prefixes)} == functions


def test_importing_warns_of_nothing() -> None:
    code = "import newsparse; print(newsparse.split('One. Two.'))"
    run = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True)
    assert run.stderr == "" and "One." in run.stdout


def test_it_is_typed_and_names_its_version() -> None:
    folder = pathlib.Path(newsparse.__file__).parent
    assert (folder / "py.typed").exists()
    assert newsparse.__version__.count(".") == 2


def test_nothing_leaks_memory() -> None:
    import resource

    text = "“We met,” said Ana Roe. It will meet again. " * 200
    own = {"abbreviations.txt": "kreisbaum\tnever-final\n"}

    def work(rounds: int) -> int:
        for _ in range(rounds):
            doc = newsparse.analyze(text)
            doc.quotes, doc.to_json(), newsparse.split(text), newsparse.sentences_many([text, None])
            newsparse.Analyzer("en", packs=[own])
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    before = work(30)
    assert work(150) - before < 20_000  # kilobytes; each document alone takes more than a hundred


def test_the_example_of_the_docstring() -> None:
    results = doctest.testmod(newsparse)
    assert results.attempted >= 3 and results.failed == 0
