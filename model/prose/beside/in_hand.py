"""What was in hand through the year, and is told with what was handled of it: 在办60件，其中办结58件."""

from collections.abc import Sequence
from typing import Final

from model.prose.pieces.line import Line
from model.prose.words.claim_words import Vocabulary

_PENDING: Final = ("pending",)
_OF_ALL: Final = (("handled",), ("carried_in",))


def tell_in_hand(lines: Sequence[Line], known: Vocabulary) -> None:
    """Read what is in hand as all that was, too, where what was handled of it or carried in is told behind it."""
    of_all = False
    for line in reversed(lines):
        told = line.told
        if told is None or told.thing != "application":
            continue
        of_all = of_all or told.names in _OF_ALL
        if of_all and told.names == _PENDING:
            readings = (*told.readings, *known.meanings[told.thing]["in_hand"].readings)
            line.told = told._replace(readings=tuple(dict.fromkeys(readings)), sure=False)
