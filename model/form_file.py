"""Reads a form's data file into a Form and asserts the counts that the official form declares.

A file without a sum or with a wrong count is refused (FormError): a form is loaded whole or not at all.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import resources
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
from model.values import CellKind

Data = Mapping[str, Any]
"""A table of a TOML file."""

FORM_IDS = ("2014", "2019", "2021")


@cache
def load_form(form_id: str) -> Form:
    """Return the form with this id. Raises FormError when there is none or its file contradicts itself."""
    if form_id not in FORM_IDS:
        raise FormError(f"没有“{form_id}”版的年度报告格式，请更新程序")
    return read_form(resources.text(f"forms/{form_id}.toml"))


def form_for(year: int) -> Form:
    """Return the form that reports on `year` use. Raises FormError for a year without one.

    The newest is asked first: it is what nearly every report needs, and a form takes a while to read.
    """
    for form_id in reversed(FORM_IDS):
        form = load_form(form_id)
        if form.years[0] <= year <= form.years[1]:
            return form
    raise FormError(f"{year} 年没有对应的年度报告格式，请核对年份")


def read_form(text: str) -> Form:
    """Return the Form that a TOML text describes. Raises FormError where the text is not a form."""
    try:
        data = tomllib.loads(text)
        form = _form(data)
    except (tomllib.TOMLDecodeError, KeyError, ValueError) as error:
        raise FormError("格式文件不完整，请重新安装程序") from error
    _assert_counts(form, data)
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
        years=(data["years"][0], data["years"][1]),
        sections=tuple(_section(entry) for entry in data.get("section", ())),
        tables=tables,
        cells=cells,
        identities=tuple(identities),
        sums=_ordered_sums(identities),
        number_fields={name: tuple(keys) for name, keys in data.get("number_fields", {}).items()},
        free_sections=data.get("free_sections", False),
        _identities_of={key: tuple(found) for key, found in touched.items()},
    )


def _section(entry: Data) -> Section:
    return Section(
        id=entry["id"],
        heading=entry["heading"],
        kind=SectionKind(entry["kind"]),
        aspects=tuple(entry.get("aspects", ())),
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
    return FormTable(
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
        widths=tuple(float(width) for width in entry["widths"]),
        own_page=entry.get("own_page", False),
    )


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
        return tuple(f"{table.id}.{pattern.replace('*', line.id if line else '')}" for pattern in patterns)

    return Identity(code, kind, keys(left), keys(right), table.id, line)


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
