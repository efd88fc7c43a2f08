"""What there was, came, went and is left, told in one sentence: 年初76件，新增5件，减少8件，年末73件."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from model.prose.reckoned.figures import Figure
from model.prose.reckoned.reckoned_words import Said, says
from model.prose.reckoned.told_totals import Doubt
from model.prose.slips_of_pen import is_slip

_STEPS: Final = (Said.WAS, Said.CAME, Said.WENT, Said.IS_LEFT)
"""What the words before each of the four numbers say."""


def wrong_flows(figures: Sequence[Figure]) -> Iterator[Doubt]:
    """Yield four numbers in a row of which a slip parts what is left from what there was, came and went."""
    counts = [one for one in figures if one.counts]
    for place in range(len(counts) - len(_STEPS) + 1):
        four = _in_order(counts[place : place + len(_STEPS)])
        if four and all(one.unit == other.unit and one.depth == other.depth for one, other in pairwise(four)):
            yield from _unbalanced(four)


def _in_order(four: Sequence[Figure]) -> Sequence[Figure]:
    """Four numbers as what there was, came, went and is left; none where they do not tell these, as they stand or at last."""
    if says(Said.DONE_ALREADY, four[1].before):
        return ()
    came_first = (four[2], four[0], four[1], four[3])
    ended = says(Said.TURNED_INTO, four[3].own)
    if all(says(step, one.own) for step, one in zip(_STEPS, four, strict=True)):
        return four
    turned = ended and all(says(step, one.own) for step, one in zip(_STEPS[:3], came_first[:3], strict=True))
    return came_first if turned else ()


def _unbalanced(four: Sequence[Figure]) -> Iterator[Doubt]:
    had, came, went, left = (one.value for one in four)
    over = had + came - went - left
    if not over:
        return
    meant = zip(four, (had - over, came - over, went + over, left + over), strict=True)
    slipped = tuple(one for one, value in meant if is_slip(one.value, value))
    if slipped:
        says = f"{had:f}＋{came:f}－{went:f}＝{had + came - went:f}，写的是 {left:f}"
        yield Doubt(tuple(four), says, slipped)
