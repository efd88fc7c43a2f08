"""A sheet for each table of the form, in its official layout; totals and checks are formulas that keep adding up."""

from collections.abc import Iterable, Sequence
from typing import Final

from openpyxl.formatting.rule import Rule
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter

from export.excel.keys import TOTAL, Places
from export.excel.marks import (
    FAULTY_MARK,
    SOUND_MARK,
    UNKNOWN_MARK,
    difference,
    leaves,
    number_format,
    validation,
)
from export.excel.ranges import ranges
from export.excel.sheet import Book, Sheet, exact, lines_in, paired
from export.excel.styles import Look
from model.cell_kinds import CellKind
from model.compose import foot_of
from model.document import CellRole
from model.form import Form, FormTable, Identity, IdentityKind
from model.layout import Layout, PrintedCell, layout_of
from model.report import Report, SlotKind
from model.workbook_words import CHECK, TABLE_NOTE

_HEAD_ROWS: Final = 2
"""Title and a hint above the table."""
_WIDER: Final = 1.25
"""How much wider than in print a column is on the screen."""
_DIFFERENCE: Final = '"多 "0;"少 "0;"相符"'


def add_table(book: Book, report: Report, table: FormTable, places: Places) -> None:
    """Add the table's sheet and note where its cells stand."""
    heading = next((s.heading for s in report.form.sections if s.id == table.section), table.title)
    name = f"表{heading.partition('、')[0]}" if "、" in heading[:4] else heading[:31]
    _TableSheet(book.add(name), report, table).fill(heading, places)


class _TableSheet:
    """One table being laid out."""

    def __init__(self, sheet: Sheet, report: Report, table: FormTable) -> None:
        self._sheet = sheet
        self._report = report
        self._form: Form = report.form
        self._table = table
        self._layout: Layout = layout_of(table)
        self._at = {
            place.key: (place.row + _HEAD_ROWS + 1, place.column + 1)
            for place in self._layout.places
            if place.key
        }

    def fill(self, heading: str, places: Places) -> None:
        """Fill the sheet from title to checks."""
        self._sheet.text(1, 1, heading, Look.TITLE)
        self._sheet.merge(1, 1, 1, self._layout.columns)
        self._sheet.text(2, 1, TABLE_NOTE, Look.NOTE)
        self._sheet.merge(2, 1, 1, self._layout.columns)
        for place in self._layout.places:
            self._put(place, places)
        self._set_sizes()
        self._validate()
        row = _HEAD_ROWS + self._layout.rows + 1
        if self._table.foot:
            self._sheet.text(row, 1, "　　".join(foot_of(self._report, self._table)), Look.NOTE)
            self._sheet.merge(row, 1, 1, self._layout.columns)
            row += 1
        self._add_checks(row)
        head_rows = self._layout.head_rows
        labels = self._layout.label_columns
        self._sheet.native.freeze_panes = f"{get_column_letter(labels + 1)}{_HEAD_ROWS + head_rows + 1}"
        repeated = f"{_HEAD_ROWS + 1}:{_HEAD_ROWS + head_rows}" if head_rows else None
        self._sheet.print_on_a4(landscape=self._layout.columns > 12, head_rows=repeated)

    def _put(self, place: PrintedCell, places: Places) -> None:
        row, column = place.row + _HEAD_ROWS + 1, place.column + 1
        if place.key is None:
            self._sheet.text(row, column, self._words(place), self._look(place))
        else:
            computed = place.key in self._form.sums
            kind = TOTAL if computed else SlotKind.CELL
            places.note(kind, place.key, f"{self._sheet.name}!{get_column_letter(column)}{row}")
            self._put_value(place.key, row, column)
        self._sheet.merge(row, column, place.rowspan, place.colspan)

    def _width(self, place: PrintedCell) -> float:
        return sum(self._table.widths[place.column : place.column + place.colspan]) * _WIDER

    def _words(self, place: PrintedCell) -> str:
        if place.role is CellRole.HEAD:
            return paired(place.text, self._width(place))
        return "　" * place.indent + place.text

    def _look(self, place: PrintedCell) -> Look:
        if place.role in (CellRole.HEAD, CellRole.BAND):
            return Look.HEAD
        group = place.rowspan > 1 or place.column >= self._layout.label_columns
        return Look.GROUP if group else Look.LABEL

    def _put_value(self, key: str, row: int, column: int) -> None:
        cell = self._sheet.cell(row, column)
        value = self._report.value(key)
        parts = self._form.sums.get(key)
        declared = self._report.get(SlotKind.DECLARED, key) is not None
        cell.style = Look.ENTRY.value if parts is None or declared else Look.SUM.value
        cell.number_format = number_format(self._form.cells[key].kind, value)
        countable = all(exact(self._report.value(part)) for part in parts or ()) and exact(value)
        if parts is None or declared or not countable:
            self._sheet.number(row, column, value)
        else:
            self._sheet.formula(row, column, f"=SUM({self._ranges(parts)})", value)
            self._hide_while_blank((key,), cell.coordinate)
        if declared and parts and countable:
            self._mark(cell.coordinate, f"{cell.coordinate}<>SUM({self._ranges(parts)})", FAULTY_MARK)

    def _ranges(self, keys: Iterable[str]) -> str:
        return ranges(self._at[key] for key in keys)

    def _hide_while_blank(self, keys: Sequence[str], place: str) -> None:
        """A sum with a blank part is not known: it is shown blank, though SUM makes 0 of it."""
        entered = set(leaves(self._form, keys))
        self._mark(place, f"COUNT({self._ranges(entered)})<{len(entered)}", UNKNOWN_MARK)

    def _mark(self, place: str, formula: str, looks: DifferentialStyle) -> None:
        rule = Rule(type="expression", formula=[formula], dxf=looks, stopIfTrue=True)
        self._sheet.native.conditional_formatting.add(place, rule)

    def _set_sizes(self) -> None:
        """Column widths from the form, row heights from the words that stand in one row."""
        for column, width in enumerate(self._table.widths, 1):
            self._sheet.set_width(column, width * _WIDER)
        lines = dict.fromkeys(range(self._layout.rows), 1.0)
        for place in self._layout.places:
            needed = (
                sum(lines_in(line, self._width(place)) for line in self._words(place).split("\n"))
                / place.rowspan
            )
            for row in range(place.row, place.row + place.rowspan):
                lines[row] = max(lines[row], needed)
        for row, count in lines.items():
            self._sheet.set_height(row + _HEAD_ROWS + 1, count)
        self._sheet.set_height(1, 1, 14)

    def _validate(self) -> None:
        """Let entry cells take only what their kind allows."""
        for kind in CellKind:
            keys = [k for k in self._at if k not in self._form.sums and self._form.cells[k].kind is kind]
            if keys:
                rule = validation(kind)
                rule.sqref = type(rule.sqref)(self._ranges(keys).replace(",", " "))
                self._sheet.native.add_data_validation(rule)

    def _add_checks(self, row: int) -> None:
        """Add a row for each balance and each `at most`: the difference of its sides, 相符 for none."""
        columns: set[int] = set()
        code = ""
        for identity in self._form.identities:
            if identity.table != self._table.id or identity.kind is IdentityKind.SUM:
                continue
            column = self._at[identity.right[0]][1]
            if identity.code != code or column in columns:
                row += 1 if code else 0
                columns.clear()
                code = identity.code
                self._label_check(row, identity)
            columns.add(column)
            self._add_check(row, column, identity)

    def _label_check(self, row: int, identity: Identity) -> None:
        left, right = (
            "＋".join(self._form.cells[key].row.name for key in side)
            for side in (identity.left, identity.right)
        )
        relation = "≤" if identity.kind is IdentityKind.AT_MOST else "＝"
        width = max(1, self._layout.label_columns)
        text = f"{CHECK}{left}{relation}{right}"
        self._sheet.text(row, 1, text, Look.LABEL)
        for column in range(width + 1, self._layout.columns + 1):
            self._sheet.cell(row, column).style = Look.CHECK.value
        self._sheet.merge(row, 1, 1, width)
        self._sheet.set_height(row, lines_in(text, sum(self._table.widths[:width]) * _WIDER))

    def _add_check(self, row: int, column: int, identity: Identity) -> None:
        cell = self._sheet.cell(row, column)
        left, right = self._ranges(identity.left), self._ranges(identity.right)
        gap = f"SUM({left})-SUM({right})"
        at_most = identity.kind is IdentityKind.AT_MOST
        known = difference(self._report, identity)
        if not all(exact(self._report.value(key)) for key in identity.keys):
            return
        self._sheet.formula(row, column, f"=MAX(0,{gap})" if at_most else f"={gap}", known)
        cell.number_format = _DIFFERENCE
        place = f"{get_column_letter(column)}{row}"
        self._hide_while_blank(identity.keys, place)
        self._mark(place, f"{place}<>0", FAULTY_MARK)
        self._mark(place, f"{place}=0", SOUND_MARK)
