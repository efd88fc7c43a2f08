"""N17: a number that does not go with those beside it, where these go with the tables or with each other.

N16 asks what the words nearest to a number tell. Here hardly a word is asked: numbers told together are those that the
tables have together, and what adds up, does. Where all but one do, and that one is a slip of the pen away, it is doubted.

Every edit of a cell holds all sentences against the tables again. So what words tell is remembered apart from what the
tables have, and more is asked of the tables only where a number of the sentence is one of theirs.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import islice
from typing import Final, NamedTuple

from model.findings import Finding, Spot
from model.levels import Level
from model.prose.passages import MOST_RUNS, MOST_TEXTS, blocks, paragraphs_in
from model.prose.reckoned.figures import Figure, Row, groups, rows
from model.prose.reckoned.told_together import doubts
from model.rules.rule import Case
from model.rules.told.claim_findings import cells_named, numeral_of, shown
from model.rules.told.claim_values import cells_of
from model.rules.told.families import Known, Tables, known_in
from model.rules.told.likely_slips import slips
from model.rules.told.own_claims import told_of
from model.rules.told.settled import Settled, settled_in
from model.rules.told.shares_of_last import wrong_points_since, wrong_shares_of_last
from model.rules.told.told_amounts import AMOUNTS, wrong_amounts
from model.rules.told.told_bases import wrong_bases
from model.rules.told.told_by_bodies import wrong_by_bodies
from model.rules.told.told_by_parties import wrong_by_parties
from model.rules.told.told_ends import wrong_ends
from model.rules.told.told_families import Elsewhere, Slip, slip_across, slip_among
from model.rules.told.told_lists import wrong_lists
from model.rules.told.told_parts import Parts
from model.rules.told.told_rates import (
    Rate,
    wrong_changes,
    wrong_parts_of_shares,
    wrong_shares,
)

_MOST_BLOCKS: Final = 16
"""Runs of paragraphs of a text that are looked at: no report has a tenth of them."""
_MOST_NUMBERS: Final = 600
"""Of a text: many times those of any report."""
_MOST: Final = 100
"""Numbers of a text that are doubted."""
_NEAR: Final = 2
"""Sentences before one with which numbers may be told together."""


class _Doubted(NamedTuple):
    """Words of a paragraph, or of a text, with what does not go with them; `names` are the parts of the tables meant.

    `single`: one number is doubted, and not several that should make up each other.
    """

    start: int
    end: int
    says: str
    names: tuple[str, ...] = ()
    single: bool = False

    def moved(self, by: int) -> "_Doubted":
        return self._replace(start=self.start + by, end=self.end + by)


class _Paragraph(NamedTuple):
    """All that the numbers of a paragraph are held against, `before` those of the paragraph before it."""

    words: str
    settled: tuple[Settled, ...]
    before: tuple[Figure, ...]
    tables: Tables
    last: Tables | None


def reckoned(case: Case) -> Iterator[Finding]:
    """Yield the numbers that do not go with those beside them, and that N16 does not doubt already."""
    now = Tables.of(case.report)
    last = Tables.of(case.last_year) if case.last_year is not None else None
    found = [
        (name, text, doubted)
        for name, text in case.texts.items()
        if name != "preamble"
        for doubted in _in_section(case, case.report.office, case.report.year, name, text, now, last)
    ]
    heard = [one.spot for one in slips(case) if one.spot is not None] if found else []
    for name, text, doubted in found:
        spots = (spot for spot in heard if spot.section == name)
        if not (doubted.single and any(spot.start < doubted.end <= spot.end for spot in spots)):
            yield _finding(case, name, text, doubted)


def _finding(case: Case, name: str, text: str, doubted: _Doubted) -> Finding:
    form = case.report.form
    words = text[doubted.start : doubted.end]
    meant = f"，只有{cells_named(form, doubted.names)}" if doubted.names else ""
    message = f"{numeral_of(form, name)}“{shown(words)}”：{doubted.says.format(meant=meant)}，请核对这一处"
    keys = tuple(key for one in doubted.names for key in cells_of(form, one))
    spot = Spot(name, doubted.start, doubted.end)
    return Finding("N17", Level.WARNING, message, keys, None, None, name, spot, quote=words)


@lru_cache(maxsize=MOST_TEXTS)
def _in_section(
    case: Case, office: str, year: int, name: str, text: str, now: Tables, last: Tables | None
) -> tuple[_Doubted, ...]:
    """What is doubted in a section: looked for again only when its words, the tables or the office's name are others."""
    settled = sorted(settled_in(case, office, name, told_of(text, year, name, office)))
    starts = [one.start for one in settled]
    found: list[_Doubted] = []
    before: tuple[Figure, ...] = ()
    read = 0
    for start, block in islice(blocks(text), _MOST_BLOCKS):
        read += _numbers_in(block)
        if read > _MOST_NUMBERS:
            break
        first, end = (bisect_left(starts, place) for place in (start, start + len(block)))
        here = tuple(one.moved(start) for one in settled[first:end])
        doubted, before = _in_block(block, here, before, now, last)
        found += [one.moved(start) for one in doubted]
    return tuple(found[:_MOST])


@lru_cache(maxsize=MOST_RUNS)
def _numbers_in(block: str) -> int:
    """How many numbers of a run of paragraphs are reckoned with."""
    return sum(len(row.figures) for _, words in paragraphs_in(block) for row in rows(words))


@lru_cache(maxsize=MOST_RUNS)
def _in_block(
    block: str,
    settled: tuple[Settled, ...],
    before: tuple[Figure, ...],
    now: Tables,
    last: Tables | None,
) -> tuple[tuple[_Doubted, ...], tuple[Figure, ...]]:
    """What is doubted in a run of paragraphs, and the numbers of its last sentence; `before` are those of the one before it."""
    found: list[_Doubted] = []
    for start, words in paragraphs_in(block):
        read = rows(words)
        if read:
            end = start + len(words)
            here = tuple(one.moved(start) for one in settled if start <= one.start < end)
            found += [one.moved(start) for one in _in_paragraph(_Paragraph(words, here, before, now, last))]
            before = read[-1].figures
    return tuple(found), before


@lru_cache(maxsize=2048)
def _in_paragraph(paragraph: _Paragraph) -> tuple[_Doubted, ...]:
    return tuple(_doubted(paragraph))


def _doubted(paragraph: _Paragraph) -> Iterator[_Doubted]:
    before = paragraph.before
    every = rows(paragraph.words)
    found: dict[tuple[int, int], _Doubted] = {}
    for place, row in enumerate(every):
        earlier = every[max(place - _NEAR, 0) : place]
        if len(row.figures) > 1 or row.figures[0].unit in AMOUNTS:
            for one in _Reckoner(paragraph, row, earlier).doubted(before):
                found.setdefault((one.start, one.end), one)
        before = row.figures
    yield from found.values()
    for doubt in doubts(paragraph.words):
        is_open = any(_settling(paragraph.settled, figure) is None for figure in doubt.slipped)
        if is_open and not _is_faulted(paragraph, doubt.figures):
            yield _around(doubt.figures, doubt.says)


def _is_faulted(paragraph: _Paragraph, figures: Sequence[Figure]) -> bool:
    """Whether one of the numbers is found fault with already."""
    faulted = [one for one in paragraph.settled if not one.agrees]
    return any(one.start < figure.end and figure.start < one.end for one in faulted for figure in figures)


def _around(figures: Sequence[Figure], says: str) -> _Doubted:
    return _Doubted(min(one.start for one in figures), max(one.end for one in figures), says)


def _settling(settled: Sequence[Settled], figure: Figure) -> Settled | None:
    """What settles a number, if anything."""
    return next((one for one in settled if one.start < figure.end and figure.start < one.end), None)


class _Reckoner:
    """A sentence held against the tables."""

    def __init__(self, paragraph: _Paragraph, row: Row, earlier: Sequence[Row]) -> None:
        self._paragraph = paragraph
        self._row = row
        self._earlier = tuple(figure for one in earlier for figure in one.figures)
        spoken = "".join(one.words for one in earlier[-1:])
        self._families = known_in(spoken + row.words, paragraph.tables)

    def doubted(self, before: Sequence[Figure]) -> Iterator[_Doubted]:
        """Yield what is doubted. `before` are the numbers of the sentence before."""
        yield from self._wrong_parts()
        row, families = self._row.figures, self._families
        rates = (
            *wrong_shares(row, families, self._paragraph.tables, self._is_open),
            *wrong_parts_of_shares(row, families, self._paragraph.tables, self._is_open),
            *wrong_shares_of_last(row, families, self._paragraph.tables, self._last),
            *wrong_points_since(row, families, self._paragraph.tables, self._last),
            *wrong_changes(row, families, self._last, self._is_open),
            *self._wrong_bases(),
            *wrong_amounts(row, self._paragraph.tables, self._paragraph.last, self._is_open),
        )
        for rate in rates:
            yield self._at(rate.figure, rate.says)
        for doubt in (
            *wrong_by_bodies(self._row, families),
            *wrong_by_parties(self._row, self._paragraph.tables),
            *wrong_ends(self._row, self._paragraph.tables, self._names_of),
        ):
            yield _around(doubt.figures, doubt.says)
        for doubt in wrong_lists(self._row, before, self._paragraph.tables, self._names_of):
            yield _around(doubt.figures, doubt.says)

    def _wrong_bases(self) -> Iterator[Rate]:
        """What only compares, in a sentence or between its semicolons."""
        for group in groups(self._row):
            yield from wrong_bases(group, self._paragraph.tables.told, self._last, self._is_open)

    def _last(self, part: str) -> Decimal | None:
        """Last year's number of a part."""
        last = self._paragraph.last
        return None if last is None else last.told(part)

    def _names_of(self, figure: Figure) -> frozenset[str] | None:
        """The names of what a number is settled to be."""
        settling = _settling(self._paragraph.settled, figure)
        return self._by_words.get(figure) if settling is None else settling.names

    @cached_property
    def _by_words(self) -> Mapping[Figure, frozenset[str]]:
        return dict(self._told_by_words())

    @cached_property
    def _elsewhere(self) -> Elsewhere:
        cells = (value for known in self._families for _, value in known.parts)
        return Elsewhere(frozenset(cells), self._last)

    def _told_by_words(self) -> Iterator[tuple[Figure, frozenset[str]]]:
        """Numbers that are those of the part that the words beside them tell of."""
        for figure in self._row.figures:
            parts = {
                known.family.told_by(figure.own, figure.after): dict(known.parts) for known in self._families
            }
            names = frozenset(
                part for part, values in parts.items() if part and values.get(part) == figure.value
            )
            if names:
                yield figure, names

    def _is_open(self, figure: Figure) -> bool:
        return self._names_of(figure) is None

    def _wrong_parts(self) -> Iterator[_Doubted]:
        doubted: set[Figure] = set()
        together = groups(self._row)
        for known in self._families:
            every = (Parts(group, known, self._names_of) for group in together)
            slips = (slip_among(parts, self._elsewhere) for parts in every if parts.part_of)
            slip = next((one for one in slips if one is not None), None) or self._slip_across(known)
            if slip is not None and slip.figure not in doubted:
                doubted.add(slip.figure)
                says = f"旁边的数都与表格一致{{meant}}（{slip.meant:f}）没有写到"
                names = tuple(name for part in slip.names for name in part.split())
                yield self._at(slip.figure, says, names)

    def _slip_across(self, known: Known) -> Slip | None:
        """What slipped among the numbers of this sentence and of those right before it, told together."""
        if not known.family.across or not self._earlier:
            return None
        parts = Parts((*self._earlier, *self._row.figures), known, self._names_of)
        return slip_across(parts, self._elsewhere) if parts.part_of else None

    def _at(self, figure: Figure, says: str, names: tuple[str, ...] = ()) -> _Doubted:
        """The doubt of one number, quoted with the words right before it."""
        start = max(min(self._row.start, figure.start), figure.start - len(figure.own))
        return _Doubted(start, figure.end, says, names, single=True)
