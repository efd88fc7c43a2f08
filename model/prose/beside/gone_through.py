"""Documents that were gone through: 对33件规范性文件进行清理，继续有效29件，修改2件，废止2件 tells of these 33 alone."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Final

from model.prose.pieces.line import Line
from model.prose.words.claim_words import vocabulary

_NUMBER: Final = re.compile(r"(?P<value>\d{1,5})[件份个部]")


@lru_cache(maxsize=256)
def kept_of_those(words: str) -> frozenset[int]:
    """Return where in a sentence numbers stand of what was kept of so many, which with the others told make these up."""
    kept = {match.start("number") for match in vocabulary().passages["kept"].finditer(words)}
    if not kept:
        return frozenset()
    numbers = [(match.start(), int(match["value"])) for match in _NUMBER.finditer(words)]
    told: set[int] = set()
    for place, (_, whole) in enumerate(numbers):
        parts = numbers[place + 1 :]
        ends = [n for n, added in enumerate(accumulate(value for _, value in parts), 1) if added == whole]
        told |= {start for start, _ in parts[: max(ends, default=0)]}
    return frozenset(kept & told)


def leave_kept(lines: Sequence[Line], words: str) -> None:
    """Take back what is told of them: those in force may be more."""
    kept = kept_of_those(words)
    for line in lines if kept else ():
        if line.piece.number is not None and line.piece.number.start in kept:
            line.told = None
