"""Texts in other encodings."""

from __future__ import annotations

from . import _proxy


def detect_encoding(data: bytes) -> str:
    """The encoding that bytes are most likely in, such as "windows-1251"."""
    return _proxy.detect_encoding(data)


def decode(data: bytes, encoding: str | None = None) -> str:
    """Bytes as str, by an IANA name or ICU alias; None finds the encoding."""
    return _proxy.decode(data, encoding)
