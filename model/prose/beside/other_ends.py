"""What 其他 counts behind results of disputes: the row of that name, or all that is not told beside it."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Final

from model.prose.pieces.line import Line
from model.prose.words.claim_words import Meaning, Reading, Vocabulary
from model.prose.words.tokens import DISPUTES

_OTHER: Final = "other_result"
_ROWS: Final = ("upheld", "corrected", _OTHER, "pending_result")


def tell_other_ends(lines: Sequence[Line], known: Vocabulary) -> None:
    """维持6件，其他4件: others may have been corrected, or be open still, where neither is told."""
    for line in lines:
        told, before = line.told, line.piece.before
        plain = before.kinds <= {"result", "filler", "relation"}
        if told is None or told.thing not in DISPUTES or len(told.names) > 1 or not plain:
            continue
        # 直接起诉5件（维持3件、其他2件）: of those that came to court in one way.
        route, dot, name = told.names[0].rpartition(".")
        if name != _OTHER or any(token.words.endswith("结果") for token in before):
            continue
        beside = {
            name for one in lines if one.told and one.told.thing == told.thing for name in one.told.names
        }
        rows = [f"{route}{dot}{row}" for row in _ROWS if row == _OTHER or f"{route}{dot}{row}" not in beside]
        if len(rows) > 1:
            together = _together(rows, known.meanings[told.thing])
            line.told = told._replace(readings=(*told.readings, together), sure=False)


def _together(names: Sequence[str], meanings: Mapping[str, Meaning]) -> Reading:
    return tuple(chain.from_iterable(meanings[name].readings[0] for name in names))
