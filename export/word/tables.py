"""Tables of the neutral Document as tables of the Word file: merged cells, repeated heads, widths of the form."""

from collections.abc import Iterator
from typing import Final

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from export.official import PITCH, POINT, TYPE_AREA, ems, is_entry, lines_of
from export.word.styles import Style
from export.word.xml import element, run, twips, twips_of
from model.document import CellRole, Table, TableCell

_SIZES: Final = (12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0)
_LONG: Final = 20
"""A table of more rows begins at 10.5 pt."""
_LEADING: Final = 1.25
_PADDING: Final = 2.0
_TIGHT: Final = 1.0
"""Between rule and words, and between rule and number, in pt."""
_SMALLEST: Final = 4.0
_ROOMY: Final = 1.9
_CLOSE: Final = 1.5
"""Least height of a row in parts of the size, and in a table that must fit one page."""
_RULE: Final = 0.5
_MOST_EXTRA: Final = 7.0
"""What a row gains at most where a table is stretched to fill its page, in pt."""
_FOOT_FIELDS: Final = 3
"""Fields to be signed in one line below a table."""


def table(content: Table, *, new_page: bool = False) -> BaseOxmlElement:
    """Return the table, on a new page if so wanted."""
    made = _TableXml(content).whole
    spacing = made.find(f".//{qn('w:spacing')}")
    if new_page and spacing is not None:
        spacing.addprevious(element("pageBreakBefore"))
    return made


def caption(content: Table) -> BaseOxmlElement:
    """Return the table's own title, on a new page."""
    properties = element("pPr", element("pStyle", val=Style.CAPTION), element("pageBreakBefore"))
    return element("p", properties, run(content.caption))


def foot(content: Table) -> Iterator[BaseOxmlElement]:
    """Yield the fields to be signed below the table."""
    step = TYPE_AREA[0] / _FOOT_FIELDS
    for start in range(0, len(content.foot), _FOOT_FIELDS):
        stops = (element("tab", val="left", pos=twips_of(step * n)) for n in range(1, _FOOT_FIELDS))
        properties = element("pPr", element("pStyle", val=Style.NOTE), element("tabs", *stops))
        yield element("p", properties, run("\t".join(content.foot[start : start + _FOOT_FIELDS])))


class _TableXml:
    """A table at the largest size from 12 down to 9 pt at which its numbers and, where it must, its page hold it."""

    def __init__(self, content: Table) -> None:
        self._table = content
        self._widths = [width / POINT for width in content.widths or self._even_widths()]
        self._size = next((size for size in self._sizes() if self._holds(size)), _SIZES[-1])
        self._extra = 0.0
        if content.own_page:
            spare = self._page - sum(self._heights(self._size))
            self._extra = max(0.0, min(_MOST_EXTRA, spare / content.rows))

    def _even_widths(self) -> tuple[float, ...]:
        return (TYPE_AREA[0] / self._table.columns,) * self._table.columns

    def _sizes(self) -> Iterator[float]:
        return (size for size in _SIZES if size <= 10.5 or self._table.rows <= _LONG)

    @property
    def _page(self) -> float:
        """What a page has left below the section's heading, less a line for what Word and WPS count differently."""
        return TYPE_AREA[1] / POINT - 2 * PITCH

    def _holds(self, size: float) -> bool:
        values = (cell for cell in self._table.cells if cell.role is CellRole.VALUE)
        if any(self._fitting(cell, size) < size for cell in values):
            return False
        return not self._table.own_page or sum(self._heights(size)) <= self._page

    def _width(self, cell: TableCell) -> float:
        return sum(self._widths[cell.column : cell.column + cell.colspan])

    def _fitting(self, cell: TableCell, size: float) -> float:
        """The size at which a number stays in one line."""
        width = ems(cell.text)
        return (
            max(_SMALLEST, min(size, (self._width(cell) - 2 * _TIGHT) / width // 0.5 / 2)) if width else size
        )

    def _heights(self, size: float) -> list[float]:
        """Estimated heights of the rows with their rules."""
        least = (_CLOSE if self._table.own_page else _ROOMY) * size
        heights = [least] * self._table.rows
        for cell in self._table.cells:
            if cell.role is CellRole.VALUE or cell.rowspan > 1:
                continue
            indent = cell.indent * size if is_entry(cell) else 0
            lines = lines_of(cell.text, self._width(cell) - 2 * _PADDING - indent, size)
            heights[cell.row] = max(heights[cell.row], lines * _LEADING * size + 2 * _PADDING)
        return [height + _RULE for height in heights]

    @property
    def whole(self) -> BaseOxmlElement:
        """The table's element."""
        border = {"val": "single", "space": 0, "color": "000000"}
        sides = [element(side, **border, sz=8) for side in ("top", "left", "bottom", "right")]
        sides += [element(side, **border, sz=4) for side in ("insideH", "insideV")]
        margins = [element(side, w=twips(_PADDING), type="dxa") for side in ("left", "right")]
        return element(
            "tbl",
            element(
                "tblPr",
                element("tblW", w=twips(sum(self._widths)), type="dxa"),
                element("jc", val="center"),
                element("tblBorders", *sides),
                element("tblLayout", type="fixed"),
                element("tblCellMar", *margins),
            ),
            element("tblGrid", *(element("gridCol", w=twips(width)) for width in self._widths)),
            *self._rows(),
        )

    def _rows(self) -> Iterator[BaseOxmlElement]:
        grid = self._table.grid()
        heights = self._heights(self._size)
        whole = sum(heights) <= self._page
        for row, height in enumerate(heights):
            kept = row + 1 < self._table.rows and (whole or row < self._table.head_rows)
            yield element(
                "tr",
                element(
                    "trPr",
                    element("cantSplit"),
                    element("trHeight", val=twips(height - _RULE + self._extra), hRule="atLeast"),
                    element("tblHeader") if row < self._table.head_rows else None,
                ),
                *self._cells(grid[row], row, kept=kept),
            )

    def _cells(self, places: list[TableCell | None], row: int, *, kept: bool) -> Iterator[BaseOxmlElement]:
        column = 0
        while column < len(places):
            cell = places[column]
            if cell is None:
                yield self._cell(TableCell(row, column, ""), row, kept=kept)
                column += 1
            else:
                yield self._cell(cell, row, kept=kept)
                column = cell.column + cell.colspan

    def _cell(self, cell: TableCell, row: int, *, kept: bool) -> BaseOxmlElement:
        first = cell.row == row
        number = cell.role is CellRole.VALUE
        merged = element("vMerge", val="restart") if first else element("vMerge")
        sides = [element(side, w=twips(_TIGHT), type="dxa") for side in ("left", "right")]
        return element(
            "tc",
            element(
                "tcPr",
                element("tcW", w=twips(self._width(cell)), type="dxa"),
                element("gridSpan", val=cell.colspan) if cell.colspan > 1 else None,
                merged if cell.rowspan > 1 else None,
                element("tcMar", *sides) if number else None,
                element("vAlign", val="center"),
            ),
            self._words(cell, kept=kept) if first else self._words(TableCell(row, 0, ""), kept=kept),
        )

    def _words(self, cell: TableCell, *, kept: bool) -> BaseOxmlElement:
        size = self._fitting(cell, self._size) if cell.role is CellRole.VALUE else self._size
        entry = is_entry(cell)
        looks = element("rPr", element("sz", val=round(2 * size)), element("szCs", val=round(2 * size)))
        return element(
            "p",
            element(
                "pPr",
                element("pStyle", val=Style.CELL),
                element("keepNext") if kept else None,
                element("spacing", line=twips(size * _LEADING), lineRule="exact"),
                element("ind", left=twips(cell.indent * size)) if entry and cell.indent else None,
                element("jc", val="left") if entry else None,
            ),
            run(cell.text, looks) if cell.text else None,
        )
