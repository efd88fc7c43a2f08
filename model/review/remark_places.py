"""Where the place of a 意见 is in a report that has changed since."""

from difflib import SequenceMatcher
from functools import lru_cache
from operator import itemgetter
from typing import Final

from model.findings import Finding, Spot
from model.levels import Level
from model.number_fields import expand
from model.report import Report
from model.review.remarks import Place
from model.review.word_diff import shared_ends

_LIKE: Final = 0.4
"""A paragraph that shares less with the one that a 意见 spoke of is another."""


def spot_of(report: Report, place: Place) -> Spot | None:
    """Return where the paragraph of a 意见 stands now, or the one most like it; None where it is gone or is none."""
    spots: list[tuple[str, Spot]] = []
    at = 0
    for paragraph in report.text(place.text).split("\n") if place.quote else ():
        if paragraph.strip():
            spots.append((expand(report, paragraph).strip(), Spot(place.text, at, at + len(paragraph))))
        at += len(paragraph) + 1
    for likeness in (_equals, _ends_shared, _likeness):
        like, spot = max(
            ((likeness(printed, place.quote), spot) for printed, spot in spots),
            key=itemgetter(0),
            default=(0.0, None),
        )
        if like > _LIKE:
            return spot
    return None


def pointer(report: Report, place: Place) -> Finding:
    """Return what leads to a place as a finding there would; it says nothing."""
    cells = (place.cell,) if place.cell in report.form.cells else ()
    return Finding("", Level.HINT, "", cells=cells, spot=spot_of(report, place), page=place.page)


def _equals(printed: str, quote: str) -> float:
    return float(printed == quote)


def _ends_shared(printed: str, quote: str) -> float:
    """How much of the longer of two paragraphs both have at their ends: told at every keystroke, so it must be quick."""
    return sum(shared_ends(printed, quote)) / max(len(printed), len(quote))


@lru_cache(maxsize=512)
def _likeness(printed: str, quote: str) -> float:
    matcher = SequenceMatcher(None, printed, quote, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() > _LIKE and matcher.quick_ratio() > _LIKE else 0.0
