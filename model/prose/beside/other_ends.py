"""What 其他 counts behind results of disputes: the row of that name, or all that is not told beside it."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Final

from model.prose.pieces.line import Line
from model.prose.words.claim_words import Meaning, Reading, Vocabulary
from model.prose.words.tokens import DISPUTES

_OTHER: Final = ("other_result",)
_ROWS: Final = ("upheld", "corrected", *_OTHER, "pending_result")


def tell_other_ends(lines: Sequence[Line], known: Vocabulary) -> None:
    """维持6件，其他4件: others may have been corrected, or be open still, where neither is told."""
    for line in lines:
        told = line.told
        plain = line.piece.before.kinds <= {"result", "filler", "relation"}
        if told is None or told.thing not in DISPUTES or told.names != _OTHER or not plain:
            continue
        if any(token.name in _OTHER and token.words.endswith("结果") for token in line.piece.before):
            continue
        beside = {
            name for one in lines if one.told and one.told.thing == told.thing for name in one.told.names
        }
        rows = [name for name in _ROWS if name in _OTHER or name not in beside]
        if len(rows) > 1:
            together = _together(rows, known.meanings[told.thing])
            line.told = told._replace(readings=(*told.readings, together), sure=False)


def _together(names: Sequence[str], meanings: Mapping[str, Meaning]) -> Reading:
    return tuple(chain.from_iterable(meanings[name].readings[0] for name in names))
