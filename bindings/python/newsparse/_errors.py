"""What can go wrong. Running out of memory is a MemoryError."""

from __future__ import annotations

from . import _proxy


class Error(Exception):
    """Anything that this library refuses."""


class ArgumentError(Error, ValueError):
    """A value that does not exist or is out of range."""


class TooLongError(Error, ValueError):
    """A text longer than the analyzer takes."""


class MalformedTextError(Error, ValueError):
    """Bytes that are not UTF-8, with ``strict=True``. `offset` is the first of them."""

    def __init__(self, message: str, offset: int = 0) -> None:
        super().__init__(message)
        self.offset = offset


class UnknownLanguageError(Error, LookupError):
    """No language pack goes by that name."""


class UnknownEncodingError(Error, LookupError):
    """No converter for that character encoding."""


class PackError(Error, ValueError):
    """A mistake in a language-pack file, at `line` and `column` (in bytes, from 1) of `file`."""

    def __init__(self, message: str, file: str = "", line: int = 0, column: int = 0) -> None:
        super().__init__(f"{file}:{line}:{column}: {message}" if file else message)
        self.message = message
        self.file = file
        self.line = line
        self.column = column


class UnsupportedError(Error):
    """This build lacks what was asked for."""


class StateError(Error):
    """A call out of order."""


_CLASSES: dict[int, type[Error]] = {
    -2: ArgumentError,
    -3: TooLongError,
    -5: UnknownLanguageError,
    -8: UnknownEncodingError,
    -9: UnsupportedError,
    -10: StateError,
}


def _make(status: int, message: str, offset: int, file: str, line: int, column: int) -> BaseException:
    if status == -4:
        return MalformedTextError(f"{message} (byte {offset})", offset)
    if status in (-6, -7):
        return PackError(message, file, line, column)
    return _CLASSES.get(status, Error)(message)


_proxy.set_error_factory(_make)
