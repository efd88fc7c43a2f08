"""The neutral Document between readers and writers: headings, paragraphs and tables with spans; roles, no style."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from model.roles import CellRole, Role
from model.values import Value

__all__ = ["Block", "CellRole", "Document", "Paragraph", "Role", "Table", "TableCell"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of plain text. `section` is the section it belongs to, where that is known.

    The first `lead` characters are a run-in heading of level （一）, set in its face; the rest is body.

    Of what was read, `text` is what the page shows: nothing hidden or struck out. Figures that are raised or lowered
    stand as ¹ or ₁, never as digits of the number beside them. `doubt` says of a paragraph without words what stands
    there instead: a picture.
    """

    text: str
    role: Role = Role.BODY
    section: str = ""
    lead: int = 0
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a table at `row`, `column` (from 0), reaching over `rowspan` rows and `colspan` columns.

    `key` and `value` are set where the cell holds a number of the report, `computed` where it is a sum.
    `indent` is the depth of a label in a list, in steps.

    Of what was read, `text` follows the rule of `Paragraph.text`, lines and paragraphs apart by a line break. `doubt`
    says in the clerk's words what stands in the cell and is not in `text` (a picture, an equation, a number struck out
    with nothing in its place, a formula without a result, a hidden row): the cell is then neither empty nor sure.
    """

    row: int
    column: int
    text: str
    rowspan: int = 1
    colspan: int = 1
    role: CellRole = CellRole.LABEL
    key: str | None = None
    value: Value = None
    computed: bool = False
    indent: int = 0
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of `rows` × `columns` places, cells in reading order, covering each place once.

    `head_rows` rows are repeated on every page, `label_columns` columns are row labels, `widths` are printed widths
    in mm (empty in a table that was read). `bands` tables repeat a band's own head instead (rows of role BAND).
    `foot` is the line below the table, one entry a field (单位负责人：).
    """

    rows: int
    columns: int
    cells: tuple[TableCell, ...]
    id: str = ""
    caption: str = ""
    head_rows: int = 0
    label_columns: int = 0
    widths: tuple[float, ...] = ()
    own_page: bool = False
    section: str = ""
    foot: tuple[str, ...] = ()

    def grid(self) -> list[list[TableCell | None]]:
        """Return rows × columns of cells; a merged cell stands in each place it covers, None where nothing does."""
        places: list[list[TableCell | None]] = [[None] * self.columns for _ in range(self.rows)]
        for cell in self.cells:
            for row in range(cell.row, min(cell.row + cell.rowspan, self.rows)):
                for column in range(cell.column, min(cell.column + cell.colspan, self.columns)):
                    places[row][column] = cell
        return places


Block: TypeAlias = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A report as paper sees it: blocks in reading order, and what the document information says.

    `day` is 成文日期, where it is known. `beside`: of a page that was read, the files that it shows or links to.
    """

    blocks: tuple[Block, ...]
    title: str = ""
    author: str = ""
    subject: str = ""
    year: int | None = None
    day: date | None = None
    beside: tuple[str, ...] = ()

    @property
    def dated(self) -> date:
        """The day that a file of this document bears: 成文日期, else the first of January after the report's year."""
        return self.day or date((self.year or 1980) + 1, 1, 1)

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """The paragraphs in reading order."""
        return (block for block in self.blocks if isinstance(block, Paragraph))

    @property
    def tables(self) -> Iterator[Table]:
        """The tables in reading order."""
        return (block for block in self.blocks if isinstance(block, Table))
