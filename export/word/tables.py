"""Tables of the neutral Document as tables of the Word file: merged cells, repeated heads, set as in the PDF.

Type size, row heights, cuts and the smaller size of a number too long for its column are the PDF's, so that both break
into the same pages.
"""

from collections.abc import Iterator
from typing import Final

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from export.official import TYPE_AREA, ems, is_flush_left
from export.typeset.cells import LEADING, PADDING, TIGHT
from export.word.plan import ROOM_ABOVE, TablePlan
from export.word.styles import Style
from export.word.xml import element, run, twips, twips_of
from model.document import CellRole, Table, TableCell

_RULE: Final = 0.5
_FOOT_FIELDS: Final = 3
"""Fields to be signed in one line below a table."""


def table(
    content: Table, plan: TablePlan, name: str = "", *, new_page: bool = False, signed: bool = False
) -> BaseOxmlElement:
    """Return the table, on a new page if so wanted; its `name` is told to those who cannot see it.

    `signed`: its last row stays with the signature below.
    """
    made = _TableXml(content, plan, name, signed=signed).whole
    spacing = made.find(f".//{qn('w:spacing')}")
    if new_page and spacing is not None:
        spacing.addprevious(element("pageBreakBefore"))
    return made


def caption(content: Table) -> BaseOxmlElement:
    """Return the table's own title, on a new page."""
    properties = element(
        "pPr",
        element("pStyle", val=Style.CAPTION),
        element("pageBreakBefore"),
        element("spacing", after=twips(ROOM_ABOVE)),
    )
    return element("p", properties, run(content.caption))


def foot(content: Table) -> Iterator[BaseOxmlElement]:
    """Yield the fields to be signed below the table."""
    step = TYPE_AREA[0] / _FOOT_FIELDS
    for start in range(0, len(content.foot), _FOOT_FIELDS):
        stops = (element("tab", val="left", pos=twips_of(step * n)) for n in range(1, _FOOT_FIELDS))
        properties = element("pPr", element("pStyle", val=Style.NOTE), element("tabs", *stops))
        yield element("p", properties, run("\t".join(content.foot[start : start + _FOOT_FIELDS])))


def last_line() -> BaseOxmlElement:
    """Return the paragraph that Word demands below a table that ends the document, so low that it takes no room."""
    least = element("rPr", element("sz", val=2), element("szCs", val=2))
    spacing = element("spacing", line=twips(1), lineRule="exact")
    return element("p", element("pPr", element("pStyle", val=Style.CELL), spacing, least))


class _TableXml:
    """A table being written."""

    def __init__(self, content: Table, plan: TablePlan, name: str, *, signed: bool) -> None:
        self._table = content
        self._signed = signed
        self._name = name
        self._plan = plan
        self._setting = plan.setting
        whole = sum(content.widths) or content.columns
        widths = content.widths or (1.0,) * content.columns
        self._widths = [twips_of(width * TYPE_AREA[0] / whole) for width in widths]

    @property
    def whole(self) -> BaseOxmlElement:
        """The table's element."""
        border = {"val": "single", "space": 0, "color": "000000"}
        sides = [element(side, **border, sz=8) for side in ("top", "left", "bottom", "right")]
        sides += [element(side, **border, sz=4) for side in ("insideH", "insideV")]
        margins = [element(side, w=twips(PADDING), type="dxa") for side in ("left", "right")]
        return element(
            "tbl",
            element(
                "tblPr",
                element("tblStyle", val=Style.TABLE),
                element("tblW", w=sum(self._widths), type="dxa"),
                element("jc", val="center"),
                element("tblBorders", *sides),
                element("tblLayout", type="fixed"),
                element("tblCellMar", *margins),
                # Head row and label column, for those who have the table read to them.
                element("tblLook", val="00A0", firstRow=1, lastRow=0, firstColumn=1, lastColumn=0),
                element("tblCaption", val=self._name) if self._name else None,
            ),
            element("tblGrid", *(element("gridCol", w=width) for width in self._widths)),
            *self._rows(),
        )

    def _rows(self) -> Iterator[BaseOxmlElement]:
        """Rows that stand on one page, and those of the head, are each kept with the next."""
        grid = self._table.grid()
        for row, height in enumerate(self._plan.heights):
            last = row + 1 == self._table.rows
            kept = self._signed if last else row + 1 not in self._plan.cuts or row < self._table.head_rows
            yield element(
                "tr",
                element(
                    "trPr",
                    element("cantSplit"),
                    element("trHeight", val=twips(height - _RULE), hRule="atLeast"),
                    element("tblHeader") if row < self._table.head_rows else None,
                ),
                *self._cells(grid[row], row, kept=kept),
            )

    def _cells(self, places: list[TableCell | None], row: int, *, kept: bool) -> Iterator[BaseOxmlElement]:
        column = 0
        while column < len(places):
            cell = places[column] or TableCell(row, column, "")
            yield self._cell(cell, row, kept=kept)
            column = cell.column + cell.colspan

    def _cell(self, cell: TableCell, row: int, *, kept: bool) -> BaseOxmlElement:
        # A merged label that is cut is written again at the head of the next page, as in the PDF.
        first = row == cell.row or row in self._plan.cuts
        merged = element("vMerge", val="restart") if first else element("vMerge")
        narrow = cell.role in (CellRole.VALUE, CellRole.HEAD)
        sides = [element(side, w=twips(TIGHT), type="dxa") for side in ("left", "right")]
        return element(
            "tc",
            element(
                "tcPr",
                element("tcW", w=sum(self._widths[cell.column : cell.column + cell.colspan]), type="dxa"),
                element("gridSpan", val=cell.colspan) if cell.colspan > 1 else None,
                merged if cell.rowspan > 1 else None,
                element("tcMar", *sides) if narrow else None,
                element("vAlign", val="center"),
            ),
            self._words(cell, kept=kept) if first and cell.text else self._blank(kept=kept),
        )

    def _words(self, cell: TableCell, *, kept: bool) -> BaseOxmlElement:
        words = self._setting.words(cell)
        size = int(2 * words.size)
        left = words.left or 0.0
        return element(
            "p",
            element(
                "pPr",
                element("pStyle", val=Style.CELL),
                element("keepNext") if kept else None,
                element("spacing", line=twips(words.size * LEADING), lineRule="exact"),
                element("ind", left=twips(left), **self._over(cell)) if left else None,
                element("jc", val="left") if words.left is not None else None,
            ),
            run(self._broken(cell), element("rPr", element("sz", val=size), element("szCs", val=size))),
        )

    def _over(self, cell: TableCell) -> dict[str, int]:
        """The room beyond its column that a line needs which is broken as in the PDF: 三、 in a column of one character."""
        words = self._setting.words(cell)
        if words.left is None or is_flush_left(cell):
            return {}
        room = sum(self._widths[cell.column : cell.column + cell.colspan]) / 20 - 2 * PADDING
        over = words.left + max(ems(line.text) for line in words.lines) * words.size - room
        return {"right": -twips(over)} if over > 0 else {}

    def _broken(self, cell: TableCell) -> str:
        """What is centred is broken as in the PDF: in mid-word it would break else. What is flush left breaks anywhere."""
        if cell.role is CellRole.VALUE or is_flush_left(cell):
            return cell.text
        return "\n".join(line.text for line in self._setting.words(cell).lines)

    def _blank(self, *, kept: bool) -> BaseOxmlElement:
        """An empty cell, in which what is typed will be as large as in the others."""
        size = int(2 * self._setting.size)
        return element(
            "p",
            element(
                "pPr",
                element("pStyle", val=Style.CELL),
                element("keepNext") if kept else None,
                element("spacing", line=twips(self._setting.size * LEADING), lineRule="exact"),
                element("rPr", element("sz", val=size), element("szCs", val=size)),
            ),
        )
