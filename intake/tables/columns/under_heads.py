"""Puts the values of a row under the heads above them, where each of these has its place."""

from collections.abc import Sequence
from dataclasses import replace

from intake.figures import FigureKind
from intake.page.flow import Piece
from intake.plain_words import core
from intake.tables.columns.fit import Fit, pieces_hold
from intake.tables.columns.heads import Heads, above
from intake.tables.rows.entries import Entry
from intake.tables.vocabulary import Target


def under_heads(entry: Entry, target: Target, heads: Heads, *, adds_up: bool) -> Fit | None:
    """Return the entry's values by the heads' places, None where not every number stands under exactly one head.

    Of a row that adds up under the form's heads, what stands in columns of the office's own beside them is no part. Else
    a number beside all heads of a real table is none of theirs, but whether the others are sure it leaves open. Of heads
    that count in several columns what the form counts in one nobody can tell which is meant.
    """
    told = entry.placed and not heads.several and not heads.fall_apart(target)
    places = heads.columns(target) if told else None
    placed = _on_grid_of(heads, entry, places or ())
    if places is None or placed is None:
        return None
    found: list[Piece | None] = []
    for first, span in places:
        under = [piece for piece in placed if above((first, span), piece)]
        # A merged number written into each of the places under a merged head is one number.
        if len({piece.text for piece in under}) > 1 or (len(under) > 1 and span < len(under)):
            return None
        found.append(under[0] if under else None)
    used = [piece for piece in found if piece is not None]
    numbers = [piece for piece in placed if piece.kind is not FigureKind.WORDS]
    outside = [piece for piece in numbers if not any(above(place, piece) for place in places)]
    outside = [piece for piece in outside if not _is_nothing_of_others(piece, heads)]
    begin, end = min(first for first, _ in places), max(first + span for first, span in places)
    whole = adds_up and len(used) == len(found) and pieces_hold(used)
    beside = all(piece.column < begin or piece.column >= end for piece in outside)
    named = heads.on_grid and all(any(above(one, piece) for one in heads.strange) for piece in outside)
    if len(set(used)) < len(used) or (outside and not (named or (beside and (whole or heads.on_grid)))):
        return None
    sure = whole or not outside or (named and not adds_up)
    return Fit(tuple(found), sure=sure and not _ends_short(heads, entry, end))


def _is_nothing_of_others(piece: Piece, heads: Heads) -> bool:
    """Whether a mark without a number stands under a head of the form's: the row has no such column, and the mark says so."""
    headed = any(above(place, piece) for place in heads.places.values())
    return headed and not any(map(str.isdigit, piece.text)) and not piece.doubt


def beside_strangers(entry: Entry, target: Target, heads: Heads, *, adds_up: bool) -> Fit | None:
    """Return what stands under the form's heads, where some of these lack and others stand over numbers in a real table.

    The numbers under the others are none of the row's; but of one that adds up with them, in the order of the form's heads,
    at least half of which are there, they are those of the columns that lack: any order of theirs adds up.
    """
    names = [core(name) for name in target.columns]
    known = {name: heads.places[name] for name in names if name in heads.places}
    of_table = heads.on_grid and entry.placed and entry.grid.table == heads.table
    strangers = any(above(place, piece) for place in heads.strange for piece in entry.told)
    # A row may have numbers under the form's heads alone: its blanks stand under the others.
    alone = bool(heads.strange) and all(
        any(above(place, piece) for place in known.values()) for piece in entry.told
    )
    if not (of_table and (strangers or alone) and known) or len(known) == len(names) or heads.several:
        return None
    under = {name: [piece for piece in entry.told if above(place, piece)] for name, place in known.items()}
    if heads.fall_apart(target) or any(len(pieces) > 1 for pieces in under.values()):
        return None
    in_order = len(entry.numbers) == len(names) <= 2 * len(known) and all(
        piece in under.get(name, [piece]) for name, piece in zip(names, entry.numbers, strict=True)
    )
    if in_order and adds_up and pieces_hold(entry.numbers):
        return Fit(tuple(entry.numbers), inferred=True, borrowed=True)
    end = max(first + span for first, span in known.values())
    found = [next(iter(under.get(name, ())), None) for name in names]
    return Fit(
        tuple(found), sure=not (_ends_short(heads, entry, end) or _has_words_under_strangers(entry, heads))
    )


def _has_words_under_strangers(entry: Entry, heads: Heads) -> bool:
    """Whether words stand in a number's place under a head that is not known: 见附表 may be of a column that lacks."""
    words = [piece for piece in entry.told if piece.kind is FigureKind.WORDS]
    return any(above(place, piece) for place in heads.strange for piece in words)


def under_heads_of_line(entry: Entry, target: Target, heads: Heads, fit: Fit) -> Fit:
    """Return what stands under the heads that a line of text has, where one was put in another's column by order.

    What stands under none of the form's is told nowhere. Heads that others stand over have lost their places in lines.
    """
    if heads.on_grid or not entry.placed or any(depth > 1 for depth in target.depths):
        return fit
    names = [core(name) for name in target.columns]
    under = [
        next(
            (piece for piece in entry.told if name in heads.places and above(heads.places[name], piece)), None
        )
        for name in names
    ]
    told = zip(under, fit.pieces, strict=True)
    elsewhere = any(piece is not None and piece is not own and piece in fit.pieces for piece, own in told)
    return Fit(tuple(under), sure=False) if elsewhere else fit


def stand_under(pieces: Sequence[Piece | None], entry: Entry, target: Target, heads: Heads) -> bool:
    """Return whether what was put in columns by order stands under the heads of these that are there, in their table."""
    if not heads.on_grid or entry.grid.table != heads.table:
        return True
    told = zip(map(core, target.columns), pieces, strict=True)
    return all(
        above(heads.places[name], piece) for name, piece in told if piece is not None and name in heads.places
    )


def _ends_short(heads: Heads, entry: Entry, end: int) -> bool:
    """Whether a row has fewer cells than its heads: which of its cells is not there, nobody can tell.

    `end`: the place behind the form's own heads; others may stand behind them.
    """
    row = entry.grid
    reach = max((piece.column + piece.span for piece in row.pieces), default=end)
    elsewhere = heads.on_grid and row.table != heads.table
    return reach + (heads.width - row.columns if elsewhere else 0) < max(end, heads.reach)


def _on_grid_of(heads: Heads, entry: Entry, places: Sequence[tuple[int, int]]) -> Sequence[Piece] | None:
    """What an entry holds, at its places on the heads' grid; None where it has another grid.

    A table that goes on without heads may tear its labels into other columns: places count from the right. Its numbers
    stand in the very places of the heads then, but for what stands before all of them or behind.
    """
    if not heads.on_grid or entry.grid.table == heads.table:
        begin = min((first for first, _ in places), default=0) if heads.on_grid else entry.grid.columns
        # Words that were taken for the label's stand in a number's place where a head stands over them.
        words = [
            piece for piece in entry.grid.pieces if piece.kind is FigureKind.WORDS and piece.column >= begin
        ]
        return list(dict.fromkeys([*entry.told, *words]))
    more = entry.grid.columns - heads.width
    moved = [replace(piece, column=piece.column - more) for piece in entry.told]
    begin = min((first for first, _ in places), default=0)
    end = max((first + span for first, span in places), default=heads.width)
    numbers = [piece for piece in moved if piece.kind is not FigureKind.WORDS and begin <= piece.column < end]
    headed = (*places, *heads.strange)
    return moved if all((piece.column, piece.span) in headed for piece in numbers) else None
