"""All that the numbers of a sentence tell of each other and that does not come out, each by one slip of the pen.

The words around the numbers are hardly looked at, so that it does not matter what they count.
"""

from functools import lru_cache

from model.prose.reckoned.figures import rows
from model.prose.reckoned.reckoned_shares import wrong_shares
from model.prose.reckoned.told_averages import wrong_averages
from model.prose.reckoned.told_changes import wrong_changes
from model.prose.reckoned.told_disputes import wrong_disputes
from model.prose.reckoned.told_flows import wrong_flows
from model.prose.reckoned.told_points import wrong_points
from model.prose.reckoned.told_totals import Doubt, wrong_totals


@lru_cache(maxsize=4096)
def doubts(paragraph: str) -> tuple[Doubt, ...]:
    """Return the numbers of a paragraph that should make up each other and do not."""
    return tuple(
        doubt
        for row in rows(paragraph)
        for find in (
            wrong_totals,
            wrong_flows,
            wrong_changes,
            wrong_points,
            wrong_disputes,
            wrong_shares,
            wrong_averages,
        )
        for doubt in find(row.figures)
    )
