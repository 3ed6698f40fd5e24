"""Makes a document's parts from the tuples that native/details.c gives."""

from __future__ import annotations

from typing import Any, AnyStr, Generic

from ._model import Block, Credit, CreditSource, Entity, Mention, Provenance, Quote
from ._spans import Span


class Parts(Generic[AnyStr]):
    """All of a document but its sentences."""

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
            lists = [self._spans(raw) for raw in (content, cue, source, to, medium, relay, time)]
            made.append(
                Quote(kind, *lists, speakers, frozenset(flags), None, sure, reason, self._spans(evidence))
            )
        for quote, raw in zip(made, raws):
            quote.parent = None if raw[10] is None else made[raw[10]]
        return made

    def _credit(self, raw: tuple[Any, ...]) -> Credit[AnyStr]:
        kind, span, sources, *rest = raw
        named = tuple(CreditSource(self._span(s), name, what, url) for s, name, what, url in sources)
        return Credit(kind, self._span(span), named, *rest)

    def _provenance(self, raw: tuple[Any, ...]) -> Provenance[AnyStr]:
        lists = [tuple(self.credits[i] for i in numbers) for numbers in raw[5:8]]
        return Provenance(*raw[:5], *lists, dict(raw[8]))
