"""What the program asks a process that holds a ledger, and what it hears: plain data in lines of JSON, each with one key.

`read` a file → `ledger`; `lay_out` → `part` for each sheet, `laid_out`; `count` → pieces of the tallies, `counted`;
`rows` → `row` for some of them, `rows`. Or `refused`, as in `intake.apart.wire`; `progress` at any time.

A ledger's rows stay where they were read. What goes back is what is shown of a sheet while its columns are confirmed,
the places of the rows behind each number, and the rows that someone looks at. A day goes as its ordinal in a list, so
that no text and no number is taken for one; a time of day goes as text. No line is long: what is made of one holds up
the window for a few milliseconds.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final, TypeAlias

from intake.ledger.columns import Field, Kind, Layout
from intake.ledger.heads import Column, Head
from intake.ledger.ledger import BEGINNING, Count
from intake.ledger.part import Part
from intake.ledger.sheets import Raw, Row, Sheet
from intake.ledger.tally import Doubles, Purpose, Reason, Tally, Unplaced
from model.form import Form

_PLACES: Final = 5_000
"""Places of rows in a line."""
_ENTRIES: Final = 500
"""Rows or lists of rows in a line."""

Told: TypeAlias = Mapping[str, Any]
"""A line that was heard. What is in it is looked at before it is used."""
MALFORMED: Final = (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError)
"""What goes wrong in taking a line that is none of these for one that is."""


def line(told: Mapping[str, object]) -> bytes:
    """Return a line."""
    return json.dumps(told, ensure_ascii=True, separators=(",", ":")).encode("ascii") + b"\n"


def layouts_of(parts: Iterable[Part]) -> list[object]:
    """Return how the sheets are laid out and whether they are counted, in plain data."""
    return [
        [part.layout.kind, [field or "" for field in part.layout.fields], part.layout.only, part.counted]
        for part in parts
    ]


def layouts(told: Sequence[Any]) -> Iterator[tuple[Layout, bool]]:
    """Yield the layouts and whether their sheets are counted."""
    for kind, fields, only, counted in told:
        yield (
            Layout(Kind(kind), tuple(Field(name) if name else None for name in fields), str(only)),
            bool(counted),
        )


def lines_of_part(part: Part) -> Iterator[bytes]:
    """Yield the line that tells a sheet, with its first rows."""
    sheet, head = part.sheet, part.head
    yield line(
        {
            "part": {
                "source": part.source,
                "sheet": sheet.name,
                "visible": sheet.visible,
                "first_place": part.first_place,
                "height": part.height,
                "rows": [_plain_row(row) for row in sheet.rows[: head.body + BEGINNING]],
                "heads": [column.head for column in head.columns],
                "body": head.body,
                "title": head.title,
                "known": part.known,
                "layout": layouts_of((part,))[0],
            }
        }
    )


class Laid:
    """Puts together what the lines of a ledger that was laid out tell: its year, its sheets, and notes on it."""

    def __init__(self) -> None:
        self.year = 0
        self.parts: list[Part] = []
        self.notes: list[str] = []

    def take(self, told: Told) -> "Laid | str":
        """Take a line; return all after the last one, else the name of the sheet that it told. Raises one of MALFORMED."""
        if "part" in told:
            before = self.parts[-1] if self.parts else None
            part = _part(told["part"])
            if part.first_place < (before.first_place + before.height if before is not None else 1):
                raise ValueError(part.first_place)
            self.parts.append(part)
            return part.name
        self.year = number(told["laid_out"]["year"])
        self.notes = [str(note) for note in told["laid_out"]["notes"]]
        return self


def _part(told: Told) -> Part:
    rows = [row(each) for each in told["rows"]]
    heads, (layout, counted) = told["heads"], next(layouts([told["layout"]]))
    body, height = number(told["body"]), number(told["height"])
    if (
        len({len(each) for each in rows}) > 1
        or len(layout.fields) != len(heads)
        or not rows
        or height < len(rows)
    ):
        raise ValueError(told)
    sheet = Sheet(str(told["sheet"]), rows, visible=told["visible"] is True)
    columns = tuple(Column(at, str(head)) for at, head in enumerate(heads))
    head = Head(columns, body, str(told["title"]))
    first = number(told["first_place"])
    return Part(str(told["source"]), sheet, head, layout, first, height, counted, told["known"] is True)


def lines_of_count(count: Count) -> Iterator[bytes]:
    """Yield the lines that tell a count."""
    for table, tally in count.tallies.items():
        for name, cells in (("rows", tally.rows), ("guessed", tally.guessed)):
            for key, places in cells.items():
                for piece in _pieces(places, _PLACES):
                    yield line({name: [table, key, piece]})
        for piece in _pieces(tally.asides, _PLACES):
            yield line({"asides": [table, piece]})
        for some in _pieces(tally.unplaced, _ENTRIES):
            yield line(
                {"unplaced": [table, [[each.place, each.value, each.why, each.reason] for each in some]]}
            )
        for (purpose, value), (choices, places) in tally.unknown.items():
            for piece in _pieces(places, _PLACES):
                yield line({"unknown": [table, purpose, value, sorted(choices), piece]})
        for groups in _pieces(tally.doubles, _ENTRIES):
            yield line({"doubles": [table, [[list(each.places), each.why] for each in groups]]})
    yield line({"counted": list(count.tallies)})


class Tallies:
    """Puts together what the lines of a count tell. `last` is the place of the ledger's last row."""

    def __init__(self, form: Form, last: int) -> None:
        self._tallies: dict[str, Tally] = {}
        self._form = form
        self._last = last

    def take(self, told: Told) -> dict[str, Tally] | str:
        """Take a line; return the tallies of all tables after the last one, else no words. Raises one of MALFORMED."""
        ((name, content),) = told.items()
        if name == "counted":
            return {Kind(table).value: self._tally(table) for table in content}
        tally = self._tally(content[0])
        if name in ("rows", "guessed"):
            cells: dict[str, list[int]] = getattr(tally, name)
            cells.setdefault(self._cell(content[1]), []).extend(self._places(content[2]))
        elif name == "asides":
            tally.asides += self._places(content[1])
        elif name == "unplaced":
            tally.unplaced += [
                Unplaced(self._places([place])[0], str(value), str(why), Reason(reason))
                for place, value, why, reason in content[1]
            ]
        elif name == "unknown":
            _, purpose, value, choices, places = content
            entry = tally.unknown.setdefault(
                (Purpose(purpose), str(value)), (frozenset(map(str, choices)), [])
            )
            entry[1].extend(self._places(places))
        elif name == "doubles":
            tally.doubles += [Doubles(tuple(self._places(places)), str(why)) for places, why in content[1]]
        else:
            raise ValueError(name)
        return ""

    def _tally(self, table: str) -> Tally:
        return self._tallies.setdefault(Kind(table).value, Tally(Kind(table).value))

    def _cell(self, key: str) -> str:
        if key in self._form.cells and key not in self._form.sums:
            return str(key)
        raise ValueError(key)

    def _places(self, places: list[int]) -> list[int]:
        if set(map(type, places)) <= {int} and min(places) > 0 and max(places) <= self._last:
            return places
        raise ValueError(places)


def lines_of_rows(rows: Sequence[Row]) -> Iterator[bytes]:
    """Yield the lines that tell some rows."""
    for some in _pieces(rows, _ENTRIES):
        yield line({"row": [_plain_row(each) for each in some]})
    yield line({"rows": len(rows)})


def row(told: Sequence[Any]) -> Row:
    """Return a row of plain data. Raises one of MALFORMED."""
    return [_raw(plain) for plain in told]


def number(told: object) -> int:
    """Return a number from 0 on. Raises ValueError for anything else."""
    if type(told) is int and told >= 0:
        return told
    raise ValueError(told)


def _pieces(entries: Sequence[Any], most: int) -> Iterator[Sequence[Any]]:
    for start in range(0, len(entries), most):
        yield entries[start : start + most]


def _plain_row(cells: Row) -> list[object]:
    return [_plain(raw) for raw in cells]


def _plain(raw: Raw) -> object:
    if isinstance(raw, str | int | float):
        return raw
    if isinstance(raw, datetime):
        return [raw.date().toordinal()]
    return [raw.toordinal()] if isinstance(raw, date) else str(raw)


def _raw(plain: object) -> Raw:
    if isinstance(plain, list):
        (ordinal,) = plain
        return date.fromordinal(ordinal)
    if not isinstance(plain, str | int | float):
        raise TypeError(plain)
    return plain
