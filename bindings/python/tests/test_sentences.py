"""Sentences alone: one text, many, and texts that come in pieces."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import newsparse
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

TEXTS = ["The council met. It will meet again.", None, "", "Café “Zur Post” was full. 😀 Nobody left."]
PIECES = st.lists(
    st.sampled_from(
        ["The council met. ", "“We go,” he said. ", "Mr. Ng", " U.S. ", "\n\n", "\n", "é", "😀", "\x00", "…", "?!", ") ", "“", "„",
         "д. Он ", "。", "“你好。”", "3.5 ", "http://a.b/c. ", " ", "\u00a0", "\u2028", "- ", "> ", "A", "؟ "]
    ) | st.text(max_size=5),
    max_size=30,
).map("".join)  # fmt: skip


def expected(text: str | None) -> list[tuple[int, int]] | None:
    return None if text is None else newsparse.sentences(text).spans


def test_a_sequence_of_sentences() -> None:
    sentences = newsparse.sentences("The council met. It will meet again. Nobody came.")
    assert len(sentences) == 3
    assert sentences[-1].text == "Nobody came."
    assert [s.text for s in sentences[1:]] == ["It will meet again.", "Nobody came."]
    assert list(sentences) == [sentences[i] for i in range(3)]
    assert sentences.texts() == [s.text for s in sentences]
    assert sentences.offsets.tolist() == [offset for span in sentences.spans for offset in span]
    assert sentences.offsets.readonly
    with pytest.raises(IndexError):
        sentences[3]
    with pytest.raises(IndexError):
        sentences[-4]
    assert sentences == newsparse.sentences("The council met. It will meet again. Nobody came.")


def test_many_texts_in_a_list() -> None:
    batch = newsparse.sentences_many(TEXTS)
    assert len(batch) == 4
    assert list(batch) == [expected(text) for text in TEXTS]
    assert batch[-1] == expected(TEXTS[-1])
    assert batch[1:3] == [None, []]
    assert batch.first.tolist() == [0, 2, 2, 2, len(batch.offsets) // 2]
    assert list(newsparse.sentences_many([])) == []
    assert list(newsparse.sentences_many(text for text in ["One."])) == [[(0, 4)]]
    assert newsparse.sentences_many(["É. Ü."])[0] != newsparse.sentences_many(["É. Ü.".encode()])[0]


@pytest.mark.parametrize("wrong", ["one text", b"one text", [1], 7, None])
def test_many_texts_of_a_wrong_type(wrong: object) -> None:
    with pytest.raises(TypeError):
        newsparse.sentences_many(wrong)


@pytest.mark.parametrize("type_name", ["string", "large_string", "string_view", "binary", "large_binary"])
def test_arrow_arrays(type_name: str) -> None:
    pa = pytest.importorskip("pyarrow")
    array = pa.array(TEXTS, pa.string()).cast(getattr(pa, type_name)())
    assert list(newsparse.sentences_many(array)) == [expected(text) for text in TEXTS]
    assert list(newsparse.sentences_many(array[1:])) == [expected(text) for text in TEXTS[1:]]
    assert list(newsparse.sentences_many(array[3:3])) == []
    in_bytes = newsparse.sentences_many(array, unit="byte")[3]
    assert in_bytes == newsparse.sentences(str(TEXTS[3]).encode()).spans


def test_arrow_long_views_and_many_nulls() -> None:
    pa = pytest.importorskip("pyarrow")
    texts = [None if i % 3 else f"Text number {i} is long enough. It has two sentences." for i in range(100)]
    for array in (pa.array(texts), pa.array(texts).cast(pa.string_view())):
        assert list(newsparse.sentences_many(array[17:90])) == [expected(text) for text in texts[17:90]]


def test_arrow_streams() -> None:
    pa = pytest.importorskip("pyarrow")
    chunks = pa.chunked_array([TEXTS, [], TEXTS[2:]], type=pa.string())
    batch = newsparse.sentences_many(chunks)
    assert list(batch) == [expected(text) for text in TEXTS + TEXTS[2:]]
    assert list(newsparse.sentences_many(pa.chunked_array([], type=pa.string()))) == []


def test_arrow_arrays_of_something_else() -> None:
    pa = pytest.importorskip("pyarrow")
    for wrong in (pa.array([1, 2]), pa.array(["a", "a"]).dictionary_encode(), pa.chunked_array([[1.5]])):
        with pytest.raises(TypeError, match="Arrow"):
            newsparse.sentences_many(wrong)


@settings(max_examples=150, deadline=None)
@given(PIECES)
def test_promises_hold_for_any_text(text: str) -> None:
    end = 0
    for sentence in newsparse.sentences(text):
        assert end <= sentence.start < sentence.end <= len(text)
        assert not text[end : sentence.start].strip(" \t\r\n\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff")
        end = sentence.end
    assert newsparse.split(text) == newsparse.sentences(text).texts()
    assert newsparse.sentences(text) == newsparse.analyze(text).sentences


@settings(max_examples=60, deadline=None)
@given(PIECES)
def test_bytes_and_str_agree(text: str) -> None:
    assert [piece.decode() for piece in newsparse.split(text.encode())] == newsparse.split(text)


@settings(max_examples=100, deadline=None)
@given(PIECES, st.integers(1, 7))
def test_pieces_give_the_same_as_the_whole(text: str, size: int) -> None:
    analyzer = newsparse.Analyzer("en")
    pieces = [text[i : i + size] for i in range(0, len(text), size)]
    whole = analyzer.sentences(text)
    streamed = list(analyzer.iter_sentences(pieces))
    assert [(s.start, s.text) for s in streamed] == [(s.start, s.text) for s in whole]
    data = text.encode()
    byte_pieces = [data[i : i + size] for i in range(0, len(data), size)]
    assert [s.text.decode() for s in analyzer.iter_sentences(byte_pieces)] == whole.texts()


def test_a_stream_gives_sentences_before_its_end() -> None:
    def endless() -> Iterator[str]:
        while True:
            yield "The council met on Monday, and it decided nothing. "

    first = next(iter(newsparse.iter_sentences(endless())))
    assert first.text == "The council met on Monday, and it decided nothing."
    with pytest.raises(TypeError):
        list(newsparse.iter_sentences(["a", b"b"]))  # type: ignore[type-var]


def test_threads_share_an_analyzer() -> None:
    analyzer = newsparse.Analyzer()
    texts = [f"Number {i} met. It will meet again, said Ana Roe. " * (i % 50 + 1) for i in range(200)]
    alone = [analyzer.sentences(text).spans for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda text: analyzer.sentences(text).spans, texts)) == alone
        assert list(pool.map(lambda text: analyzer.analyze(text).sentences.spans, texts)) == alone


def test_the_interpreter_goes_on_during_the_work() -> None:
    text = "“We met,” said Ana Roe, the mayor. It will meet again, she told reporters in Paris. " * 3000
    done = threading.Event()

    def work() -> None:
        newsparse.analyze(text, "en")
        done.set()

    worker = threading.Thread(target=work)
    worker.start()
    rounds = 0
    while not done.is_set():
        rounds += 1
    worker.join()
    assert rounds > 1000  # with the lock held there would be next to none
