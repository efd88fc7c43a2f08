"""Results told behind reviews and suits: of both, or of the last."""

from collections.abc import Sequence

from model.prose.pieces.line import Line
from model.prose.words.claim_words import Vocabulary
from model.prose.words.codes import RESULT
from model.prose.words.tokens import DISPUTES


def tell_results_of_both(
    lines: Sequence[Line], before: tuple[tuple[str, ...], ...], known: Vocabulary
) -> tuple[tuple[str, ...], ...]:
    """Read what results are told of, and return the disputes counted in the sentence, `before` until now, with which it goes on.

    复议、诉讼共43件，维持31件: of all, where reviews and suits are told together; of the last or of all in one row.
    复议5件、诉讼0件，维持2件: of none there are no results, so that they are all of the others.
    """
    row = [*before]
    none: set[str] = set()
    for line in lines:
        told = line.told
        if told is None or told.thing not in DISPUTES:
            continue
        if told.code != RESULT:
            row.append((told.thing,) if told.names == ("told",) else told.names)
            none |= {told.thing} if told.quantity.high == 0 else set()
            continue
        if {*DISPUTES} <= line.piece.before.names:
            row = [DISPUTES]
        carried = line.piece.tokens.names.isdisjoint(DISPUTES) or row == [DISPUTES]
        counted = {name for names in row for name in names}
        meanings = [known.meanings[thing].get(told.names[0]) for thing in DISPUTES]
        if carried and counted == set(DISPUTES) and len(told.names) == 1 and all(meanings):
            both = tuple(name for meaning in meanings if meaning is not None for name in meaning.readings[0])
            of_all = len(row[-1]) > 1 or told.thing in none
            readings = (both,) if of_all else (*told.readings, both)
            line.told = told._replace(says=f"行政复议、{told.says}", readings=readings, sure=False)
        elif not carried or counted == {told.thing}:
            row = []
    return tuple(row)
