"""The engine: options in, documents out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import AnyStr, Generic, Union

from . import _proxy
from ._batch import SentenceBatch
from ._document import Document
from ._errors import ArgumentError
from ._packs import Language, PackFiles, PathLike
from ._spans import Sentence, Sentences

_STAGES = {"blocks": 1, "sentences": 2, "entities": 4, "quotes": 8, "credits": 16}
_ENGINES = {"native": 0, "icu": 1}
_STAGES_OPTION, _STRICT, _ENGINE, _TILE, _WHOLE_QUOTES, _MAX_INPUT, _MIN_CONFIDENCE = range(7)

Pack = Union[Language, PathLike, PackFiles]


class Analyzer:
    """Takes texts apart. It never changes once made, and any number of threads may use one at once: the work runs
    without the interpreter lock.

    lang:         the language of the texts ("en", "pt-BR", "und"); None finds it in each
    packs:        your own: Language objects, or what a Language is made of, which then adds to `lang` (or English)
    stages:       what to find, of "blocks", "sentences", "entities", "quotes", "credits"; None is all
    strict:       malformed bytes are an error
    tile:         sentences keep the white space behind them, so that they make up the whole text
    whole_quotes: a quotation of several sentences is not split inside
    min_confidence: indirect quotations less likely right than this (0 to 1) are left out
    engine:       "native", or "icu" for ICU's sentence break iterator
    max_input:    the longest text to take, in bytes of UTF-8"""

    def __init__(
        self,
        lang: str | None = None,
        *,
        packs: Iterable[Pack] = (),
        stages: Iterable[str] | None = None,
        strict: bool = False,
        tile: bool = False,
        whole_quotes: bool = False,
        min_confidence: float = 0.0,
        engine: str = "native",
        max_input: int | None = None,
    ) -> None:
        self.lang = lang
        base = lang if lang and lang != "auto" else "en"
        self._packs = [pack if isinstance(pack, Language) else Language(pack, base=base) for pack in packs]
        config = _proxy.Config()
        for pack in self._packs:
            config.add_language(pack._native)
        config.set(_STRICT, int(strict))
        config.set(_TILE, int(tile))
        config.set(_WHOLE_QUOTES, int(whole_quotes))
        if not 0 <= min_confidence <= 1:
            raise ArgumentError("min_confidence is a number from 0 to 1")
        config.set(_MIN_CONFIDENCE, round(min_confidence * 1000))
        config.set(_ENGINE, _lookup(_ENGINES, engine, "engine"))
        if max_input is not None:
            config.set(_MAX_INPUT, max_input)
        config.set_language(lang)
        if stages is not None:
            config.set(_STAGES_OPTION, sum({_lookup(_STAGES, stage, "stage") for stage in stages}))
        self._native = _proxy.Analyzer(config)
        config.set(_STAGES_OPTION, _STAGES["sentences"])
        self._splitter = _proxy.Analyzer(config)
        self._spare: list[_proxy.Document] = []  # documents to use again; list operations are atomic

    def analyze(self, text: AnyStr, lang: str | None = None) -> Document[AnyStr]:
        """Takes a text apart. `lang` overrides the analyzer's language for this text."""
        native = _proxy.Document()
        self._native.analyze(native, text, lang)
        return Document(text, native, self)

    def analyze_many(self, texts: Iterable[AnyStr], lang: str | None = None) -> Iterator[Document[AnyStr]]:
        """analyze() for one text after the other."""
        for text in texts:
            yield self.analyze(text, lang)

    def _borrow(self) -> _proxy.Document:
        try:
            return self._spare.pop()
        except IndexError:
            return _proxy.Document()

    def sentences(self, text: AnyStr, lang: str | None = None) -> Sentences[AnyStr]:
        """The sentences of a text, and nothing else."""
        native = self._borrow()
        self._splitter.analyze(native, text, lang)
        made = Sentences(text, native.sentences(text))
        self._spare.append(native)
        return made

    def split(self, text: AnyStr, lang: str | None = None) -> list[AnyStr]:
        """The sentences of a text as a list of strings."""
        native = self._borrow()
        self._splitter.analyze(native, text, lang)
        made: list[AnyStr] = native.split(text)
        self._spare.append(native)
        return made

    def sentences_many(self, texts: object, lang: str | None = None, *, unit: str = "codepoint") -> SentenceBatch:
        """The sentences of many texts in one call: an iterable of str, bytes and None, or an Arrow array or chunked
        array of strings (anything with `__arrow_c_array__` or `__arrow_c_stream__`).

        `unit` is for Arrow: count in "codepoint" or "byte". Elsewhere a str counts code points, bytes count bytes."""
        if unit not in ("codepoint", "byte"):
            raise ArgumentError(f'no unit is called {unit!r}: "codepoint" or "byte"')
        in_bytes = unit == "byte"
        native = self._borrow()
        if hasattr(texts, "__arrow_c_array__"):
            schema, array = texts.__arrow_c_array__()
            chunks = [self._splitter.arrow_array(native, schema, array, lang, in_bytes)]
        elif hasattr(texts, "__arrow_c_stream__"):
            chunks = self._splitter.arrow_stream(native, texts.__arrow_c_stream__(), lang, in_bytes)
        elif isinstance(texts, (str, bytes)):
            raise TypeError("many texts are needed: use sentences() for one")
        else:
            chunks = [self._splitter.many(native, texts, lang)]
        self._spare.append(native)
        return SentenceBatch(chunks)

    def iter_sentences(self, chunks: Iterable[AnyStr]) -> Iterator[Sentence[AnyStr]]:
        """The sentences of a text that comes in pieces of any size, each as soon as it is certain. The offsets count
        from the start of the whole text, which is not kept: `text` has the sentence's own words."""
        stream: _proxy.Stream | None = None
        for chunk in chunks:
            if stream is None:
                stream = _proxy.Stream(self._splitter, isinstance(chunk, str))
            for start, text in stream.push(chunk):
                yield StreamedSentence(text, start)
        if stream is not None:
            for start, text in stream.finish():
                yield StreamedSentence(text, start)

    def __repr__(self) -> str:
        packs = "".join(f", {pack!r}" for pack in self._packs)
        return f"<Analyzer {self.lang or 'auto'}{packs}>"


class StreamedSentence(Sentence[AnyStr], Generic[AnyStr]):
    """A sentence of a stream, which has its own words only."""

    __slots__ = ()

    def __init__(self, text: AnyStr, start: int) -> None:
        self._whole = text
        self.start = start
        self.end = start + len(text)
        self.block = 0

    @property
    def text(self) -> AnyStr:
        return self._whole


def _lookup(names: dict[str, int], name: str, what: str) -> int:
    if name not in names:
        raise ArgumentError(f"no {what} is called {name!r}: {', '.join(names)}")
    return names[name]
