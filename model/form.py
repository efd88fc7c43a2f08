"""The form as data: sections, tables, cells, and the arithmetic identities between cells. Frozen, read once.

A cell key is `table.row.column` (`applications.granted.total`). `model.form_file` reads the files.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Final, NamedTuple

from model.cell_kinds import CellKind
from model.pattern import Pattern

_ASIDE: Final = Pattern(r"^（[^）]*）(?!总计)|（[^）]*）$")
"""What a row's label has in brackets: its ordinal, which only the total of all results needs, and a remark behind it."""


class Shape(StrEnum):
    """How a table is printed."""

    BANDS = "bands"  # bands under one another, each with its own head row
    GRID = "grid"  # rows × columns with merged heads and group labels
    GROUPS = "groups"  # one printed row; each row of the data is a group of columns
    LIST = "list"  # one indicator a line: label, unit, number


class SectionKind(StrEnum):
    """What a section holds; a table section may have words too."""

    TEXT = "text"
    TABLE = "table"


class Section(NamedTuple):
    """A section of the report: its exact heading, what it holds, the aspects a text must cover, a note for the clerk.

    `aspect_help` says of each aspect, in their order, what is told under it.
    """

    id: str
    heading: str
    kind: SectionKind
    aspects: tuple[str, ...] = ()
    aspect_help: tuple[str, ...] = ()
    note: str = ""
    short: str = ""  # a word for it where there is little room

    @property
    def title(self) -> str:
        """The heading without its number: 总体情况."""
        return self.heading.partition("、")[2] or self.heading


class Line(NamedTuple):
    """A row or a column: its label path from the outermost group inwards, help and legal basis.

    A line without `id` is a heading inside a list. `level` is the depth in a list, `unit` the unit of its numbers.
    """

    id: str
    label: tuple[str, ...]
    kind: CellKind = CellKind.COUNT
    unit: str = ""
    help: str = ""
    basis: str = ""
    level: int = 0

    @property
    def name(self) -> str:
        """The innermost label."""
        return self.label[-1]


class Band(NamedTuple):
    """A part of a table with rows and columns of its own."""

    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    title: str = ""
    head: str = ""


class FormTable(NamedTuple):
    """A table: one band, or several under one another. `widths` are printed column widths in mm."""

    id: str
    section: str
    shape: Shape
    bands: tuple[Band, ...]
    title: str = ""
    unit: str = ""
    corner: str = ""
    column_head: str = ""
    head: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    widths: tuple[float, ...] = ()
    own_page: bool = False

    @property
    def rows(self) -> tuple[Line, ...]:
        """All rows that hold numbers, in printed order."""
        return tuple(row for band in self.bands for row in band.rows if row.id)


class Cell(NamedTuple):
    """A place for one number. `computed`: the program adds it up, the clerk does not enter it."""

    key: str
    table: FormTable
    row: Line
    column: Line
    kind: CellKind
    unit: str
    computed: bool

    @property
    def name(self) -> str:
        """Column and row as a message names them, without what stands in brackets: 自然人·予以公开."""
        if self.table.shape is Shape.GRID:
            plain = _ASIDE.sub("", self.row.name)
            return f"{self.column.name}·{self.row.name if plain == self.column.name else plain}"
        if self.table.shape is Shape.LIST:
            return self.row.name
        return f"{'·'.join(self.row.label)}·{self.column.name}"


class IdentityKind(StrEnum):
    """What an arithmetic identity says."""

    SUM = "sum"  # the parts (left) add up to the total (right, one cell)
    BALANCE = "balance"  # the left side equals the right side
    AT_MOST = "at_most"  # the part (left, one cell) is at most the whole (right, one cell)


class Identity(NamedTuple):
    """Σ left = Σ right (or ≤ for AT_MOST). `code` is the rule's; `line` the row or column it runs along, if any."""

    code: str
    kind: IdentityKind
    left: tuple[str, ...]
    right: tuple[str, ...]
    table: str
    line: Line | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """All cells that take part."""
        return self.left + self.right


@dataclass(frozen=True, eq=False)
class Form:
    """A generation of the official form: everything that differs between years. Loaded once, so compared by identity.

    `cells` is in printed order. `sums` maps each computed cell to its parts, ordered so that parts come first.
    `authority` is the number of the notice that issued it, `title` the official title of what it issued, where it had one.
    `number_fields` are the numbers that a text may refer to: name → cells to add up (`{收到申请总数}`).
    """

    id: str
    name: str
    authority: str
    years: tuple[int, int]
    sections: tuple[Section, ...]
    tables: tuple[FormTable, ...]
    cells: Mapping[str, Cell]
    identities: tuple[Identity, ...]
    sums: Mapping[str, tuple[str, ...]]
    title: str = ""
    number_fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    free_sections: bool = False
    _identities_of: Mapping[str, tuple[Identity, ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def entered(self) -> tuple[str, ...]:
        """The cells that the clerk fills in, in printed order."""
        return tuple(key for key, cell in self.cells.items() if not cell.computed)

    def parts(self, key: str) -> Iterator[str]:
        """Yield the entered cells that a computed cell adds up; of an entered one, itself."""
        for part in self.sums.get(key, ()):
            yield from self.parts(part)
        if key not in self.sums:
            yield key

    def table(self, table_id: str) -> FormTable:
        """Return the table. Raises KeyError for an unknown id."""
        for table in self.tables:
            if table.id == table_id:
                return table
        raise KeyError(table_id)

    def section(self, section_id: str) -> Section:
        """Return the section. Raises KeyError for an unknown id."""
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)

    def title_of(self, table: FormTable) -> str:
        """Return what a table is called: its own title, or the heading of its section."""
        return table.title or next((s.heading for s in self.sections if s.id == table.section), table.id)

    def short_title_of(self, table: FormTable) -> str:
        """Return what a table is called where there is little room: 三、依申请公开."""
        section = next((s for s in self.sections if s.id == table.section), None)
        if table.title or section is None or not section.short:
            return self.title_of(table)
        return "".join(section.heading.partition("、")[:2]) + section.short

    def tables_of(self, section_id: str) -> tuple[FormTable, ...]:
        """Return the tables printed in a section."""
        return tuple(table for table in self.tables if table.section == section_id)

    def identities_of(self, key: str) -> tuple[Identity, ...]:
        """Return the identities that the cell takes part in."""
        return self._identities_of.get(key, ())
