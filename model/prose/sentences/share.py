"""A share that a sentence tells, and what shares of applications may be taken of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from model.prose.pieces.line import Line
from model.prose.pieces.subject import split_body
from model.prose.words.claim_words import Reading, vocabulary
from model.prose.words.numerals import Quantity

OVER_HANDLED: Final = (("办结申请总数",), ("答复申请总数",))
OVER_RECEIVED: Final = (("收到申请总数",), ("收到申请总数", "上年结转申请数"))
_ABSENT: Final = "absent"
"""What an office has not got, in its own words: one of those that it could not provide."""
_UNAVAILABLE: Final = "unavailable"


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


def among_its_result(share: Share, names: Sequence[str], before: Sequence[Line]) -> Share:
    """无法提供中，不掌握的9件，占75%: the share of a row of table 三 may be one of its result, where that was named before it."""
    known = vocabulary()
    said = {token.name for line in before for token in line.piece.tokens if token.kind == "outcome"}
    results = {_UNAVAILABLE if name == _ABSENT else _result_of(name, known.results) for name in names}
    if len(results) != 1 or not results <= said or results <= {*names}:
        return share
    return replace(share, over=(*share.over, *known.meanings["application"][results.pop()].readings))


def _result_of(row: str, results: Sequence[str]) -> str:
    """The result that a row is one of, by how its name begins; "" for none."""
    return next((result for result in results if row.startswith(f"{result.removesuffix('_handling')}_")), "")
