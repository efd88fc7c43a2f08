"""Finds the forms in resources/forms, reads one into a Form and asserts the counts that the official form declares.

A file without a sum, with a wrong count, with an arithmetic identity that no rule knows, or with a row that its table's
sums pass over is refused (FormError): a form is loaded whole or not at all.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path, PurePath
from typing import Any, Final

import resources
from model.arithmetic import ARITHMETIC
from model.cell_kinds import CellKind
from model.errors import FormError
from model.form import (
    Band,
    Cell,
    Form,
    FormTable,
    Identity,
    IdentityKind,
    Line,
    Section,
    SectionKind,
    Shape,
)
from model.layout import layout_of

Data = Mapping[str, Any]
"""A table of a TOML file."""

LAST_YEAR: Final = 2099
"""The last year that a report can be on: a form without an end holds until then."""

TYPE_AREA: Final = 156.0
"""Width of the printed page between its margins in mm (GB/T 9704): what a table's columns share."""


def form_ids() -> tuple[str, ...]:
    """Return the ids of all forms, oldest first: the names of the files in resources/forms, looked up once."""
    return _ids_in(resources.ROOT)


def load_form(form_id: str) -> Form:
    """Return the form with this id. Raises FormError when there is none or its file contradicts itself.

    Its years end where those of the next form begin. A form that was read once is not looked for again: a report can
    be saved when the program was removed from the disk under its window.
    """
    return _form_in(resources.ROOT, form_id)


def form_for(year: int) -> Form:
    """Return the form that reports on `year` use. Raises FormError for a year without one.

    Only that form is read: it is what nearly every report needs, and a form takes a while to read.
    """
    begun = [form_id for form_id in form_ids() if _first_year(_path(form_id)) <= year]
    form = load_form(begun[-1]) if begun else None
    if form is None or year > form.years[1]:
        raise FormError(f"{year} 年没有对应的年度报告格式，请核对年份")
    return form


@cache
def _ids_in(_root: Path) -> tuple[str, ...]:
    return tuple(PurePath(name).stem for name in resources.names("forms", ".toml"))


@cache
def _form_in(root: Path, form_id: str) -> Form:
    ids = _ids_in(root)
    if form_id not in ids:
        raise FormError(f"没有“{form_id}”版的年度报告格式，请更新程序")
    later = [_first_year(_path(other)) for other in ids[ids.index(form_id) + 1 :]]
    return _loaded(_path(form_id), min((year - 1 for year in later), default=LAST_YEAR))


def _path(form_id: str) -> Path:
    return resources.path(f"forms/{form_id}.toml")


@cache
def _first_year(path: Path) -> int:
    """The first year of a form, from the head of its file alone."""
    head = path.read_text(encoding="utf-8").partition("\n[")[0]
    try:
        return int(tomllib.loads(head)["years"][0])
    except (tomllib.TOMLDecodeError, LookupError, TypeError, ValueError) as error:
        raise FormError(f"格式文件 {path.name} 没有写明适用年度，请重新安装程序") from error


def _loaded(path: Path, last_year: int) -> Form:
    form = read_form(path.read_text(encoding="utf-8"))
    if form.id != path.stem:
        raise FormError(f"格式文件 {path.name} 写的是“{form.id}”版，请重新安装程序")
    return replace(form, years=(form.years[0], min(form.years[1], last_year)))


def read_form(text: str) -> Form:
    """Return the Form that a TOML text describes. Raises FormError where the text is not a form."""
    try:
        data = tomllib.loads(text)
        form = _form(data)
    except (tomllib.TOMLDecodeError, LookupError, TypeError, ValueError) as error:
        raise FormError("格式文件不完整，请重新安装程序") from error
    _assert_counts(form, data)
    _assert_known(form)
    for table in form.tables:
        _assert_bound(form, table)
    return form


def _form(data: Data) -> Form:
    tables = tuple(_table(entry) for entry in data["table"])
    cells: dict[str, Cell] = {}
    identities: list[Identity] = []
    for table, entry in zip(tables, data["table"], strict=True):
        sums, others = _identities(table, entry)
        computed = {identity.right[0] for identity in sums}
        cells |= {cell.key: cell for cell in _cells(table, computed)}
        identities += sums + others
    touched: dict[str, list[Identity]] = {}
    for identity in identities:
        for key in identity.keys:
            touched.setdefault(key, []).append(identity)
    return Form(
        id=data["id"],
        name=data["name"],
        authority=data["authority"],
        title=data.get("title", ""),
        years=(data["years"][0], data["years"][-1] if len(data["years"]) > 1 else LAST_YEAR),
        sections=tuple(_section(entry) for entry in data.get("section", ())),
        tables=tables,
        cells=cells,
        identities=tuple(identities),
        sums=_ordered_sums(identities),
        number_fields={
            name: tuple(key for pattern in keys for key in _field_keys(tables, pattern))
            for name, keys in data.get("number_fields", {}).items()
        },
        free_sections=data.get("free_sections", False),
        _identities_of={key: tuple(found) for key, found in touched.items()},
    )


def _section(entry: Data) -> Section:
    return Section(
        id=entry["id"],
        heading=entry["heading"],
        kind=SectionKind(entry["kind"]),
        aspects=tuple(entry.get("aspects", ())),
        aspect_help=tuple(entry.get("aspect_help", ())),
        note=entry.get("note", ""),
        short=entry.get("short", ""),
    )


def _line(entry: Data) -> Line:
    label = entry["label"]
    return Line(
        id=entry.get("id", ""),
        label=(label,) if isinstance(label, str) else tuple(label),
        kind=CellKind(entry.get("kind", "count")),
        unit=entry.get("unit", ""),
        help=entry.get("help", ""),
        basis=entry.get("basis", ""),
        level=entry.get("level", 0),
    )


def _table(entry: Data) -> FormTable:
    bands = entry.get("band", [entry])
    table = FormTable(
        id=entry["id"],
        section=entry["section"],
        shape=Shape(entry["shape"]),
        bands=tuple(
            Band(
                rows=tuple(_line(row) for row in band["rows"]),
                columns=tuple(_line(column) for column in band["columns"]),
                title=band.get("title", ""),
                head=band.get("head", "") if "band" in entry else "",
            )
            for band in bands
        ),
        title=entry.get("title", "") if "band" not in entry else "",
        unit=entry.get("unit", ""),
        corner=entry.get("corner", ""),
        column_head=entry.get("column_head", ""),
        head=tuple(entry.get("head", ())),
        foot=tuple(entry.get("foot", ())),
        own_page=entry.get("own_page", False),
    )
    return table._replace(widths=_widths(table, entry.get("widths", ())))


def _widths(table: FormTable, told: Sequence[float]) -> tuple[float, ...]:
    """The printed widths in mm: as told for the first columns, what is left of the type area evenly for the others."""
    rest = layout_of(table).columns - len(told)
    if rest < 0:
        raise ValueError(f"{table.id}: {len(told)} widths")
    left = TYPE_AREA - sum(told)
    return (*map(float, told), *(round(left / rest, 2) for _ in range(rest)))


def _cells(table: FormTable, computed: set[str]) -> Iterator[Cell]:
    for band in table.bands:
        for row in band.rows:
            for column in band.columns if row.id else ():
                key = f"{table.id}.{row.id}.{column.id}"
                kind = row.kind if column.kind is CellKind.COUNT else column.kind
                unit = row.unit or column.unit or table.unit
                yield Cell(key, table, row, column, kind, unit, key in computed)


def _identities(table: FormTable, entry: Data) -> tuple[list[Identity], list[Identity]]:
    sums = [
        _identity(table, rule["code"], IdentityKind.SUM, rule["parts"], [rule["total"]], line)
        for rule in entry.get("sums", ())
        for line in _lines(table, rule["total"])
    ]
    balances = [
        _identity(table, rule["code"], IdentityKind.BALANCE, rule["left"], rule["right"], line)
        for rule in entry.get("balance", ())
        for line in _lines(table, rule["left"][0])
    ]
    bounds = [
        _identity(table, rule["code"], IdentityKind.AT_MOST, [rule["part"]], [rule["whole"]], None)
        for rule in entry.get("at_most", ())
    ]
    return sums, balances + bounds


def _lines(table: FormTable, pattern: str) -> Sequence[Line | None]:
    """The rows or columns that a pattern's `*` runs over; one None where there is no `*`."""
    row, _, column = pattern.partition(".")
    if row == "*":
        return table.rows
    return table.bands[0].columns if column == "*" else (None,)


def _identity(
    table: FormTable,
    code: str,
    kind: IdentityKind,
    left: Iterable[str],
    right: Iterable[str],
    line: Line | None,
) -> Identity:
    def keys(patterns: Iterable[str]) -> tuple[str, ...]:
        return tuple(key for pattern in patterns for key in _keys(table, pattern, line))

    return Identity(code, kind, keys(left), keys(right), table.id, line)


def _keys(table: FormTable, pattern: str, line: Line | None = None) -> Iterator[str]:
    """The cells that a pattern names: `*` is the line it runs along, `refused_*` every row or column named so."""
    row, _, column = pattern.partition(".")
    for row_id in _named(table.rows, row, line):
        for column_id in _named(table.bands[0].columns, column, line):
            yield f"{table.id}.{row_id}.{column_id}"


def _named(lines: Iterable[Line], pattern: str, running: Line | None) -> Sequence[str]:
    if pattern == "*" and running is not None:
        return (running.id,)
    if "*" not in pattern:
        return (pattern,)
    found = tuple(line.id for line in lines if fnmatchcase(line.id, pattern))
    if not found:
        raise ValueError(f"nothing is named {pattern}")
    return found


def _field_keys(tables: Iterable[FormTable], pattern: str) -> Iterator[str]:
    """The cells that a number field names, with `*` in the row or the column for all that are named so."""
    table_id, _, rest = pattern.partition(".")
    if "*" not in rest:
        return iter((pattern,))
    return _keys(next(table for table in tables if table.id == table_id), rest)


def _ordered_sums(identities: Iterable[Identity]) -> dict[str, tuple[str, ...]]:
    """Each computed cell with the parts of its first sum, a part that is computed itself standing before its total."""
    first: dict[str, tuple[str, ...]] = {}
    for identity in identities:
        if identity.kind is IdentityKind.SUM:
            first.setdefault(identity.right[0], identity.left)
    ordered: dict[str, tuple[str, ...]] = {}

    def place(total: str) -> None:
        if total in ordered:
            return
        for part in first[total]:
            if part in first:
                place(part)
        ordered[total] = first[total]

    for total in first:
        place(total)
    return ordered


def _assert_counts(form: Form, data: Data) -> None:
    identities = [identity for identity in form.identities if identity.kind is not IdentityKind.AT_MOST]
    counted = {
        "cells": len(form.cells),
        "entered": len(form.entered),
        "computed": len(form.sums),
        "identities": len(identities),
    }
    for name, count in counted.items():
        if data[name] != count:
            raise FormError(
                f"{form.id} 版格式文件不完整（{name}：应有 {data[name]}，实有 {count}），请重新安装程序"
            )
    unknown = {key for identity in form.identities for key in identity.keys} - set(form.cells)
    unknown |= {key for keys in form.number_fields.values() for key in keys} - set(form.cells)
    if unknown:
        raise FormError(f"{form.id} 版格式文件有误（{min(unknown)}），请重新安装程序")
    for table in form.tables:
        if table.section not in {section.id for section in form.sections} and not form.free_sections:
            raise FormError(f"{form.id} 版格式文件有误（{table.section}），请重新安装程序")


def _assert_known(form: Form) -> None:
    for identity in form.identities:
        if identity.code not in ARITHMETIC:
            raise FormError(f"{form.id} 版格式文件有误（没有编号为“{identity.code}”的检查），请更新程序")


def _assert_bound(form: Form, table: FormTable) -> None:
    """Where sums run down a table's columns each of its rows must be in one, and each column where they run along rows."""
    if len(table.bands) > 1:
        return
    columns = table.bands[0].columns
    identities = [identity for identity in form.identities if identity.table == table.id and identity.line]
    for across, lines, place in ((columns, table.rows, 1), (table.rows, columns, 2)):
        running = [identity for identity in identities if identity.line in across]
        bound = {key.split(".")[place] for identity in running for key in identity.keys}
        free = [line.name for line in lines if line.id not in bound]
        if running and free:
            raise FormError(f"{form.id} 版格式文件有误（“{free[0]}”不在任何合计中），请更新程序")
