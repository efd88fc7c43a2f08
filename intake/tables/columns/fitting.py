"""Puts the values found beside a label into the columns of its row.

The heads above tell the columns. Without heads, as many values as columns are one each; of fewer, the blanks between
tell, where it is known how rows are filled up, or where the row's total leaves but one way. What cannot be told stays
blank: a number is never moved into a column by guessing.
"""

from collections.abc import Sequence
from dataclasses import replace

from intake.figures import FigureKind, is_share
from intake.page.flow import Piece
from intake.tables.bars import has_bar
from intake.tables.columns.fit import Fit, pieces_hold, pieces_prove, whole_number
from intake.tables.columns.heads import Heads
from intake.tables.columns.under_heads import (
    beside_strangers,
    stand_under,
    under_heads,
    under_heads_of_line,
)
from intake.tables.rows.entries import Entry
from intake.tables.rows.margins import Margins
from intake.tables.vocabulary import Target


def fitted(
    entry: Entry, target: Target, heads: Heads, margins: Margins, *, adds_up: bool, labelled: bool = True
) -> Fit | None:
    """Return the entry's values by column, None where it cannot be told which number belongs where.

    `adds_up`: the row's last column is the sum of the others. `labelled`: the row has its label, and not only its order.
    Of a row that lacks a cell, or has one too many, and under heads some of which are
    not there, the numbers are sure only where they are as many as the columns.
    """
    if not target.keys:
        return Fit(())
    if entry.vague and entry.reach > len(target.keys):
        return None
    by_heads = _under_heads(entry, target, heads, adds_up=adds_up) if entry.told else None
    fit = by_heads or _by_order(entry, target, heads, margins, adds_up=adds_up, labelled=labelled)
    if fit is None:
        return None
    ordered = by_heads is None
    if ordered and not _is_nought(entry, fit):
        fit = under_heads_of_line(entry, target, heads, fit)
    lacking = ordered and heads.lack(target) and (entry.placed or len(entry.numbers) < len(target.keys))
    if not entry.numbers:
        return replace(fit, sure=fit.sure and not lacking)
    adding = adds_up and pieces_prove([piece or Piece("") for piece in fit.pieces])
    # A page that breaks within the heads keeps some of them: in a table's cells a total that holds tells the rest.
    on_grid = labelled and entry.rows[-1].table >= 0 and len(entry.values) == len(target.keys)
    on_grid = on_grid and stand_under(fit.pieces, entry, target, heads)
    # Where a cell lacks, a sum holds wherever the nought that is not there is put, or the blank one that is.
    has_all_cells = len(entry.values) >= len(target.keys) and None not in fit.pieces
    doubts = (
        lacking and not (on_grid and adding),
        ordered and heads.mixed and not _is_nought(entry, fit),
        ordered and not adding and _may_be_of_own(entry, fit, heads),
        any(row.uneven for row in entry.rows)
        and not (adding and has_all_cells if adds_up else _is_whole(entry, fit) and not heads.beside),
        ordered and not labelled and _may_lack_a_blank(entry, fit, adding=adding),
        ordered and not adding and _may_begin_with_the_labels(entry, fit),
        ordered and not adding and margins.lacks_a_cell(entry, len(target.keys)),
        adds_up and not heads.seen and not _is_nought(entry, fit),
        _may_be_several(entry, fit),
        not adding and margins.may_part_thousands(entry),
        ordered and None in fit.pieces and margins.may_hold_one_of_own(entry, len(target.keys)),
        not adding and margins.may_hold_a_stranger(entry, len(target.keys)),
        any(is_share(piece.text) for piece in fit.pieces if piece is not None),
    )
    return replace(fit, sure=False) if any(doubts) else fit


def _under_heads(entry: Entry, target: Target, heads: Heads, *, adds_up: bool) -> Fit | None:
    """What the places of heads tell: all of the form's, or those that stand beside heads of the office's own."""
    whole = under_heads(entry, target, heads, adds_up=adds_up)
    return whole or beside_strangers(entry, target, heads, adds_up=adds_up)


def _may_be_of_own(entry: Entry, fit: Fit, heads: Heads) -> bool:
    """Whether a row in lines has no cell for each head, or what was taken stands where the office's own have theirs."""
    own = [piece for piece, known in zip(entry.values, heads.beside, strict=False) if known]
    short = len(entry.values) < len(heads.beside)
    return bool(heads.beside) and (short or list(_or_none(own)) != list(fit.pieces))


def _is_whole(entry: Entry, fit: Fit) -> bool:
    """Whether a row has a number for each column and no more, none of them in a cell that reaches down from a row above."""
    whole = None not in fit.pieces and len(entry.numbers) == len(fit.pieces)
    return whole and all(piece.text.strip() for piece in entry.numbers)


def _may_lack_a_blank(entry: Entry, fit: Fit, *, adding: bool) -> bool:
    """Whether one of the blanks of a line without a label may be the label's, or a blank before its numbers lost.

    Where a line adds up only its first blank may be the label's, in the place of a nought that is not there.
    """
    return entry.rows[-1].table < 0 and None in fit.pieces and (fit.pieces[0] is None or not adding)


def _may_begin_with_the_labels(entry: Entry, fit: Fit) -> bool:
    """Whether the first blank of a line with more places than columns may be of its label, which breaks over lines."""
    broken = entry.placed and len(entry.rows) > 1 and entry.rows[-1].table < 0
    return broken and len(entry.values) > len(fit.pieces) and fit.pieces[0] is None


def _is_nought(entry: Entry, fit: Fit) -> bool:
    """Whether each of the columns has a nought, so that it is no matter whether they are the form's: no heads tell it."""
    return None not in fit.pieces and all(whole_number(piece) == 0 for piece in entry.numbers)


def _may_be_several(entry: Entry, fit: Fit) -> bool:
    """Whether too narrow a gap makes one of two numbers: the others may stand in other columns than they seem to."""
    bare = entry.rows[-1].table < 0 and not any(map(has_bar, entry.rows))
    return bare and any(len(piece.text.split()) > 1 for piece in fit.pieces if piece is not None)


def _by_order(
    entry: Entry, target: Target, heads: Heads, margins: Margins, *, adds_up: bool, labelled: bool
) -> Fit | None:
    count = len(target.keys)
    if not entry.told:
        return Fit((None,) * count)
    if heads.contradict(target, entry):
        return _against_heads(entry, target, heads, adds_up=adds_up)
    values = _without_remarks(entry.values)
    if len(entry.numbers) == count and values is not None:
        return _one_each(entry, values, adds_up=adds_up)
    apart = _parted(entry, count)
    if apart is not None and adds_up and pieces_hold(apart):
        return Fit(tuple(apart), inferred=True)
    if len(entry.numbers) > count:
        return _without_repeats(entry, count, adds_up=adds_up)
    if len(entry.values) == count or (entry.vague and entry.reach == count):
        # A merged cell that reaches down to here leaves a blank line more behind the row's last number.
        cells = entry.values[:count]
        worded = any(piece.kind is FigureKind.WORDS for piece in cells)
        shown = not entry.vague and not (worded and _hides_blanks(entry))
        return Fit(_or_none(cells), sure=shown or (adds_up and pieces_prove(cells)))
    if values is None:
        return _with_words(entry, count, margins, adds_up=adds_up, labelled=labelled)
    if len(values) == count:
        return Fit(_or_none(values))
    if count < len(values) < 2 * count and not entry.vague:
        return _window(entry, values, count, margins, adds_up=adds_up, labelled=labelled)
    return None


def _hides_blanks(entry: Entry) -> bool:
    """Whether an entry stands in lines and shows no blank cell, so that what stands behind one may stand in its place."""
    blank = any(piece.kind is FigureKind.BLANK for piece in entry.values)
    return entry.rows[-1].table < 0 and not blank and not any(map(has_bar, entry.rows))


def _one_each(entry: Entry, values: Sequence[Piece], *, adds_up: bool) -> Fit | None:
    """As many numbers as columns; a blank among those of a line is a cell, so that one of the numbers is none.

    Behind as many blanks as columns, in lines, they are the next row's, and this one is blank. Where blank lines are cells
    and there are more of them, one of the numbers may be none of the row's, as a page's.
    """
    filled = [place for place, piece in enumerate(values) if piece.kind is not FigureKind.BLANK]
    between = filled[-1] - filled[0] >= len(filled)
    in_lines = entry.rows[-1].table < 0
    adding = adds_up and pieces_hold(entry.numbers)
    if in_lines and 1 < len(entry.numbers) <= filled[0]:
        return None
    if between and in_lines and not adding:
        return None
    over = entry.vague and len(entry.numbers) < (len(values) if adds_up else entry.reach)
    return Fit(tuple(entry.numbers), sure=adding or not over, inferred=between)


def _parted(entry: Entry, count: int) -> list[Piece] | None:
    """The numbers of a line in which a single blank parts two cells, where that makes as many as there are columns."""
    if entry.rows[-1].table >= 0 or len(entry.values) >= count:
        return None
    parts = [
        replace(piece, text=text, column=place)
        for piece in entry.values
        for place, text in enumerate(piece.text.split(), piece.column)
    ]
    return parts if len(parts) == count else None


def _without_remarks(values: Sequence[Piece]) -> Sequence[Piece] | None:
    """The values without words behind them; None where words stand among or before the numbers."""
    kept = list(values)
    while kept and kept[-1].kind is FigureKind.WORDS:
        kept.pop()
    return None if not kept or any(piece.kind is FigureKind.WORDS for piece in kept) else kept


def _with_words(entry: Entry, count: int, margins: Margins, *, adds_up: bool, labelled: bool) -> Fit | None:
    """Words among the numbers of lines keep their places; which numbers stand beside them is not sure then."""
    if entry.rows[-1].table >= 0 or not count < len(entry.values) < 2 * count:
        return None
    fit = _window(entry, entry.values, count, margins, adds_up=adds_up, labelled=labelled)
    return replace(fit, sure=False) if fit is not None else None


def _against_heads(entry: Entry, target: Target, heads: Heads, *, adds_up: bool) -> Fit | None:
    """Under heads that are not the form's, or in another order, only noughts are in the right columns whatever these are.

    Where places tell nothing, as many numbers as columns are in the form's order if they add up in it. Where heads count in
    several columns what the form counts in one, all numbers may be the others'.
    """
    numbers = entry.numbers
    if heads.several or len(numbers) != len(target.keys):
        return None
    if all(whole_number(piece) == 0 for piece in numbers):
        return Fit(tuple(numbers))
    whole = heads.fall_apart(target) and len(entry.told) == len(numbers) and adds_up and pieces_hold(numbers)
    return Fit(tuple(numbers), inferred=True) if whole else None


def _without_repeats(entry: Entry, count: int, *, adds_up: bool) -> Fit | None:
    """More numbers than columns: a line number before them or a repeated total after them, told by the row's sum."""
    numbers = entry.numbers
    if not adds_up or len(numbers) > count + 2:
        return None
    fits = [numbers[start : start + count] for start in range(len(numbers) - count + 1)]
    adding = [window for window in fits if pieces_hold(window)]
    return Fit(tuple(adding[0]), sure=False) if len(adding) == 1 else None


def _window(
    entry: Entry, values: Sequence[Piece], count: int, margins: Margins, *, adds_up: bool, labelled: bool
) -> Fit | None:
    """More places than columns: those at the ends that only fill the row up do not count.

    Of a row that is not `labelled` the place of the label may be one of them.
    """
    starts = [
        start
        for start in range(len(values) - count + 1)
        if all(piece.kind is FigureKind.BLANK for piece in (*values[:start], *values[start + count :]))
    ]
    usual = margins.start_of(entry, len(values), count) if labelled else None
    if len(starts) == 1 and usual in (None, starts[0]):
        window = values[starts[0] : starts[0] + count]
        # Where no row is full, a blank before the numbers may be the label's.
        shown = (
            usual is not None or window[0].kind is not FigureKind.BLANK or (adds_up and pieces_prove(window))
        )
        return Fit(_or_none(window), sure=shown)
    if usual in starts:
        return Fit(_or_none(values[usual : usual + count]))
    possible = [start for start in starts if not adds_up or _may_hold(values[start : start + count])]
    if adds_up and len(possible) == 1:
        window = values[possible[0] : possible[0] + count]
        return Fit(_or_none(window), sure=pieces_prove(window), inferred=True)
    return None


def _may_hold(window: Sequence[Piece]) -> bool:
    """Whether a row can be as it is: its total is not given, or is the sum of the others."""
    return window[-1].kind is FigureKind.BLANK or pieces_hold(window)


def _or_none(values: Sequence[Piece]) -> tuple[Piece | None, ...]:
    return tuple(None if piece.kind is FigureKind.BLANK else piece for piece in values)
