"""An empty ledger for the next year as a workbook: what is entered into it is counted without any question.

Its columns are those of `resources/ledger.toml`; the choices are the form's own words, so that they need no table of
words. Each choice is told on a sheet of its own with its article.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from math import ceil
from pathlib import Path
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

import resources
from export.output import clean, put_aside_changes, save, timeless
from export.workbook import packed
from model.form import Form, Line

_ENDING: Final = ".xlsx"
_ROWS: Final = 5_000
"""Rows that have choices and checks."""
_FIRST: Final = 3
"""The first row of entries: a title and the heads stand above."""
_LINE: Final = 16.0
"""Height in points of a line of words; not every program fits a row to its words by itself."""
_FILL: Final = PatternFill("solid", start_color="DCE6F1")
_THIN: Final = Side(style="thin", color="808080")
_BOX: Final = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_CENTRED: Final = Alignment(horizontal="center", vertical="center", wrap_text=True)
_TOLD: Final = "填写说明"
_CHOICES: Final = "选项"
_WITHOUT: Final = frozenset(("received", "carried_in", "handled_total", "carried_out"))
_EXAMPLE: Final = {
    "number": "登记编号　2026001",
    "received": "收到日期　2026-3-8",
    "name": "申请人　赵某某",
    "kind": "申请人类型　自然人",
    "answered": "答复日期　2026-3-20（尚未答复的留空）",
    "outcome": "办理结果　不予公开，具体情形　属于国家秘密（予以公开、部分公开的不填具体情形）",
}


def write(path: Path, form: Form, office: str, year: int) -> tuple[Path, Path | None]:
    """Write an empty ledger of an office for a year; return where, and where a filled one that stood there is kept.

    The name ends in .xlsx, whatever was asked for. Raises WriteFailed.
    """
    target = path if path.suffix.lower() == _ENDING else path.with_name(path.name + _ENDING)
    kept = put_aside_changes(target)
    save(target, render(form, office, year))
    return target, kept


def render(form: Form, office: str, year: int) -> bytes:
    """Return the workbook's bytes, the same for the same office and year."""
    templates = tomllib.loads(resources.text("ledger.toml"))["template"]
    book = Workbook()
    applications = book.active
    if not isinstance(applications, Worksheet):
        raise TypeError(applications)
    groups = _groups(form)
    choices = _choices(book, form, groups)
    _fill(applications, templates["applications"], f"{office}{year}年", choices)
    _fill(book.create_sheet(), templates["disputes"], f"{office}{year}年", choices)
    _explain(book.create_sheet(_TOLD), form)
    book.move_sheet(book[_CHOICES], len(book.sheetnames))
    book[_CHOICES].sheet_state = "hidden"
    book.properties.created = book.properties.modified = datetime.combine(date(year, 1, 1), time())
    return timeless(packed(book))


def _groups(form: Form) -> Mapping[str, tuple[str, ...]]:
    """The outcomes as they are chosen: the groups of the form, each with its cases, none where it has none."""
    groups: dict[str, tuple[str, ...]] = {}
    for row in form.table("applications").rows:
        if row.id not in _WITHOUT:
            group = _bare(row.label[1])
            cases = (_bare(row.name),) if len(row.label) > 2 else ()
            groups[group] = (*groups.get(group, ()), *cases)
    return groups


def _bare(label: str) -> str:
    """A label without its ordinal and without the remark behind it."""
    plain = label.partition("）")[2] if label.startswith("（") else label.partition(".")[2] or label
    return plain.partition("（")[0]


def _choices(book: Workbook, form: Form, groups: Mapping[str, tuple[str, ...]]) -> Mapping[str, str]:
    """Write all choices into a sheet of their own; return the formula of each kind of column's list."""
    sheet = book.create_sheet(_CHOICES)
    applications, disputes = form.table("applications"), form.table("disputes")
    kinds = [column.name for column in applications.bands[0].columns if column.id != "total"]
    verdicts = [column.name for column in disputes.bands[0].columns if column.id not in ("total", "pending")]
    routes = [row.name for row in disputes.rows if len(row.label) > 1]
    lists = {
        "kind": kinds,
        "outcome": list(groups),
        "extended": ["是", "否"],
        "dispute": list(dict.fromkeys(row.label[0] for row in disputes.rows)),
        "route": routes,
        "verdict": verdicts,
    }
    formulas = {}
    for column, (name, words) in enumerate(lists.items(), 1):
        formulas[name] = f"={_write(sheet, column, words)}"
    for column, (group, cases) in enumerate(groups.items(), len(lists) + 1):
        if cases:
            book.defined_names[group] = DefinedName(group, attr_text=_write(sheet, column, cases))
    return formulas


def _write(sheet: Worksheet, column: int, words: Sequence[str]) -> str:
    for row, word in enumerate(words, 1):
        sheet.cell(row, column, word)
    letter = get_column_letter(column)
    return f"'{_CHOICES}'!${letter}$1:${letter}${len(words)}"


def _fill(sheet: Worksheet, template: Mapping[str, Any], owner: str, choices: Mapping[str, str]) -> None:
    sheet.title = template["sheet"]
    columns = template["columns"]
    sheet.cell(1, 1, clean(f"{owner}{template['title']}")).font = Font(bold=True, size=14)
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(columns))
    sheet.cell(1, 1).alignment = _CENTRED
    sheet.row_dimensions[1].height, sheet.row_dimensions[2].height = 2 * _LINE, 1.5 * _LINE
    outcome = ""
    for number, column in enumerate(columns, 1):
        letter = get_column_letter(number)
        head = sheet.cell(2, number, column["head"])
        head.font, head.fill, head.border, head.alignment = Font(bold=True), _FILL, _BOX, _CENTRED
        sheet.column_dimensions[letter].width = column["width"]
        field = column.get("field", "")
        second = field == "outcome" and outcome
        for validation in _validations(field, choices, f"INDIRECT(${outcome}{_FIRST})" if second else ""):
            sheet.add_data_validation(validation)
            validation.add(f"{letter}{_FIRST}:{letter}{_ROWS}")
        if field in ("received", "answered", "filed", "concluded"):
            sheet.column_dimensions[letter].number_format = "yyyy-mm-dd"
        elif field in ("number", "name"):
            sheet.column_dimensions[letter].number_format = "@"
        outcome = letter if field == "outcome" else outcome
    if "收到日期" in {column["head"] for column in columns}:
        lines = "\n".join(_EXAMPLE.values())
        sheet.cell(2, 1).comment = Comment(f"填写示例：\n{lines}", "年报助手", height=190, width=420)
    sheet.freeze_panes = f"A{_FIRST}"
    sheet.print_options.gridLines = True
    _print_across(sheet, "1:2")


def _validations(field: str, choices: Mapping[str, str], dependent: str) -> Iterator[DataValidation]:
    if dependent:
        yield _list(dependent, "请先选择办理结果，再选择具体情形；予以公开、部分公开的不填")
    elif field in choices:
        yield _list(choices[field], "请从下拉列表中选择")
    elif field in ("received", "answered", "filed", "concluded"):
        days = DataValidation(
            type="date", operator="between", formula1="39569", formula2="73050", allow_blank=True
        )
        days.error, days.errorTitle, days.showErrorMessage = "请填写日期，如 2026-3-8", "不是日期", True
        yield days


def _list(formula: str, words: str) -> DataValidation:
    made = DataValidation(type="list", formula1=formula, allow_blank=True)
    made.error, made.errorTitle, made.showErrorMessage = words, "请选择", True
    return made


def _explain(sheet: Worksheet, form: Form) -> None:
    """Each choice with what counts as it, and its article."""
    heads, widths = ("填写项目", "选项", "含义", "依据"), (14, 46, 70, 40)
    for number, (head, width) in enumerate(zip(heads, widths, strict=True), 1):
        cell = sheet.cell(1, number, head)
        cell.font, cell.fill, cell.border, cell.alignment = Font(bold=True), _FILL, _BOX, _CENTRED
        sheet.column_dimensions[get_column_letter(number)].width = width
    for row, line in enumerate(_explanations(form), 2):
        for number, words in enumerate(line, 1):
            cell = sheet.cell(row, number, words)
            cell.border = _BOX
            cell.alignment = Alignment(vertical="center", wrap_text=True)
        lines = (ceil((2 * len(words) + 1) / width) for words, width in zip(line, widths, strict=True))
        sheet.row_dimensions[row].height = _LINE * max(1, *lines)
    sheet.freeze_panes = "A2"
    _print_across(sheet, "1:1")


def _print_across(sheet: Worksheet, heads: str) -> None:
    """Let a sheet be printed as wide as a page, its heads on each."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = heads


def _explanations(form: Form) -> Iterator[tuple[str, str, str, str]]:
    applications, disputes = form.table("applications"), form.table("disputes")
    for column in applications.bands[0].columns:
        if column.id != "total":
            yield "申请人类型", column.name, column.help, column.basis
    for row in applications.rows:
        if row.id not in _WITHOUT:
            yield "办理结果", _named(row), row.help, row.basis
    for row in disputes.rows:
        yield "案件类型", " － ".join(row.label), row.help, row.basis
    for column in disputes.bands[0].columns:
        if column.id not in ("total", "pending"):
            yield "审理结果", column.name, column.help, column.basis


def _named(row: Line) -> str:
    return " － ".join(_bare(label) for label in row.label[1:])
