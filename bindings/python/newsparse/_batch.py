"""Sentences of many texts at once."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any, overload

Chunk = tuple[bytes, bytes, bytes]


class SentenceBatch(Sequence["list[tuple[int, int]] | None"]):
    """For each text a list of (start, end), or None where there was no text.

    `offsets` holds all starts and ends one after the other as 32-bit integers; the sentences of text `i` are numbers
    ``first[i]`` to ``first[i + 1]``. Both are read-only buffers, which numpy and pyarrow take without a copy."""

    __slots__ = ("_valid", "first", "offsets")
    offsets: memoryview[int]
    first: memoryview[int]
    _valid: bytes

    def __init__(self, chunks: list[Chunk]) -> None:
        spans, first, valid = chunks[0] if len(chunks) == 1 else _join(chunks)
        self.offsets = memoryview(spans).cast("I") if spans else memoryview(b"").cast("I")
        self.first = memoryview(first).cast("Q")
        self._valid = valid

    def __len__(self) -> int:
        return len(self._valid)

    @overload
    def __getitem__(self, index: int) -> list[tuple[int, int]] | None: ...
    @overload
    def __getitem__(self, index: slice) -> list[list[tuple[int, int]] | None]: ...
    def __getitem__(self, index: int | slice) -> Any:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        row = index + len(self) if index < 0 else index
        if not 0 <= row < len(self):
            raise IndexError("text number out of range")
        if not self._valid[row]:
            return None
        flat = self.offsets[2 * self.first[row] : 2 * self.first[row + 1]].tolist()
        return list(zip(flat[::2], flat[1::2]))

    def __repr__(self) -> str:
        return f"<SentenceBatch: {len(self.offsets) // 2} sentences of {len(self)} texts>"


def _join(chunks: list[Chunk]) -> Chunk:
    first = array("Q", [0])
    for _, numbers, _ in chunks:
        before = first.pop()
        first.extend(before + number for number in memoryview(numbers).cast("Q"))
    spans = b"".join(chunk[0] for chunk in chunks)
    valid = b"".join(chunk[2] for chunk in chunks)
    return spans, first.tobytes(), valid
