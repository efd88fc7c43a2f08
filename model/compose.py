"""Makes the neutral Document of a Report: title, preamble, sections with words and tables, signature."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from model.days import day_words
from model.document import Block, Document, Paragraph, Table, TableCell
from model.form import FormTable
from model.layout import layout_of
from model.number_fields import expand
from model.pattern import Pattern
from model.preamble import preamble_of, title_of
from model.report import Report
from model.roles import CellRole, Role, role_of
from model.sections import sections_of
from model.values import to_text

_RUN_IN: Final = Pattern(r"[（(][一二三四五六七八九十]+[）)][^。；：:，,]{1,30}[。：:](?=.)")


def compose(report: Report) -> Document:
    """Return the report as a Document, in the order of the official form."""
    title = title_of(report)
    blocks: list[Block] = [Paragraph(title, Role.TITLE)]
    blocks += _paragraphs(expand(report, preamble_of(report)), "preamble")
    for section in sections_of(report):
        blocks.append(Paragraph(section.heading, Role.HEADING1, section.id))
        blocks += _paragraphs(expand(report, report.text(section.id)), section.id)
        blocks += [_table(report, table) for table in report.form.tables_of(section.id)]
    placed = {section.id for section in report.form.sections}
    blocks += _signature(report)
    blocks += [_table(report, table) for table in report.form.tables if table.section not in placed]
    return Document(tuple(blocks), title, report.office, f"{report.year}年度", report.year, _date(report))


def _paragraphs(text: str, section: str) -> Iterator[Paragraph]:
    for line in text.splitlines():
        words = line.strip()
        if words:
            run_in = _RUN_IN.match(words)
            yield Paragraph(words, role_of(words), section, run_in.end() if run_in else 0)


def _table(report: Report, table: FormTable) -> Table:
    layout = layout_of(table)
    cells = []
    for place in layout.places:
        if place.key is None:
            cell = TableCell(
                place.row,
                place.column,
                place.text,
                place.rowspan,
                place.colspan,
                place.role,
                indent=place.indent,
            )
        else:
            form_cell = report.form.cells[place.key]
            value = report.value(place.key)
            cell = TableCell(
                place.row, place.column, to_text(value, signed=form_cell.kind.spec.signed),
                place.rowspan, place.colspan, CellRole.VALUE, place.key, value, form_cell.computed,
            )  # fmt: skip
        cells.append(cell)
    return Table(
        layout.rows, layout.columns, tuple(cells), table.id, table.title, layout.head_rows,
        layout.label_columns, table.widths, table.own_page, table.section, foot_of(report, table),
    )  # fmt: skip


def foot_of(report: Report, table: FormTable) -> tuple[str, ...]:
    """Return the line below the table, one entry a field, as far as the office's data knows them."""
    known = {"联系电话": report.field("phone"), "填报日期": _day(report)}
    return tuple(f"{name}：{known.get(name, '')}" for name in table.foot)


def _signature(report: Report) -> Iterator[Paragraph]:
    if report.field("date"):
        yield Paragraph(report.office, Role.SIGNATURE)
        yield Paragraph(_day(report), Role.SIGNATURE)


def _day(report: Report) -> str:
    """成文日期 in words, "" when there is none."""
    day = _date(report)
    return day_words(day) if day else ""


def _date(report: Report) -> date | None:
    return date.fromisoformat(report.field("date")) if report.field("date") else None
