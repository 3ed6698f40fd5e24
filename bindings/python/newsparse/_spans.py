"""Pieces of a text, and the sentences of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import AnyStr, Generic, overload


class Span(Generic[AnyStr]):
    """A piece of the text: ``text[span.start:span.end]``, which is ``span.text``."""

    __slots__ = ("_whole", "end", "start")
    _whole: AnyStr
    start: int
    end: int

    def __init__(self, whole: AnyStr, start: int, end: int) -> None:
        self._whole = whole
        self.start = start
        self.end = end

    @property
    def text(self) -> AnyStr:
        """The words themselves."""
        return self._whole[self.start : self.end]

    def __str__(self) -> str:
        text = self.text
        return text if isinstance(text, str) else text.decode("utf-8", "replace")

    def __len__(self) -> int:
        return self.end - self.start

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Span):
            return NotImplemented
        return bool((self.start, self.end, self._whole) == (other.start, other.end, other._whole))

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.start}:{self.end} {self.text!r}>"


class Sentence(Span[AnyStr]):
    """A sentence. `block` is the number of the block that it stands in."""

    __slots__ = ("block",)

    def __init__(self, whole: AnyStr, start: int, end: int, block: int = 0) -> None:
        self._whole = whole
        self.start = start
        self.end = end
        self.block = block


class Sentences(Sequence[Sentence[AnyStr]]):
    """The sentences of a text, in order. They are made one by one as you ask for them; `offsets`, `spans` and
    `texts()` give all at once and are much quicker for long texts."""

    __slots__ = ("_count", "_data", "_whole")
    _whole: AnyStr
    _data: memoryview[int]
    _count: int

    def __init__(self, whole: AnyStr, data: bytes) -> None:
        self._whole = whole
        self._data = memoryview(data).cast("I") if data else memoryview(b"").cast("I")
        self._count = len(self._data) // 3

    @property
    def offsets(self) -> memoryview[int]:
        """Start and end of each sentence, one after the other, as a read-only buffer of 32-bit integers."""
        return self._data[: 2 * self._count]

    @property
    def spans(self) -> list[tuple[int, int]]:
        """(start, end) of each sentence."""
        flat = self.offsets.tolist()
        return list(zip(flat[::2], flat[1::2]))

    def texts(self) -> list[AnyStr]:
        """The sentences as plain strings."""
        whole = self._whole
        flat = self.offsets.tolist()
        return [whole[start:end] for start, end in zip(flat[::2], flat[1::2])]

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Sentence[AnyStr]: ...
    @overload
    def __getitem__(self, index: slice) -> list[Sentence[AnyStr]]: ...
    def __getitem__(self, index: int | slice) -> Sentence[AnyStr] | list[Sentence[AnyStr]]:
        if isinstance(index, slice):
            return [self._make(i) for i in range(*index.indices(self._count))]
        position = index + self._count if index < 0 else index
        if not 0 <= position < self._count:
            raise IndexError("sentence number out of range")
        return self._make(position)

    def _make(self, i: int) -> Sentence[AnyStr]:
        data = self._data
        return Sentence(self._whole, data[2 * i], data[2 * i + 1], data[2 * self._count + i])

    def __iter__(self) -> Iterator[Sentence[AnyStr]]:
        whole = self._whole
        flat = self._data.tolist()
        blocks = flat[2 * self._count :]
        for start, end, block in zip(flat[0 : 2 * self._count : 2], flat[1 : 2 * self._count : 2], blocks):
            yield Sentence(whole, start, end, block)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sentences):
            return NotImplemented
        return bool(self._whole == other._whole and self._data == other._data)

    def __hash__(self) -> int:
        return hash((self._whole, self._count))

    def __repr__(self) -> str:
        shown = ", ".join(repr(text) for text in self.texts()[:3]) if self._count <= 1000 else "…"
        more = ", …" if 3 < self._count <= 1000 else ""
        return f"<{self._count} sentences: {shown}{more}>"
