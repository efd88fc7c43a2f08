"""A share that a sentence tells, and what shares of applications may be taken of."""

from dataclasses import dataclass
from typing import Final

from model.prose.pieces.line import Line
from model.prose.pieces.subject import split_body
from model.prose.words.claim_words import Reading, vocabulary
from model.prose.words.numerals import Quantity

OVER_HANDLED: Final = (("办结申请总数",), ("答复申请总数",))
OVER_RECEIVED: Final = (("收到申请总数",), ("收到申请总数", "上年结转申请数"))


@dataclass(frozen=True, slots=True)
class Share:
    """`quantity` per cent: a part (fields in `readings`, or the number told in `parts`) of one of `over` or of `whole`."""

    quantity: Quantity
    start: int
    readings: tuple[Reading, ...]
    over: tuple[Reading, ...]
    parts: tuple[Quantity, ...]
    whole: Quantity | None
    who: str
    read: str


def whose(line: Line) -> str:
    """Return whose number a line tells, in words."""
    body = split_body(line.subject.who)[0] or "own"
    return vocabulary().said.get(body, body)
