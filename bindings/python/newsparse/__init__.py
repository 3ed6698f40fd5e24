"""Sentences, quotations with their speakers, and source credits of news articles.

>>> import newsparse
>>> doc = newsparse.analyze('"We are ready," said Ana Roe, the mayor.')
>>> doc.quotes[0].text, doc.quotes[0].speaker.name
('"We are ready,"', 'Ana Roe')
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import AnyStr

from ._analyzer import Analyzer
from ._batch import SentenceBatch
from ._document import Document
from ._errors import (
    ArgumentError,
    Error,
    MalformedTextError,
    PackError,
    StateError,
    TooLongError,
    UnknownEncodingError,
    UnknownLanguageError,
    UnsupportedError,
)
from ._model import Block, Credit, CreditSource, Entity, Mention, Provenance, Quote
from ._packs import Language, check_pack, detect_language, languages
from ._proxy import version as _version
from ._spans import Sentence, Sentences, Span
from ._text import decode, detect_encoding

__version__ = _version()

__all__ = [
    "Analyzer",
    "ArgumentError",
    "Block",
    "Credit",
    "CreditSource",
    "Document",
    "Entity",
    "Error",
    "Language",
    "MalformedTextError",
    "Mention",
    "PackError",
    "Provenance",
    "Quote",
    "Sentence",
    "SentenceBatch",
    "Sentences",
    "Span",
    "StateError",
    "TooLongError",
    "UnknownEncodingError",
    "UnknownLanguageError",
    "UnsupportedError",
    "analyze",
    "check_pack",
    "decode",
    "detect_encoding",
    "detect_language",
    "iter_sentences",
    "languages",
    "sentences",
    "sentences_many",
    "split",
]


@functools.lru_cache(maxsize=1)
def _default() -> Analyzer:
    return Analyzer()


def analyze(text: AnyStr, lang: str | None = None) -> Document[AnyStr]:
    """Takes a text apart: blocks, sentences, entities, quotes and credits. None as `lang` finds the language."""
    return _default().analyze(text, lang)


def sentences(text: AnyStr, lang: str | None = None) -> Sentences[AnyStr]:
    """The sentences of a text, with their places in it."""
    return _default().sentences(text, lang)


def split(text: AnyStr, lang: str | None = None) -> list[AnyStr]:
    """The sentences of a text as a list of strings."""
    return _default().split(text, lang)


def sentences_many(texts: object, lang: str | None = None, *, unit: str = "codepoint") -> SentenceBatch:
    """The sentences of many texts, a list or an Arrow array, in one call."""
    return _default().sentences_many(texts, lang, unit=unit)


def iter_sentences(chunks: Iterable[AnyStr], lang: str | None = None) -> Iterator[Sentence[AnyStr]]:
    """The sentences of a text that comes in pieces (lines of a file, blocks of a socket)."""
    analyzer = _default() if lang is None else Analyzer(lang, stages=["sentences"])
    return analyzer.iter_sentences(chunks)
