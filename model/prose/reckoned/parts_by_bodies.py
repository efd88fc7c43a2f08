"""Parts told by who did it, where the bodies under an office are told beside it, so that none is left out."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from model.prose.reckoned.figures import Figure
from model.prose.reckoned.reckoned_words import Said, says

_PAIR: Final = 2


def parts_by_bodies(total: Figure, behind: Sequence[Figure]) -> Sequence[Figure]:
    """制发9件，其中县政府4件、部门和乡镇5件; 收到83件；本级收到23件，县区收到60件: the parts by who did it, all of them."""
    if not behind or not (
        says(Said.PARTS_FOLLOW, behind[0].before) or behind[0].before.startswith((";", ","))
    ):
        return ()
    row = [
        behind[0],
        *takewhile(lambda one: one.before.startswith(("、", ",")) and not one.after, behind[1:]),
    ]
    alike = all(one.unit == total.unit and one.depth == behind[0].depth for one in row)
    return row if alike and are_of_all_bodies(row) else ()


def are_of_all_bodies(parts: Sequence[Figure]) -> bool:
    """Return whether parts are told of the office, and at last of those under it: there are no others."""
    ours = len(parts) >= _PAIR and says(Said.OWN_BODY, parts[0].own)
    return ours and says(Said.BODIES_UNDER, parts[-1].own)
