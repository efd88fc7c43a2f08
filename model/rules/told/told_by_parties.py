"""Disputes told by whom they were brought against, all of them: 复议47件；以县政府为被申请人的6件，以部门为被申请人的41件."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from model.prose.reckoned.figures import Row
from model.prose.reckoned.reckoned_words import Said
from model.prose.reckoned.reckoned_words import says as reckons
from model.prose.reckoned.told_totals import Doubt
from model.prose.slips_of_pen import is_slip
from model.rules.told.families import Tables
from model.rules.told.family_words import family_words

_PARTIES: Final = (("行政复议总数", "reviewed"), ("行政诉讼总数", "sued"))
"""What the tables have of disputes, with the words behind the name of whom they were brought against."""
_PAIR: Final = 2


def wrong_by_parties(row: Row, tables: Tables) -> Iterator[Doubt]:
    """Yield the disputes of several parties that a slip parts from all, told before them as the tables have them."""
    for part, name in _PARTIES:
        said = family_words().says[name]
        told = [(one, match) for one in row.figures if (match := said.search(one.own))]
        whole = tables.told(part)
        if len(told) < _PAIR or not whole:
            continue
        figures = [one for one, _ in told]
        everybody = len(told) > _PAIR or reckons(Said.BODIES_UNDER, told[-1][1]["who"])
        right = any(one.value == whole and one.start < figures[0].start for one in row.figures)
        added = sum((one.value for one in figures), Decimal(0))
        slipped = tuple(one for one in figures if is_slip(one.value, one.value - added + whole))
        if everybody and right and slipped:
            reckoned = "＋".join(f"{one.value:f}" for one in figures)
            yield Doubt(tuple(figures), f"{reckoned}＝{added:f}，上文是 {whole:f}", slipped)
