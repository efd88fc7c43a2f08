"""The number of all applications, told again before its parts."""

from collections.abc import Sequence
from typing import Final

from model.prose.pieces.line import Line
from model.prose.pieces.subject import Subject, Told
from model.prose.words.claim_words import Group, Vocabulary
from model.prose.words.codes import CARRIED, HANDLED, RECEIVED

_OF_ALL: Final = (RECEIVED, HANDLED)


def tell_again(lines: Sequence[Line], spoken: Subject, known: Vocabulary) -> None:
    """12件中，8件由自然人提交: the number that the sentence before told of all applications, told again before its parts."""
    first = next((line for line in lines if line.piece.number is not None), None)
    number = first.piece.number if first is not None else None
    wholes = [part for part in spoken.before if part.code in _OF_ALL]
    certain = all(part.code in (*_OF_ALL, *CARRIED) for part in spoken.before)
    if (
        first is None
        or number is None
        or number.told is None
        or first.told is not None
        or not wholes
        or not certain
    ):
        return
    inside = [token for token in first.piece.behind if token.kind != "filler"]
    alone = first.piece.before.kinds <= {"filler"} and first.depth == 0
    counts = (
        number.name in known.units["application"] and spoken.thing == "application" and spoken.distance <= 1
    )
    if alone and counts and len(inside) == 1 and inside[0].is_in(Group.INSIDE):
        received = known.meanings["application"]["due"].readings
        readings = tuple(
            dict.fromkeys((*(reading for part in wholes for reading in part.readings), *received))
        )
        first.told = Told(
            number.told, number.start, number.end, "application", ("whole",), wholes[-1].code, wholes[-1].says, readings,
            first.subject.when, first.subject.who,
        )  # fmt: skip
