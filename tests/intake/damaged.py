"""Reports on pages of every layout, damaged as published pages are: labels lost, cells blank, columns in another order.

Whatever a page shows, each number must come to its cell, or its cell must say that it is doubtful: `silent` lists the
cells that came out wrong, or as if the page lacked them, without such a mark.
"""

import random
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import Final

from hypothesis import strategies as st

from intake.readers.excel import read_excel
from intake.readers.html import read_html
from intake.readers.pdf.pdf_text import read_pdf
from intake.readers.text import read_text
from intake.readers.word import read_word
from intake.recognise import Recognition, recognise
from model.compose import compose
from model.document import CellRole, Document, Table, TableCell
from model.import_state import ImportState
from model.report import Report, Slot, SlotKind
from tests.intake import layouts
from tests.intake.figures import balanced, misread, report
from tests.intake.layouts import Markup, rows_of
from tests.intake.office_files import WordFile, excel, word
from tests.intake.printed import Print, printed

NOTES: Final = (
    "{}¹", "{}①", "{}[1]", "{}（注）", "{}*", "{}。", "约{}", "{}余", "{} {}", "{}\n{}", "{}户", "({})", "见附表", "√",
)  # fmt: skip
"""How a number is written so that it is not plainly that number any more."""

_GAPS: Final = 0.3
"""Of the rows: so many lack a cell on a page with gaps."""
_SHARED: Final = 0.05
"""Of the numbers: so many stand in one cell with that below."""
_GAPPED: Final = {"a row a line": " | ", "a grid in text": " | ", "tabs": "\t"}
"""Layouts of text that show a row's cells → what parts them."""


@dataclass(frozen=True)
class Page:
    """A page to be made: what it shows, and how. `lost`: rows of table 三 without their label; `orders`: seeds."""

    form: str
    seed: int
    layout: str
    blanks: float = 0.0
    blank_rows: int = 0
    lost: frozenset[int] = frozenset()
    order: int | None = None
    foreign_heads: bool = False
    note: str = ""
    doubled: bool = False  # printed bold by striking each character twice
    gaps: bool = False  # where a row is a row, unless no cell spans: a cell of some is not there, and the others move up
    column: str = (
        ""  # of table 三: "gone", with its head, or "share", one of the office's own before the labels
    )
    shared: bool = False  # a number of some rows stands in one cell with that below it


def bars_alone(table: Table, lost: frozenset[int]) -> Iterator[str]:
    """One cell a line, the bar behind it on a line of its own."""
    for line in layouts.cell_a_line(table, lost=lost):
        text = line.rstrip("|").rstrip()
        if text:
            yield text
        yield from "|" * (len(line) - len(text.rstrip("|"))) if not text else "|"


def fillers_behind(table: Table, lost: frozenset[int]) -> Iterator[str]:
    """One cell a line; the bars that fill a row up stand on the line of its last cell."""
    pending = ""
    for line in layouts.cell_a_line(table, lost=lost):
        if set(line) == {"|"} and len(line) > 1 and pending:
            pending = f"{pending} {line}"
            continue
        if pending:
            yield pending
        pending = line
    yield pending


def bars_together(table: Table, lost: frozenset[int]) -> Iterator[str]:
    """One cell a line; blank cells under one another share a line."""
    lines = layouts.cell_a_line(table, lost=lost)
    for bare, group in groupby(lines, key=lambda line: line == "|"):
        run = list(group)
        yield from ["|" * len(run)] if bare else run


def labels_above(table: Table, lost: frozenset[int]) -> Iterator[str]:
    """A row's label on a line of its own, its numbers on the next."""
    for number, cells in enumerate(rows_of(table)):
        labels = [c.text for c in cells if c.role is not CellRole.VALUE and c.text]
        values = [c.text for c in cells if c.role is CellRole.VALUE]
        if labels and not (number in lost and values):
            yield " ".join(labels)
        if values:
            yield "| " + " | ".join(values) + " |"


def rows_without_labels(table: Table, lost: frozenset[int], **shape: str | bool) -> Iterator[str]:
    """One row a line; a lost label leaves a blank cell."""
    yield from layouts.row_a_line(without_labels(table, lost), **shape)  # type: ignore[arg-type]


def without_labels(table: Table, lost: frozenset[int]) -> Table:
    """The table with blank labels in some of its rows."""
    cells = (
        replace(cell, text="") if cell.row in lost and cell.role is CellRole.LABEL else cell
        for cell in table.cells
    )
    return replace(table, cells=tuple(cells))


Lines = Callable[[Table, frozenset[int]], Iterable[str]]
TEXTS: Final[dict[str, Lines]] = {
    "a cell a line": lambda table, lost: layouts.cell_a_line(table, lost=lost),
    "a cell a line, opened": lambda table, lost: layouts.cell_a_line(table, opened=True, lost=lost),
    "bars alone": bars_alone,
    "fillers behind": fillers_behind,
    "bars together": bars_together,
    "labels above": labels_above,
    "a row a line": rows_without_labels,
    "tabs": partial(rows_without_labels, between="\t", end="", padded=False),
    "gaps": partial(rows_without_labels, between="   ", end="", padded=False),
    "blanks": partial(rows_without_labels, between=" ", end="", padded=False),
    "a grid in text": lambda table, lost: layouts.on_grid(without_labels(table, lost)),
    "lines": lambda table, lost: layouts.blank_lines(without_labels(table, lost)),
    "columns of blanks": lambda table, lost: layouts.on_columns(without_labels(table, lost)),
    "columns of blanks, narrow": lambda table, lost: layouts.on_columns(without_labels(table, lost), wide=1),
    "labels around": lambda table, lost: layouts.labels_around(without_labels(table, lost)),
}
MARKUPS: Final = {
    "web": Markup(),
    "web, spans gone": Markup(merged=False),
    "web, torn": Markup(split=12),
    "web, torn, heads again": Markup(split=15, again=True),
    "web, soup": Markup(soup=True, wrapped="{}"),
}
PRINTS: Final = {
    "pdf": Print(value=5),
    "pdf, bars for rules": Print("bars", middle=False, label=6, value=4),
    "pdf, boxes for rules, heads again": Print("boxes", value=4, again=True, browser=True),
    "pdf, no rules": Print("none", label=9, value=4),
    "pdf, no rules, narrow": Print("none", label=6, value=2),
    "pdf, aslant": Print(value=5, turned=1.7),
    "pdf, on its side": Print("boxes", value=4, turned=90),
    "pdf, recognised on a scan": Print(value=5, turned=-1.3, one_by_one=True),
    "pdf, recognised, no rules": Print("none", label=9, value=4, turned=2.1, one_by_one=True),
    "pdf, no rules, words at the top": Print("none", middle=False, value=3, size=8),
}
FILES: Final[dict[str, Callable[[Document], Document]]] = {
    "docx": lambda document: read_word(word(document), "report.docx"),
    "docx, boxed": lambda document: read_word(
        word(document, WordFile(floating=True, boxed=True, controls=True)), "report.docx"
    ),
    "docx, torn": lambda document: read_word(word(document, WordFile(runs=True, torn=14)), "report.docx"),
    "xlsx": lambda document: read_excel(excel(document), "report.xlsx"),
    "xlsx, words on sheets": lambda document: read_excel(
        excel(document, numbers=False, sheets=True), "report.xlsx"
    ),
}
_SPANNED: Final = ("web", "web, soup", "docx", "xlsx")
"""Layouts that show cells over several rows or columns as such, on one table."""
GRIDS: Final = (*MARKUPS, *FILES, *PRINTS)
"""Layouts of real tables."""


def pages() -> st.SearchStrategy[Page]:
    """Any page."""
    return st.builds(
        Page,
        form=st.sampled_from(("2021", "2021", "2019")),
        seed=st.integers(0, 100_000),
        layout=st.sampled_from((*TEXTS, *GRIDS)),
        blanks=st.sampled_from((0.0, 0.0, 0.15, 0.4)),
        blank_rows=st.sampled_from((0, 0, 1, 4)),
        lost=st.one_of(st.just(frozenset[int]()), st.frozensets(st.integers(3, 27), min_size=1, max_size=14)),
        order=st.one_of(st.none(), st.none(), st.integers(0, 1000)),
        foreign_heads=st.booleans(),
        note=st.sampled_from(("", "", *NOTES)),
        doubled=st.booleans(),
        gaps=st.sampled_from((False, False, True)),
        column=st.sampled_from(("", "", "", "gone", "share")),
        shared=st.sampled_from((False, False, False, True)),
    )


def wanted(page: Page) -> Report:
    """The report that the page shows: its sums hold, unless half of it is blank."""
    whole = page.form == "2021" and not page.blanks
    made = balanced(page.seed) if whole else report(page.form, page.seed, blanks=page.blanks)
    chance = random.Random(page.seed)
    rows = [row.id for row in made.form.table("applications").rows if row.id != "handled_total"]
    for row in chance.sample(rows, page.blank_rows):
        columns = made.form.table("applications").bands[0].columns
        keys = [f"applications.{row}.{column.id}" for column in columns]
        made.set((Slot(SlotKind.CELL, key), None) for key in keys if not made.form.cells[key].computed)
    return made


def read(page: Page) -> Recognition:
    """What is read of the page."""
    document = compose(wanted(page))
    if page.order is not None:
        document = reordered(document, random.Random(page.order), foreign=page.foreign_heads)
    if page.note:
        document = _noted(document, page)
    if page.layout in _SPANNED and page.order is None:
        document = _with_columns(document, page)
    if page.gaps and page.layout in MARKUPS and MARKUPS[page.layout].merged:
        document = _with_gaps(document, random.Random(page.seed))
    if page.layout in GRIDS:
        tables = [
            without_labels(b, page.lost) if isinstance(b, Table) and b.id == "applications" else b
            for b in document.blocks
        ]
        return recognise(_shown(replace(document, blocks=tuple(tables)), page))
    lines = TEXTS[page.layout]
    chance = random.Random(f"gaps {page.seed}")

    def shown(table: Table) -> Iterable[str]:
        made = lines(table, page.lost if table.id == "applications" else frozenset())
        gapped = page.gaps and page.layout in _GAPPED
        return _lacking(made, _GAPPED[page.layout], chance) if gapped else made

    return recognise(read_text(layouts.page(document, shown)))


def _shown(document: Document, page: Page) -> Document:
    """What is read of a report in a layout of real tables."""
    if page.layout in PRINTS:
        look = replace(PRINTS[page.layout], doubled=page.doubled)
        return read_pdf(printed(document, look), "report.pdf")
    if page.layout in FILES:
        return FILES[page.layout](document)
    return read_html(layouts.html(document, MARKUPS[page.layout]))


def silent(page: Page) -> dict[str, str]:
    """The cells that came out wrong though their state does not say that they are doubtful."""
    found = read(page).report
    states = found.of_kind(SlotKind.STATE)
    doubtful = {key for key, state in states.items() if state == ImportState.DOUBTFUL}
    return {
        key: f"{told} instead of {meant}, {states.get(key)}"
        for key, (meant, told) in misread(wanted(page), found).items()
        if key not in doubtful and not _follows(found, key, doubtful)
    }


def _follows(found: Report, key: str, doubtful: Collection[str]) -> bool:
    """Whether a total that is on no page was summed from cells some of which say that they are doubtful."""
    if not found.form.cells[key].computed or found.get(SlotKind.CONTROL, key) is not None:
        return False
    parts = found.form.sums[key]
    return any(part in doubtful or _follows(found, part, doubtful) for part in parts)


def _with_gaps(document: Document, chance: random.Random) -> Document:
    """The report without one cell in some rows that have several numbers."""
    blocks = []
    for block in document.blocks:
        if isinstance(block, Table):
            rows = [[cell for cell in cells if cell.role is CellRole.VALUE] for cells in rows_of(block)]
            told = [cells for cells in rows if sum(bool(cell.text) for cell in cells) > 1]
            gone = {chance.choice(cells) for cells in told if chance.random() < _GAPS}
            block = replace(block, cells=tuple(cell for cell in block.cells if cell not in gone))
        blocks.append(block)
    return replace(document, blocks=tuple(blocks))


def _lacking(lines: Iterable[str], between: str, chance: random.Random) -> Iterator[str]:
    """Lines of a table, one number gone with its bar in some that have several."""
    for line in lines:
        cells = line.split(between)
        numbers = [place for place, text in enumerate(cells) if text.strip(" |").isdecimal()]
        if len(numbers) > 1 and chance.random() < _GAPS:
            del cells[chance.choice(numbers)]
        yield between.join(cells)


def _with_columns(document: Document, page: Page) -> Document:
    """The report with one column less in table 三, or one more, and with numbers in cells over two rows."""
    chance = random.Random(f"columns {page.seed}")
    blocks = []
    for block in document.blocks:
        if isinstance(block, Table) and block.id == "applications":
            block = _sharing(block, chance) if page.shared and not page.gaps else block
            block = _without_column(block, chance) if page.column == "gone" else block
            block = _with_shares(block, chance) if page.column == "share" else block
        blocks.append(block)
    return replace(document, blocks=tuple(blocks))


def _without_column(table: Table, chance: random.Random) -> Table:
    gone = chance.randrange(table.label_columns, table.columns)
    kept = []
    for cell in table.cells:
        if cell.column <= gone < cell.column + cell.colspan:
            cell = replace(cell, colspan=cell.colspan - 1)
        elif cell.column > gone:
            cell = replace(cell, column=cell.column - 1)
        kept += [cell] if cell.colspan else []
    return replace(table, columns=table.columns - 1, cells=tuple(kept))


def _with_shares(table: Table, chance: random.Random) -> Table:
    moved = [replace(cell, column=cell.column + 1) for cell in table.cells]
    own = [
        TableCell(row, 0, "占比" if row < table.head_rows else f"{chance.randrange(100)}%")
        for row in range(table.rows)
    ]
    cells = sorted([*own, *moved], key=lambda cell: (cell.row, cell.column))
    return replace(table, columns=table.columns + 1, cells=tuple(cells))


def _sharing(table: Table, chance: random.Random) -> Table:
    cells = {(cell.row, cell.column): cell for cell in table.cells}
    for (row, column), cell in list(cells.items()):
        below = cells.get((row + 1, column))
        alone = below is not None and cell.rowspan == 1 and (row, column) in cells
        if alone and cell.text and cell.role is CellRole.VALUE and chance.random() < _SHARED:
            del cells[row + 1, column]
            cells[row, column] = replace(cell, rowspan=2)
    return replace(table, cells=tuple(cells[place] for place in sorted(cells)))


def _noted(document: Document, page: Page) -> Document:
    chance = random.Random(page.seed)
    broken = "\n" in page.note or (page.layout == "blanks" and " " in page.note)
    shown = page.layout in GRIDS or page.layout in (
        "a cell a line",
        "a cell a line, opened",
        "bars together",
    )

    def write(cell: TableCell) -> str:
        if not cell.text.isdecimal() or chance.random() > 0.05 or (broken and not shown):
            return cell.text
        return page.note.format(cell.text, "3")

    return layouts.revalued(document, write)


def reordered(document: Document, chance: random.Random, *, foreign: bool) -> Document:
    """The report with the columns of its tables in another order, under one row of heads."""
    blocks = [
        _reordered(block, chance, foreign=foreign) if isinstance(block, Table) else block
        for block in document.blocks
    ]
    return replace(document, blocks=tuple(blocks))


FOREIGN: Final = {
    "自然人": "公民个人", "商业企业": "公司", "科研机构": "院所", "社会公益组织": "社团", "法律服务机构": "律所",
    "其他": "其余", "总计": "小结", "本年制发件数": "今年出台", "本年废止件数": "已经清理", "现行有效件数": "仍在执行",
    "本年新制作数量": "今年形成", "本年新公开数量": "今年上网", "对外公开总数量": "历年累积", "上一年项目数量": "去年底数",
    "本年增/减": "变动", "处理决定数量": "办结", "采购项目数量": "次数", "采购总金额": "花费", "结果维持": "支持",
    "结果纠正": "撤改", "其他结果": "旁的", "尚未审结": "未完",
}  # fmt: skip
"""Heads of an office's own, which nobody can tell for the form's."""


def _reordered(table: Table, chance: random.Random, *, foreign: bool) -> Table:
    if table.id == "applications":
        return _in_one_row_of_heads(table, chance, foreign=foreign)
    cells = list(table.cells)
    for group in _columns(table):
        order = list(range(len(group[0])))
        chance.shuffle(order)
        for row in group:
            at = row[0].column
            for place in order:
                old = row[place]
                text = FOREIGN.get(old.text, old.text) if foreign else old.text
                cells[cells.index(old)] = replace(old, column=at, text=text)
                at += old.colspan
    return replace(table, cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def _columns(table: Table) -> Iterator[list[list[TableCell]]]:
    """Heads and the values under them that may change places: those of one band, those of one group of table 四."""
    heads: list[TableCell] = []
    rows = rows_of(table)
    for cells in rows:
        values = [cell for cell in cells if cell.role is CellRole.VALUE]
        if not values:
            heads = [cell for cell in cells if cell.role is CellRole.HEAD] if table.id != "disputes" else []
        elif table.id == "disputes":
            named = [cell for cell in table.cells if cell.text in FOREIGN]
            named.sort(key=lambda cell: cell.column)
            for start in range(0, len(values), 5):
                yield [named[start : start + 5], values[start : start + 5]]
        elif heads and len(values) == len(heads) - 1 > 1:
            below = []
            for later in rows[values[0].row :]:
                row = [cell for cell in later if cell.role is CellRole.VALUE]
                if not row:
                    break
                below.append(row)
            yield [heads[1:], *below]
            heads = []


def _in_one_row_of_heads(table: Table, chance: random.Random, *, foreign: bool) -> Table:
    rows = [row for row in rows_of(table) if any(cell.role is CellRole.VALUE for cell in row)]
    names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    order = list(range(len(names)))
    chance.shuffle(order)
    heads = [FOREIGN[names[place]] if foreign else names[place] for place in order]
    cells = [
        TableCell(0, column, text, role=CellRole.HEAD) for column, text in enumerate(["申请人情况", *heads])
    ]
    for number, row in enumerate(rows, 1):
        label = [cell for cell in row if cell.role is not CellRole.VALUE][-1]
        values = [cell for cell in row if cell.role is CellRole.VALUE]
        cells.append(replace(label, row=number, column=0, rowspan=1, colspan=1))
        cells += [replace(values[place], row=number, column=column) for column, place in enumerate(order, 1)]
    return replace(table, rows=len(rows) + 1, columns=len(names) + 1, cells=tuple(cells), head_rows=1)
