"""The layouts in which web pages, copied texts and saved pages show a report's tables, made from a Document."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape
from typing import Final

from model.document import Block, CellRole, Document, Paragraph, Table, TableCell

_LABEL: Final = 15
"""Characters of a label that stand on one line."""


def rows_of(table: Table) -> list[list[TableCell]]:
    """The cells that begin in each row, from left to right."""
    return [
        sorted((cell for cell in table.cells if cell.row == row), key=lambda cell: cell.column)
        for row in range(table.rows)
    ]


def page(document: Document, lines_of: Callable[[Table], Iterable[str]], between: str = "\n") -> str:
    """The whole report as text, its tables as `lines_of` writes them."""
    return between.join(
        block.text if isinstance(block, Paragraph) else between.join(lines_of(block))
        for block in document.blocks
    )


def cell_a_line(
    table: Table, *, bar: str = " |", opened: bool = False, lost: frozenset[int] = frozenset()
) -> Iterator[str]:
    """One cell a line with a bar behind it, each row filled up to the same number of cells; rows in `lost` lost labels."""
    for number, cells in enumerate(rows_of(table)):
        shown = [cell for cell in cells if not (number in lost and cell.role is CellRole.LABEL)]
        if opened:
            yield "|"
        for cell in shown:
            yield f"{cell.text}{bar}".strip()
        missing = table.columns + 1 - len(shown)
        if missing and number < table.rows - 1:
            yield "|" * missing


def blank_lines(table: Table) -> Iterator[str]:
    """One cell a line, nothing beside it: a blank cell is a blank line more."""
    for cells in rows_of(table):
        yield from (cell.text for cell in cells)


def row_a_line(table: Table, *, between: str = " | ", end: str = " |", padded: bool = True) -> Iterator[str]:
    """One row a line; merged cells stand once, rows are filled up at their end."""
    for cells in rows_of(table):
        padding = "|" * (table.columns - len(cells)) if padded else ""
        yield between.join(cell.text for cell in cells) + end + padding


def on_grid(table: Table, *, repeat: bool = False) -> Iterator[str]:
    """Markdown: every place of the grid; merged cells stand in the first of their places, or in each of them."""
    for row, places in enumerate(table.grid()):
        texts = []
        for column, cell in enumerate(places):
            first = cell is not None and (cell.row, cell.column) == (row, column)
            shown = cell is not None and (first or (repeat and cell.role is not CellRole.VALUE))
            texts.append(cell.text if cell is not None and shown else "")
        yield f"| {' | '.join(texts)} |"
        if row == 0:
            yield "|" + " --- |" * table.columns


def on_columns(table: Table, *, wide: int = 2) -> Iterator[str]:
    """One row a line, each cell where its column begins, as programs write that keep a page's places.

    `wide`: how many columns a Chinese character is taken for.
    """
    begins, at = [], 0
    for column in range(table.columns):
        cells = [cell for cell in table.cells if cell.column == column and cell.colspan == 1]
        begins.append(at)
        at += max(6, *(_reach(cell.text, wide) for cell in cells)) + 2
    for row in rows_of(table):
        line = ""
        for cell in row:
            line += " " * (begins[cell.column] - _reach(line, wide)) + cell.text.replace("\n", "")
        yield line.rstrip()


def _reach(text: str, wide: int) -> int:
    return sum(1 if sign.isascii() else wide for sign in text)


def labels_around(table: Table) -> Iterator[str]:
    """How a viewer copies a page: a label of several lines is torn, its numbers in the middle of it."""
    for row in rows_of(table):
        words = [cell.text for cell in row if cell.role is not CellRole.VALUE]
        values = " ".join(cell.text for cell in row if cell.role is CellRole.VALUE)
        label = ("" if values else " ").join(words)
        parts = [label[start : start + _LABEL] for start in range(0, len(label), _LABEL)]
        middle = len(parts) // 2
        if len(parts) < 2 or not values:
            yield f"{label} {values}".strip()
        else:
            yield from (*parts[:middle], values, *parts[middle:])


@dataclass(frozen=True)
class Markup:
    """How a page's tables are marked up."""

    soup: bool = False  # no closing tags
    merged: bool = True  # else spans are cells of their own, empty
    repeated: bool = False  # … or with the words of the merged one
    unit: bool = False  # a column 单位 after the labels
    split: int = 0  # the table ends after this many rows and another begins
    again: bool = False  # … with its head repeated
    foot: str = ""  # … and a page's foot between the two, with its number
    nested: bool = False  # the page is laid out in a table
    wrapped: str = "<p><span>{}</span></p>"


def html(document: Document, markup: Markup | None = None) -> str:
    """The report as a web page."""
    markup = markup or Markup()
    body = "\n".join(_block(block, markup) for block in document.blocks)
    if markup.nested:
        body = f"<table><tr><td><a>首页</a></td></tr><tr><td><table><tr><td><div>{body}</div></td></tr></table></td></tr></table>"
    return (
        f"<html><head><title>门户网站</title><script>var 规章 = 9;</script></head><body>{body}</body></html>"
    )


def _block(block: Block, markup: Markup) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{escape(block.text)}</p>"
    table = block if markup.merged else unmerged(block, repeat=markup.repeated)
    table = with_units(table) if markup.unit and block.id != "disputes" else table
    parts = split(table, markup.split, again=markup.again) if 0 < markup.split < table.rows else [table]
    foot = f"\n<p>{escape(markup.foot.format(3))}</p>\n" if markup.foot else "\n"
    return foot.join(_table(part, markup) for part in parts)


def _table(table: Table, markup: Markup) -> str:
    end = "" if markup.soup else "</td>"
    rows = []
    for cells in rows_of(table):
        tags = "".join(
            f"<td{_span('rowspan', cell.rowspan)}{_span('colspan', cell.colspan)}>"
            f"{markup.wrapped.format(escape(cell.text).replace(chr(10), '<br>') or '&nbsp;')}{end}"
            for cell in cells
        )
        rows.append(f"<tr>{tags}" + ("" if markup.soup else "</tr>"))
    return f"<table border=1><tbody>{''.join(rows)}</tbody></table>"


def _span(name: str, count: int) -> str:
    return f' {name}="{count}"' if count > 1 else ""


def unmerged(table: Table, *, repeat: bool = False) -> Table:
    """Merged cells taken apart: the words in the first place, the others empty, or all with these words."""
    cells = []
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.rowspan):
            for column in range(cell.column, cell.column + cell.colspan):
                first = (row, column) == (cell.row, cell.column)
                text = cell.text if first or (repeat and cell.role is not CellRole.VALUE) else ""
                cells.append(replace(cell, row=row, column=column, rowspan=1, colspan=1, text=text))
    return replace(table, cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def with_units(table: Table) -> Table:
    """A column 单位 between the labels and the numbers."""
    at = max(1, table.label_columns)
    heads = max(1, table.head_rows)
    cells = [
        replace(cell, column=cell.column + 1)
        if cell.column >= at
        else replace(cell, colspan=cell.colspan + 1)
        if cell.column + cell.colspan > at
        else cell
        for cell in table.cells
    ]
    taken = {
        (row, column)
        for cell in cells
        for row in range(cell.row, cell.row + cell.rowspan)
        for column in range(cell.column, cell.column + cell.colspan)
    }
    cells += [
        TableCell(row, at, "单位" if row < heads else "件")
        for row in range(table.rows)
        if (row, at) not in taken
    ]
    ordered = tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))
    return replace(table, columns=table.columns + 1, cells=ordered)


def split(table: Table, after: int, *, again: bool) -> list[Table]:
    """Two tables of one; a merged cell is torn, its words staying in the first half."""
    first = [
        replace(cell, rowspan=min(cell.rowspan, after - cell.row)) for cell in table.cells if cell.row < after
    ]
    second = [replace(cell, row=cell.row - after) for cell in table.cells if cell.row >= after]
    second += [
        replace(cell, row=0, rowspan=cell.row + cell.rowspan - after, text="")
        for cell in table.cells
        if cell.row < after < cell.row + cell.rowspan
    ]
    heads = table.head_rows if again else 0
    if heads:
        second = [replace(cell, row=cell.row + heads) for cell in second]
        second += [cell for cell in table.cells if cell.row < heads]
    ordered = tuple(sorted(second, key=lambda cell: (cell.row, cell.column)))
    return [
        replace(table, rows=after, cells=tuple(first)),
        replace(table, rows=table.rows - after + heads, cells=ordered),
    ]


def respelled(document: Document, spell: Callable[[str], str]) -> Document:
    """The document with the words of its tables spelled another way; numbers stay."""
    blocks: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Table):
            cells = tuple(
                cell if cell.role is CellRole.VALUE else replace(cell, text=spell(cell.text))
                for cell in block.cells
            )
            block = replace(block, cells=cells)
        blocks.append(block)
    return replace(document, blocks=tuple(blocks))


def revalued(document: Document, write: Callable[[TableCell], str]) -> Document:
    """The document with its numbers written another way."""
    blocks: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Table):
            cells = tuple(
                replace(cell, text=write(cell)) if cell.role is CellRole.VALUE else cell
                for cell in block.cells
            )
            block = replace(block, cells=cells)
        blocks.append(block)
    return replace(document, blocks=tuple(blocks))
