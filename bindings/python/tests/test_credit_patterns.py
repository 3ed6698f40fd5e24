"""Credit patterns of one's own: what docs/credits.md says about `credits.txt`, from Python."""

from __future__ import annotations

import pathlib

import newsparse
import pytest

TEXT = "Drawn from the files of Politico."
PATTERN = "# Our desk's line.\nbased_on: drawn from the files of SOURCE\n"


def kinds(analyzer: newsparse.Analyzer, text: str = TEXT) -> list[str]:
    return [credit.kind for credit in analyzer.analyze(text).credits]


def test_a_pattern_adds_to_those_built_in() -> None:
    assert kinds(newsparse.Analyzer("en")) == []
    analyzer = newsparse.Analyzer("en", packs=[{"credits.txt": PATTERN}])
    (credit,) = analyzer.analyze(TEXT).credits
    assert credit.kind == "based_on" and credit.span.text == TEXT
    assert [source.name for source in credit.sources] == ["Politico"]
    assert credit.reason is not None and "drawn from the files of SOURCE" in credit.reason
    assert kinds(analyzer, "By Ana Roe") == ["byline"]
    assert kinds(analyzer, "The paper was drawn from the files of the ministry.") == []


def test_patterns_from_a_file(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "credits.txt"
    file.write_text(PATTERN, encoding="utf-8")
    for source in (file, str(file), tmp_path):
        assert kinds(newsparse.Analyzer("en", packs=[newsparse.Language(source, base="en")])) == ["based_on"]


def test_a_pattern_of_another_language() -> None:
    own = {"credits.txt": "based_on: aus dem archiv von SOURCE\n"}
    analyzer = newsparse.Analyzer("de", packs=[newsparse.Language(own, base="de")])
    assert kinds(analyzer, "Aus dem Archiv von Politico.") == ["based_on"]


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("no_such_kind: drawn from SOURCE", 1),
        ("based_on: drawn from FILES", 22),
        ("based_on: drawn {from|of SOURCE", 17),
        ("based_on: drawn from @nowhere SOURCE", 22),
        ("based_on: [drawn] SOURCE", 10),
    ],
)
def test_a_broken_pattern_says_where(line: str, column: int) -> None:
    broken = {"credits.txt": PATTERN + line + "\n"}
    with pytest.raises(newsparse.PackError) as caught:
        newsparse.Analyzer("en", packs=[broken])
    assert (caught.value.file, caught.value.line) == ("credits.txt", 3)
    (mistake,) = newsparse.check_pack(broken)
    assert isinstance(mistake, newsparse.PackError)
    assert (mistake.line, mistake.column) == (3, column) and mistake.message


def test_one_error_for_each_mistake_and_nothing_half_loaded() -> None:
    broken = {"credits.txt": PATTERN + "nobody: drawn from SOURCE\nbased_on: drawn from FILES\n"}
    assert [(m.line, m.file) for m in newsparse.check_pack(broken) if isinstance(m, newsparse.PackError)] == [
        (3, "credits.txt"),
        (4, "credits.txt"),
    ]
    with pytest.raises(newsparse.PackError):
        newsparse.Analyzer("en", packs=[broken])
    assert kinds(newsparse.Analyzer("en")) == []
