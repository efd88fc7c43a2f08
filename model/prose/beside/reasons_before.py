"""Why applications ended as they did, told before that: 因本机关不掌握，无法提供13件. It may be of the reason's row alone."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from model.prose.pieces.line import Line
from model.prose.words.claim_words import Vocabulary
from model.prose.words.codes import OUTCOME
from model.prose.words.tokens import Token

_REASON, _ABSENT = "reason", "absent"
_REASONS: Final = frozenset({_REASON, _ABSENT})
_PLAIN: Final = frozenset({"outcome", "filler", "relation", "time"})


def tell_reasons_before(lines: Sequence[Line], known: Vocabulary) -> None:
    """Read an end as that of a reason that is told right before it, without a number, or as some of its kind."""
    for before, line in pairwise(lines):
        told = line.told
        whole = told is None or told.code != OUTCOME or told.dimension or before.piece.number is not None
        reasons = [token for token in before.piece.before if _is_reason(token, known)]
        if whole or told is None or not reasons or not line.piece.before.kinds <= _PLAIN:
            continue
        rows = [known.meanings[told.thing].get(token.name) for token in reasons]
        row = rows[0] if len(rows) == 1 else None
        if row is None or reasons[0].name in _REASONS:
            line.told = told._replace(dimension=_REASON, sure=False)
        else:
            line.told = told._replace(readings=(*told.readings, *row.readings), sure=False)


def _is_reason(token: Token, known: Vocabulary) -> bool:
    return token.kind == "part" and (token.name in known.rows or token.name in _REASONS)
