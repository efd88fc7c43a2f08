"""What words of a report claim about a number of its tables."""

from enum import StrEnum
from typing import NamedTuple, TypeAlias

from model.prose.passages import Squeezed
from model.prose.words.claim_words import Reading
from model.prose.words.numerals import Quantity

Readings: TypeAlias = tuple[Reading, ...]


class Kind(StrEnum):
    """What a claim says of its number."""

    COUNT = "count"  # it is the sum of the fields of a reading
    AT_MOST = "at most"  # it is a part of that sum
    SHARE = "share"  # it is the part in per cent of one of `over`
    TOLD_SHARE = "told share"  # it is the part told in per cent of the whole told, or of one of `over`
    GROWTH = "growth"  # it is what the sum has grown by since last year, per cent or difference
    TIMES = "times"  # it is how many times last year's sum this year's is
    SUM = "sum"  # it is the sum of the `parts` told
    WAYS = "ways"  # it is the sum of the `parts` told, which are all the ways in which applications came
    NAMED = (
        "named"  # it is no number of the tables; `read` is the name by which another place may tell it again
    )


class Claim(NamedTuple):
    """Words from `start` to `end` of a paragraph that tell a number of the tables, or a sum of their own.

    `code` is the rule that compares them, `readings` the ways to read them. `scope` tells of whom: "area" of 全市 and
    the like, "office" of the government's own office, "" of whoever reports, else the name of an office. `number` is
    where the number stands without its unit; no place where it is told in other words (未收到申请). `read` says how the
    words were read. `sure`: the words allow no other reading. `back`: years before the report's. `over`: the wholes of
    a share. `parts`: numbers told that make up the sum, or the one that a share is taken of. `falls`: a decrease.
    `bare`: no word says what was done with them. `doubt`: of what they may be told instead, "thing" of
    another thing, "kind" of more or fewer of the kind than the tables count. `level`: which kind of area is spoken
    of, 市 of 全市. `field`: it is the whole of an office's work only where its name has these words. `alone`: no other
    reason is told beside the one that it counts. `either`: it may be of the year before as well. `less`: a part
    leaves out no more than these fields count.
    """

    code: str
    start: int
    end: int
    words: str
    quantity: Quantity
    readings: Readings
    scope: str = ""
    number: tuple[int, int] = (0, 0)
    kind: Kind = Kind.COUNT
    read: str = ""
    sure: bool = False
    back: int = 0
    over: Readings = ()
    parts: tuple[Quantity, ...] = ()
    whole: Quantity | None = None
    falls: bool = False
    bare: bool = False
    doubt: str = ""
    level: str = ""
    field: str = ""
    alone: bool = False
    either: bool = False
    less: Reading = ()

    def restored(self, plain: Squeezed, written: str, at: int = 0) -> "Claim":
        """Return the same claim, made of the squeezed words `plain`, with its words as they were `written`.

        `at`: where these begin in their paragraph.
        """
        start, end = plain.range(self.start, self.end)
        first, last = self.number
        if last:
            first, last = plain.range(first, last)
            first, last = first + at, last + at
        return self._replace(start=start + at, end=end + at, words=written[start:end], number=(first, last))
