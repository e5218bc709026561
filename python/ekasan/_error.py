"""The one exception of the package."""

from __future__ import annotations


class EkasanError(ValueError):
    """What went wrong: a stable `code`, and where: `start` and `end`, or None.

    For text the place counts code points, for bytes it counts bytes.
    """

    code: str
    start: int | None
    end: int | None

    def __init__(self, message: str, code: str = "error", start: int | None = None, end: int | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.start = start
        self.end = end

    def __reduce__(self) -> tuple[type[EkasanError], tuple[str, str, int | None, int | None]]:
        return (type(self), (str(self), self.code, self.start, self.end))
