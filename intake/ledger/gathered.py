"""A sheet that gathers what stands on the others, as 全年汇总 beside twelve months: all of it is counted twice."""

from collections.abc import Iterator
from typing import Final

from intake.ledger.ledger import Count, Ledger

_FEWEST: Final = 3
"""Rows from which on it is no chance that all of them stand elsewhere, too."""


def gathered(ledger: Ledger, count: Count) -> Iterator[str]:
    """Yield a sentence on the largest sheet all of whose rows were found on other sheets as well; none where none is so."""
    sheets = [
        (part.name, range(part.first_place, part.first_place + part.height))
        for part in ledger.parts
        if part.counted
    ]
    if len(sheets) < 2:
        return
    rows: set[int] = set()
    elsewhere: set[int] = set()
    for tally in count.tallies.values():
        rows.update(place for places in tally.rows.values() for place in places)
        rows.update(entry.place for entry in tally.unplaced)
        for doubles in tally.doubles:
            on = {name for name, places in sheets for place in doubles.places if place in places}
            elsewhere.update(doubles.places if len(on) > 1 else ())
    whole = [
        (len(own), name)
        for name, places in sheets
        if len(own := [place for place in places if place in rows]) >= _FEWEST and elsewhere.issuperset(own)
    ]
    if whole:
        number, name = max(whole, key=lambda sheet: sheet[0])
        yield (
            f"“{name}”的 {number} 行在其他工作表中都有，像是汇总，这些申请都计了两次；请只统计其中一处，"
            "如取消它的“统计这个工作表”，再统计一次"
        )
