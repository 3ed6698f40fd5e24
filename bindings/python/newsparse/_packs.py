"""Language packs: built in, and your own."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Mapping
from typing import Union

from . import _proxy
from ._errors import UnknownLanguageError

PackFiles = Mapping[str, Union[str, bytes]]
PathLike = Union[str, "os.PathLike[str]"]


def languages() -> dict[str, str]:
    """The built-in languages: ids and English names."""
    packs = [_proxy.builtin_language(i) for i in range(_proxy.builtin_language_count())]
    return {pack.id(): pack.name() for pack in packs}


def detect_language(text: str | bytes) -> str:
    """The language that a text is most likely in, "und" when in doubt."""
    return _proxy.detect_language(text)


def _read(source: PathLike | PackFiles) -> list[tuple[str, bytes]]:
    if isinstance(source, Mapping):
        return [(name, data.encode() if isinstance(data, str) else bytes(data)) for name, data in source.items()]
    path = pathlib.Path(source)
    files = sorted(path.glob("*.txt")) if path.is_dir() else [path]
    if not files:
        raise FileNotFoundError(f"no *.txt in {path}")
    return [(file.name, file.read_bytes()) for file in files]


def _base(name: str | Language | None) -> _proxy.Language | None:
    if name is None or isinstance(name, Language):
        return name._native if name else None
    found = _proxy.find_language(name)
    if found is None:
        raise UnknownLanguageError(f"no language pack is called {name!r}")
    return found


class Language:
    """A language pack made at run time from pack files, added to those of a `base`.

    `source` is a folder of pack files, one such file, or a mapping of file names to their contents::

        Language({"abbreviations.txt": "Hptstr.\\n"}, base="de")

    A mistake in a file is a PackError with `file`, `line` and `column`; nothing is half loaded."""

    def __init__(
        self, source: PathLike | PackFiles, *, base: str | Language | None = "en", id: str | None = None
    ) -> None:
        if base is None and id is None:
            raise ValueError("a language needs a base or an id of its own")
        self._base = base  # a compiled language may share its base's data
        self._native = _proxy.Language(_base(base), id, _read(source))

    @property
    def id(self) -> str:
        return self._native.id()

    @property
    def name(self) -> str:
        return self._native.name()

    def __repr__(self) -> str:
        return f"<Language {self.id} {self.name!r}>"


def check_pack(source: PathLike | PackFiles, *, base: str | Language | None = "en") -> list[Exception]:
    """Every mistake in pack files, as PackErrors; an empty list when there is none."""
    return _proxy.check_language(_base(base), _read(source))
