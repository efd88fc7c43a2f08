"""What a report above keeps of the reports that were merged into it: who is in, and what each adds to a cell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from model.form import Form, Identity
from model.report import Report, SlotKind, SlotValue
from model.values import Value


@dataclass(frozen=True, slots=True)
class Child:
    """A report that was merged: its office, how many errors and blank cells it had, and its numbers that are not 0."""

    office: str
    errors: int
    blanks: int
    cells: Mapping[str, int | Decimal]

    def as_slot(self) -> SlotValue:
        """Return what the report above keeps of it."""
        return {"errors": self.errors, "blanks": self.blanks, "cells": dict(self.cells)}


def children_of(report: Report) -> tuple[Child, ...]:
    """Return the reports that were merged into this one, in the order of the files."""
    return tuple(_child(office, entry) for office, entry in report.of_kind(SlotKind.CHILD).items())


def _child(office: str, entry: SlotValue) -> Child:
    kept = entry if isinstance(entry, Mapping) else {}
    errors, blanks, cells = kept.get("errors"), kept.get("blanks"), kept.get("cells")
    numbers = cells.items() if isinstance(cells, Mapping) else ()
    return Child(
        office,
        errors if isinstance(errors, int) else 0,
        blanks if isinstance(blanks, int) else 0,
        {key: value for key, value in numbers if isinstance(value, int | Decimal)},
    )


def contributions(report: Report) -> dict[str, dict[str, Value]]:
    """Return entered cell → office → what it adds, zeros left out; nothing where nothing was merged."""
    found: dict[str, dict[str, Value]] = {}
    for child in children_of(report):
        for key, value in child.cells.items():
            found.setdefault(key, {})[child.office] = value
    return {key: found[key] for key in report.form.entered if key in found}


@dataclass(frozen=True, slots=True)
class Brought:
    """The offices whose own numbers break an identity, and whether they alone account for its gap in the report above."""

    offices: tuple[str, ...]
    wholly: bool


def brought_by(report: Report, identity: Identity) -> Brought | None:
    """Return whose reports a gap came with, None where none did, or where what they brought makes up for itself."""
    children = children_of(report)
    if not children:
        return None
    gaps = {child.office: _gap(report.form, child.cells, identity) for child in children}
    broken = {office: gap for office, gap in gaps.items() if gap}
    own = _gap(report.form, _numbers(report), identity)
    total = sum(broken.values())
    return Brought(tuple(broken), wholly=total == own) if total and own else None


def _numbers(report: Report) -> dict[str, int | Decimal]:
    return {key: value for key in report.form.entered if (value := report.value(key)) is not None}


def _gap(form: Form, cells: Mapping[str, int | Decimal], identity: Identity) -> int | Decimal:
    """By how much the left side of an identity is more than the right, totals added up from the entered cells."""
    return _side(form, cells, identity.left) - _side(form, cells, identity.right)


def _side(form: Form, cells: Mapping[str, int | Decimal], keys: tuple[str, ...]) -> int | Decimal:
    return sum((cells.get(key, 0) for total in keys for key in _parts(form, total)), 0)


def _parts(form: Form, key: str) -> Iterator[str]:
    """The entered cells that a cell is added up from, itself where it is entered."""
    if key not in form.sums:
        yield key
    for part in form.sums.get(key, ()):
        yield from _parts(form, part)
