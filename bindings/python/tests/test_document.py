"""A document's parts, and that their spans slice the text that they came from."""

from __future__ import annotations

import json
from collections.abc import Iterator

import newsparse
import pytest


def all_spans(doc: newsparse.Document[str]) -> Iterator[newsparse.Span[str]]:
    yield from doc.sentences
    for block in doc.blocks:
        yield block.span
    for entity in doc.entities:
        yield from (mention.span for mention in entity.mentions)
        yield from entity.roles
    for quote in doc.quotes:
        for spans in (quote.content, quote.cue, quote.source, quote.addressee, quote.medium, quote.relay, quote.time):
            yield from spans
    for credit in doc.credits:
        yield credit.span
        yield from (source.span for source in credit.sources)


def test_sentences_slice_the_text(article: str) -> None:
    doc = newsparse.analyze(article)
    assert len(doc.sentences) >= 8
    for sentence in doc.sentences:
        assert article[sentence.start : sentence.end] == sentence.text == str(sentence)
        assert sentence.text.strip() == sentence.text
        assert doc.blocks[sentence.block].span.start <= sentence.start
    assert "The wall is crumbling" in next(s.text for s in doc.sentences if "crumbling" in s.text)


def test_every_span_is_in_the_text(article: str) -> None:
    spans = list(all_spans(newsparse.analyze(article)))
    assert spans
    for span in spans:
        assert 0 <= span.start < span.end <= len(article)
        assert len(span) == len(span.text)


def test_quotes_have_their_speakers(article: str) -> None:
    doc = newsparse.analyze(article)
    said = next(quote for quote in doc.quotes if "wait" in quote.text)
    assert said.kind == "direct"
    assert said.speaker is not None
    assert said.speaker.name == "Tom Ferrier"
    assert said.speaker in doc.entities
    assert str(said.cue[0]) == "said"
    assert said in doc.quotes_of("Tom Ferrier")
    assert said in doc.quotes_of(said.speaker)
    assert 0 <= said.confidence <= 1


def test_credits_name_their_sources(article: str) -> None:
    doc = newsparse.analyze(article)
    based_on = next(credit for credit in doc.credits if credit.kind == "based_on")
    assert [source.text for source in based_on.sources] == ["Islay Gazette"]
    assert based_on in doc.provenance.derived_from


def test_bytes_count_bytes(article: str) -> None:
    data = article.encode()
    of_bytes, of_str = newsparse.analyze(data), newsparse.analyze(article)
    assert [s.text.decode() for s in of_bytes.sentences] == [s.text for s in of_str.sentences]
    assert of_bytes.sentences[-1].end > of_str.sentences[-1].end
    assert [q.text for q in of_bytes.quotes] == [q.text for q in of_str.quotes]


@pytest.mark.parametrize("wide", ["", "é", "“", "😀", "\u200b", "\x00"])
def test_offsets_are_code_points(wide: str) -> None:
    text = f"{wide} The council met. {wide * 300} It will meet again. "
    assert [text[s.start : s.end] for s in newsparse.sentences(text, "en")] == newsparse.split(text, "en")
    assert newsparse.split(text, "en")[-1].endswith("It will meet again.")


def test_empty_text() -> None:
    doc = newsparse.analyze("")
    assert list(doc.sentences) == [] and doc.quotes == [] and doc.credits == [] and doc.entities == []
    assert doc.sentences.spans == [] and len(doc.sentences.offsets) == 0
    assert newsparse.split("") == []


def test_language_is_asked_for_or_found(article: str) -> None:
    assert newsparse.analyze(article).language == "en"
    assert newsparse.analyze(article, lang="de").language == "de"
    assert newsparse.detect_language("Der Rat hat am Montag getagt, und er wird sich im Juni wieder treffen.") == "de"
    assert newsparse.languages()["en"] == "English"


def test_json_agrees_with_the_objects(article: str) -> None:
    doc = newsparse.analyze(article)
    shown = doc.to_dict()
    assert shown["offsets"] == "codepoint"
    assert [(s["start"], s["end"]) for s in shown["sentences"]] == doc.sentences.spans
    assert [q["kind"] for q in shown["quotes"]] == [q.kind for q in doc.quotes]
    assert [c["kind"] for c in shown["credits"]] == [c.kind for c in doc.credits]
    assert [e["name"] for e in shown["entities"]] == [e.name for e in doc.entities]
    assert json.loads(doc.to_json(id={"a": "é\""}))["id"] == {"a": "é\""}
    line = doc.to_ndjson(id=7)
    assert line.endswith("\n") and line.count("\n") == 1 and json.loads(line)["id"] == 7


def test_other_formats(article: str) -> None:
    doc = newsparse.analyze(article)
    assert json.loads(doc.to_jsonld())["@type"] == "NewsArticle"
    assert json.loads(doc.to_ninjs())
    page = doc.to_html(title="A <title>")
    assert page.lstrip().lower().startswith("<!doctype html") and "A &lt;title&gt;" in page
    assert "<iframe" in doc._repr_html_()


def test_reprs_help(article: str) -> None:
    doc = newsparse.analyze(article)
    assert repr(doc).startswith("<Document en: ")
    assert "sentences:" in repr(doc.sentences)
    assert repr(doc.sentences[0]).startswith("<Sentence 0:")
    quote = next(quote for quote in doc.quotes if "wait" in quote.text)
    assert "Tom Ferrier" in repr(quote) and quote.kind in repr(quote)
    for part in (*doc.blocks, *doc.entities, *doc.credits, doc.provenance, doc.entities[0].mentions[0]):
        assert repr(part).startswith(f"<{type(part).__name__} ")
        assert "object at" not in repr(part)


def test_a_document_outlives_its_analyzer(article: str) -> None:
    def make() -> newsparse.Document[str]:
        own = newsparse.Language({"abbreviations.txt": "# none of our own\n"}, base="en")
        return newsparse.Analyzer(packs=[own]).analyze(article)

    assert make().language == "en"
