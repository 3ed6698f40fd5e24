"""Options, language packs of one's own, and what is refused."""

from __future__ import annotations

import pathlib

import newsparse
import pytest


def test_malformed_bytes_are_kept_or_refused() -> None:
    data = b"Caf\xe9 was full. \xff It closed."
    assert b"".join(newsparse.split(data)).count(b"\xff") == 1
    assert newsparse.analyze(data).malformed == 2
    with pytest.raises(newsparse.MalformedTextError) as caught:
        newsparse.Analyzer(strict=True).analyze(data)
    assert caught.value.offset == 3
    assert isinstance(caught.value, ValueError)


def test_lone_surrogates_are_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        newsparse.analyze("a\ud800b")
    assert newsparse.split("Still usable.") == ["Still usable."]


@pytest.mark.parametrize("wrong", [None, 7, ["a"], bytearray(b"a")])
def test_texts_of_a_wrong_type(wrong: object) -> None:
    with pytest.raises(TypeError):
        newsparse.analyze(wrong)  # type: ignore[type-var]


def test_options() -> None:
    text = " The council met.  It will meet again.\n"
    tiled = newsparse.Analyzer(tile=True).sentences(text)
    assert "".join(tiled.texts()) == text
    assert newsparse.Analyzer(stages=["sentences"]).analyze('"Yes," said Ana Roe.').quotes == []
    assert newsparse.Analyzer(engine="icu").split("One went. Two came.") == ["One went.", "Two came."]
    with pytest.raises(newsparse.TooLongError):
        newsparse.Analyzer(max_input=3).analyze("four")


@pytest.mark.parametrize(
    "options", [{"engine": "other"}, {"stages": ["verses"]}, {"max_input": 2**40}, {"lang": "xx-unknown"}]
)
def test_wrong_options(options: dict[str, object]) -> None:
    with pytest.raises(newsparse.Error):
        newsparse.Analyzer(**options)  # type: ignore[arg-type]


def test_unknown_language() -> None:
    with pytest.raises(newsparse.UnknownLanguageError):
        newsparse.analyze("Text.", lang="tlh")
    with pytest.raises(LookupError):
        newsparse.Language({}, base="tlh")
    with pytest.raises(newsparse.ArgumentError):
        newsparse.sentences_many(["a"], unit="furlong")


def test_abbreviations_of_ones_own() -> None:
    text = "The Kreisbaum. Schmidt came home. He slept."
    assert len(newsparse.split(text, "en")) == 3
    own = {"abbreviations.txt": "kreisbaum\tnever-final\n"}
    analyzer = newsparse.Analyzer("en", packs=[own])
    assert analyzer.split(text) == ["The Kreisbaum. Schmidt came home.", "He slept."]
    assert len(newsparse.split(text, "en")) == 3


def test_packs_from_files(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "abbreviations.txt"
    file.write_text("# Our own.\nkreisbaum\tnever-final\n", encoding="utf-8")
    for source in (file, tmp_path, str(file)):
        language = newsparse.Language(source, base="en")
        assert language.id == "en" and "English" in repr(language)
        assert len(newsparse.Analyzer("en", packs=[language]).split("The Kreisbaum. Schmidt came.")) == 1
    with pytest.raises(FileNotFoundError):
        newsparse.Language(tmp_path / "missing")


def test_broken_packs_say_where() -> None:
    broken = {"abbreviations.txt": "good\nbad\tno-such-tag\nworse\tnor-this\n"}
    with pytest.raises(newsparse.PackError) as caught:
        newsparse.Analyzer("en", packs=[broken])
    error = caught.value
    assert (error.file, error.line) == ("abbreviations.txt", 2) and error.column > 1
    assert str(error).startswith("abbreviations.txt:2:") and error.message
    mistakes = newsparse.check_pack(broken)
    assert [(type(m), m.line) for m in mistakes if isinstance(m, newsparse.PackError)] == [
        (newsparse.PackError, 2),
        (newsparse.PackError, 3),
    ]
    assert newsparse.check_pack({"abbreviations.txt": "fine\n"}) == []
    with pytest.raises(newsparse.PackError):
        newsparse.Language({"no-such-file.txt": "x\n"})


def test_a_language_of_ones_own() -> None:
    own = newsparse.Language({"language.txt": "name = Marsian\n"}, base=None, id="xx")
    assert own.id == "xx"
    assert newsparse.Analyzer("und", packs=[own]).analyze("Text.", lang="xx").language == "xx"
    with pytest.raises(ValueError):
        newsparse.Language({}, base=None)


def test_encodings() -> None:
    text = "Совет заседал в понедельник. Он соберётся снова в июне, сообщила пресс-служба."
    data = text.encode("windows-1251")
    assert newsparse.decode(data, "windows-1251") == text
    assert newsparse.decode(data, newsparse.detect_encoding(data)) == text
    assert newsparse.decode(text.encode("utf-16")) == text
    with pytest.raises(newsparse.UnknownEncodingError):
        newsparse.decode(data, "no-such-encoding")
