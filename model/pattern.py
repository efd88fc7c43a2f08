"""Regular expressions that are compiled when they are first used.

A report that is opened passes by dozens of them and needs hardly one, and each that tells Chinese characters apart takes
half a millisecond to compile.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import AnyStr, Generic


class Pattern(Generic[AnyStr]):
    """A regular expression with the methods of a compiled one; it is compiled with the first of them that is called."""

    def __init__(self, source: AnyStr, flags: int = 0) -> None:
        self._source: AnyStr = source
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[AnyStr]:
        return re.compile(self._source, self._flags)

    def search(self, text: AnyStr) -> re.Match[AnyStr] | None:
        """Return the first place where it fits."""
        return self._compiled.search(text)

    def match(self, text: AnyStr) -> re.Match[AnyStr] | None:
        """Return where it fits at the beginning."""
        return self._compiled.match(text)

    def fullmatch(self, text: AnyStr) -> re.Match[AnyStr] | None:
        """Return where it fits from the beginning to the end."""
        return self._compiled.fullmatch(text)

    def finditer(self, text: AnyStr) -> Iterator[re.Match[AnyStr]]:
        """Return all places where it fits."""
        return self._compiled.finditer(text)

    def found_in(self, text: AnyStr) -> list[AnyStr]:
        """Return the words of all places where it fits."""
        return [match[0] for match in self._compiled.finditer(text)]

    def split(self, text: AnyStr) -> list[AnyStr]:
        """Return what lies between the places where it fits, and what its groups hold there."""
        return self._compiled.split(text)

    def sub(
        self, words: AnyStr | Callable[[re.Match[AnyStr]], AnyStr], text: AnyStr, count: int = 0
    ) -> AnyStr:
        """Return the text with other words where it fits: in the first `count` places, or in all."""
        return self._compiled.sub(words, text, count)
