"""Makes a document's parts from the tuples that native/details.c gives."""

from __future__ import annotations

from typing import Any, AnyStr, Generic

from ._model import Block, Credit, CreditSource, Entity, Mention, Provenance, Quote
from ._spans import Span


class Parts(Generic[AnyStr]):
    """All of a document but its sentences."""

    _text: AnyStr
    blocks: list[Block[AnyStr]]
    entities: list[Entity[AnyStr]]
    quotes: list[Quote[AnyStr]]
    credits: list[Credit[AnyStr]]
    provenance: Provenance[AnyStr]

    def __init__(self, text: AnyStr, details: tuple[Any, ...]) -> None:
        self._text = text
        self.language: str = details[0]
        self.malformed: int = details[1]
        self.blocks = [self._block(raw) for raw in details[2]]
        self.entities = self._entities(details[3])
        self.quotes = self._quotes(details[4])
        self.credits = [self._credit(raw) for raw in details[5]]
        self.provenance = self._provenance(details[6])

    def _span(self, raw: tuple[int, int]) -> Span[AnyStr]:
        return Span(self._text, raw[0], raw[1])

    def _spans(self, raw: tuple[tuple[int, int], ...]) -> tuple[Span[AnyStr], ...]:
        return tuple(self._span(one) for one in raw)

    def _block(self, raw: tuple[Any, ...]) -> Block[AnyStr]:
        kind, span, first, count = raw
        return Block(kind, self._span(span), range(first, first + count))

    def _entities(self, raws: list[tuple[Any, ...]]) -> list[Entity[AnyStr]]:
        made = []
        for number, (kind, name, mentions, gender, grammatical, roles, _) in enumerate(raws):
            there = tuple(Mention(how, self._span(span)) for how, span in mentions)
            made.append(Entity(number, kind, name or "", there, gender, grammatical, self._spans(roles)))
        for entity, raw in zip(made, raws):
            entity.members = tuple(made[i] for i in raw[6])
        return made

    def _quotes(self, raws: list[tuple[Any, ...]]) -> list[Quote[AnyStr]]:
        made = []
        for kind, content, cue, source, to, medium, relay, time, who, flags, _, sure, reason, evidence in raws:
            speakers = tuple(self.entities[i] for i in who)
            made.append(
                Quote(
                    kind,
                    content=self._spans(content),
                    cue=self._spans(cue),
                    source=self._spans(source),
                    addressee=self._spans(to),
                    medium=self._spans(medium),
                    relay=self._spans(relay),
                    time=self._spans(time),
                    speakers=speakers,
                    flags=frozenset(flags),
                    parent=None,
                    confidence=sure,
                    reason=reason,
                    evidence=self._spans(evidence),
                )
            )
        for quote, raw in zip(made, raws):
            quote.parent = None if raw[10] is None else made[raw[10]]
        return made

    def _credit(self, raw: tuple[Any, ...]) -> Credit[AnyStr]:
        kind, span, sources, *rest = raw
        named = tuple(CreditSource(self._span(s), name, what, url) for s, name, what, url in sources)
        return Credit(kind, self._span(span), named, *rest)

    def _provenance(self, raw: tuple[Any, ...]) -> Provenance[AnyStr]:
        publisher, original_url, rights_holder, license, license_url, derived, contributors, agencies, media = raw
        return Provenance(
            publisher,
            original_url,
            rights_holder,
            license,
            license_url,
            derived_from=tuple(self.credits[i] for i in derived),
            contributors=tuple(self.credits[i] for i in contributors),
            agencies=tuple(self.credits[i] for i in agencies),
            media=dict(media),
        )
