"""The answer to one text."""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING, Any, AnyStr, Generic

from . import _proxy
from ._build import Parts
from ._model import Block, Credit, Entity, Provenance, Quote
from ._spans import Sentences

if TYPE_CHECKING:
    from ._analyzer import Analyzer

_ALL_STAGES = 31
_FORMATS = {"json": 0, "ndjson": 1, "jsonld": 2, "ninjs": 3, "html": 4}


class Document(Generic[AnyStr]):
    """A text taken apart. Offsets are those of the `text`: code points of a str, bytes of a bytes object."""

    __slots__ = ("_analyzer", "_native", "_parts", "_sentences", "text")
    text: AnyStr
    _native: _proxy.Document
    _analyzer: Analyzer
    _parts: Parts[AnyStr] | None
    _sentences: Sentences[AnyStr] | None

    def __init__(self, text: AnyStr, native: _proxy.Document, analyzer: Analyzer) -> None:
        self.text = text
        self._native = native
        self._analyzer = analyzer  # keeps the language packs alive that the native document points to
        self._parts = None
        self._sentences = None

    @property
    def _all(self) -> Parts[AnyStr]:
        if self._parts is None:
            self._parts = Parts(self.text, self._native.details(self.text))
        return self._parts

    @property
    def sentences(self) -> Sentences[AnyStr]:
        if self._sentences is None:
            self._sentences = Sentences(self.text, self._native.sentences(self.text))
        return self._sentences

    @property
    def language(self) -> str:
        """The language that the text was read in, such as "en"; "und" when it is not known."""
        return self._all.language

    @property
    def malformed(self) -> int:
        """How many bytes were not UTF-8."""
        return self._all.malformed

    @property
    def blocks(self) -> list[Block[AnyStr]]:
        return self._all.blocks

    @property
    def entities(self) -> list[Entity[AnyStr]]:
        return self._all.entities

    @property
    def quotes(self) -> list[Quote[AnyStr]]:
        return self._all.quotes

    @property
    def credits(self) -> list[Credit[AnyStr]]:
        return self._all.credits

    @property
    def provenance(self) -> Provenance[AnyStr]:
        """What the credits say together."""
        return self._all.provenance

    def quotes_of(self, speaker: Entity[AnyStr] | str) -> list[Quote[AnyStr]]:
        """All that an entity (or whoever has that name) said."""
        return [
            quote
            for quote in self.quotes
            if any(who is speaker or who.name == speaker for who in quote.speakers)
        ]

    def _render(self, format: str, id: object = None, title: str | None = None, explain: bool = False) -> str:
        shown = None if id is None else json.dumps(id)
        return self._native.render(self.text, _FORMATS[format], _ALL_STAGES, shown, title, explain)

    def to_json(self, *, id: object = None, explain: bool = False) -> str:
        """As JSON (docs/schema). `id` is anything that JSON can hold."""
        return self._render("json", id=id, explain=explain)

    def to_ndjson(self, *, id: object = None, explain: bool = False) -> str:
        """The same on one line, ended by a line break."""
        return self._render("ndjson", id=id, explain=explain)

    def to_dict(self) -> dict[str, Any]:
        """to_json() as Python objects."""
        made: dict[str, Any] = json.loads(self.to_json())
        return made

    def to_jsonld(self) -> str:
        """As a schema.org NewsArticle."""
        return self._render("jsonld")

    def to_ninjs(self) -> str:
        """As IPTC ninjs 3.1."""
        return self._render("ninjs")

    def to_html(self, *, title: str | None = None) -> str:
        """As a page of its own."""
        return self._render("html", title=title)

    def _repr_html_(self) -> str:
        page = html.escape(self.to_html(), quote=True)
        return f'<iframe srcdoc="{page}" style="width:100%;height:32em;border:1px solid #ccc"></iframe>'

    def __repr__(self) -> str:
        parts = self._all
        return (
            f"<Document {parts.language}: {len(parts.blocks)} blocks, {len(self.sentences)} sentences, "
            f"{len(parts.entities)} entities, {len(parts.quotes)} quotes, {len(parts.credits)} credits>"
        )
