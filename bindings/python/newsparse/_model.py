"""What a document is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import AnyStr, Generic

from ._spans import Span


@dataclass(frozen=True, repr=False)
class Block(Generic[AnyStr]):
    """A paragraph, a heading, a line. `sentences` is the range of its sentences' numbers."""

    kind: str
    span: Span[AnyStr]
    sentences: range

    @property
    def text(self) -> AnyStr:
        return self.span.text

    def __repr__(self) -> str:
        return f"<Block {self.kind} {_short(self.span)}>"


@dataclass(frozen=True, repr=False)
class Mention(Generic[AnyStr]):
    """One place where the text means an entity; `kind` is name, nominal, pronoun or silent."""

    kind: str
    span: Span[AnyStr]

    @property
    def text(self) -> AnyStr:
        return self.span.text

    def __repr__(self) -> str:
        return f"<Mention {self.kind} {_short(self.span)}>"


@dataclass(eq=False, repr=False)
class Entity(Generic[AnyStr]):
    """Somebody or something that speaks or is named: a person, an organisation, a place, a group, a medium …"""

    id: int
    kind: str
    name: str
    mentions: tuple[Mention[AnyStr], ...]
    gender: str | None
    number: str | None
    roles: tuple[Span[AnyStr], ...]
    members: tuple[Entity[AnyStr], ...] = ()

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"<Entity {self.id} {self.kind} {self.name!r}, {len(self.mentions)} mentions>"


@dataclass(eq=False, repr=False)
class Quote(Generic[AnyStr]):
    """Something said: `kind` is direct, mixed or indirect."""

    kind: str
    content: tuple[Span[AnyStr], ...]
    cue: tuple[Span[AnyStr], ...]
    source: tuple[Span[AnyStr], ...]
    addressee: tuple[Span[AnyStr], ...]
    medium: tuple[Span[AnyStr], ...]
    relay: tuple[Span[AnyStr], ...]
    time: tuple[Span[AnyStr], ...]
    speakers: tuple[Entity[AnyStr], ...]
    flags: frozenset[str]
    parent: Quote[AnyStr] | None
    confidence: float
    reason: str | None
    evidence: tuple[Span[AnyStr], ...]

    @property
    def speaker(self) -> Entity[AnyStr] | None:
        """Who said it; the first one when several did, None when nobody can be named."""
        return self.speakers[0] if self.speakers else None

    @property
    def text(self) -> str:
        """What was said; pieces that a cue broke apart are joined by " … "."""
        return " … ".join(str(span) for span in self.content)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        who = " and ".join(speaker.name for speaker in self.speakers) or "?"
        return f"<Quote {self.kind} by {who}: {_cut(self.text)!r}>"


@dataclass(frozen=True, repr=False)
class CreditSource(Generic[AnyStr]):
    """Whom a credit names: as written in `span`, canonical in `name`."""

    span: Span[AnyStr]
    name: str | None
    kind: str
    url: str | None

    @property
    def text(self) -> AnyStr:
        return self.span.text

    def __repr__(self) -> str:
        return f"<CreditSource {self.kind} {self.name!r}>"


@dataclass(frozen=True, repr=False)
class Credit(Generic[AnyStr]):
    """A statement of where the article comes from, who made it or who owns it."""

    kind: str
    span: Span[AnyStr]
    sources: tuple[CreditSource[AnyStr], ...]
    url: str | None
    license: str | None
    license_url: str | None
    holder: str | None
    place: str | None
    date: str | None
    language: str | None
    year: int | None
    end_year: int | None
    confidence: float
    reason: str | None

    @property
    def text(self) -> AnyStr:
        return self.span.text

    def __repr__(self) -> str:
        names = ", ".join(repr(source.name) for source in self.sources)
        return f"<Credit {self.kind} {names or _short(self.span)}>"


@dataclass(frozen=True, repr=False)
class Provenance(Generic[AnyStr]):
    """What the credits say together. `media` are the media cited in the running text, with counts."""

    publisher: str | None
    original_url: str | None
    rights_holder: str | None
    license: str | None
    license_url: str | None
    derived_from: tuple[Credit[AnyStr], ...]
    contributors: tuple[Credit[AnyStr], ...]
    agencies: tuple[Credit[AnyStr], ...]
    media: dict[str, int]

    def _stated(self) -> Iterator[str]:
        for name in ("publisher", "original_url", "rights_holder", "license"):
            if getattr(self, name):
                yield f"{name}={getattr(self, name)!r}"
        for name in ("derived_from", "contributors", "agencies", "media"):
            if getattr(self, name):
                yield f"{len(getattr(self, name))} {name}"

    def __repr__(self) -> str:
        return f"<Provenance {', '.join(self._stated()) or 'nothing stated'}>"


def _cut(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _short(span: Span[AnyStr]) -> str:
    return repr(_cut(str(span)))
