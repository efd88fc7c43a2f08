"""Writes a report as one HTML page that needs nothing else, or as a fragment with inline styles for content systems."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

from export.official import DRAFT, in_pairs, is_flush_left, title_lines
from export.output import clean, save
from model.compose import compose
from model.document import Block, CellRole, Document, Paragraph, Role, Table, TableCell
from model.report import Report

if TYPE_CHECKING:
    from export.charts import Chart

_HEADINGS: Final = {Role.HEADING1: 2, Role.HEADING2: 3, Role.HEADING3: 4}
_SONG: Final = "SimSun,'Songti SC','Noto Serif CJK SC',serif"
_FANGSONG: Final = f"FangSong,仿宋_GB2312,STFangsong,{_SONG}"
_HEI: Final = "SimHei,'Heiti SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif"
_KAI: Final = f"KaiTi,楷体_GB2312,'Kaiti SC',{_FANGSONG}"
_BOX: Final = "border:1px solid #000;padding:.3em .4em;font-weight:normal;"

_YEAR: Final = "本年度"
"""With what the label of a year's outcomes begins: 本年度 | 办理 | 结果."""
_SHORT: Final = 3
_BREAK: Final = "<wbr>"
_NUMBERED: Final = re.compile(r"(?:（[一二三四五六七八九十]{1,2}）|[一二三四五六七八九十]、)(?=.)")
_NARROW: Final = 6
"""A table of no more columns fits a phone."""

_LOOKS: Final = {
    "page": (
        "max-width:60em;margin:0 auto;padding:1.5em 1em;padding:1.5em clamp(.6em,3vw,1em);"
        f"font:1.125em/1.8 {_FANGSONG};color:#000;background:#fff"
    ),
    "title": (
        "font:bold 1.6em/1.5 '方正小标宋简体','STZhongsong','Songti SC',serif;font-size:clamp(1.1em,5vw,1.6em);"
        "text-align:center;text-wrap:balance;margin:1em 0 1.5em"
    ),
    "h2": f"font:bold 1.15em/1.8 {_HEI};margin:1.2em 0 .4em;text-indent:2em;text-wrap:pretty",
    "h3": f"font:bold 1em/1.8 {_KAI};margin:.4em 0 0;text-indent:2em;text-wrap:pretty",
    "h4": f"font:bold 1em/1.8 {_FANGSONG};margin:.2em 0 0;text-indent:2em;text-wrap:pretty",
    "body": "margin:0 0 .2em;text-indent:2em;text-align:left;overflow-wrap:anywhere",
    "lead": f"font-family:{_KAI}",
    "note": "margin:.5em 0 .2em;text-align:right;font-size:.9em",
    "signed": "width:fit-content;margin:2em 4em 0 auto;text-align:center",
    "signature": "margin:0",
    "figure": "margin:1.2em 0;break-inside:avoid",
    "scroll": "overflow-x:auto;margin:.6em 0 1.2em",
    "table": f"border-collapse:collapse;width:100%;font:.875em/1.45 {_SONG};font-size:clamp(.75em,3.6vw,.875em)",
    "wide": "min-width:36em",
    "unseen": "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap",
    "caption": f"font:bold 1.25em/1.8 {_SONG};text-align:center",
    "head": f"{_BOX}background:#f2f2f2;text-align:center;text-wrap:balance",
    "label": f"{_BOX}background:#fff;text-align:center;text-wrap:balance",
    "entry": f"{_BOX}background:#fff;text-align:left;min-width:7.5em;text-wrap:pretty",
    "whole": "word-break:keep-all",
    "pinned": "position:sticky;left:0;z-index:1",
    "value": f"{_BOX}text-align:center;white-space:nowrap",
    "foot": "display:flex;flex-wrap:wrap;gap:.3em 2.5em;margin:.4em 0;font-size:.9em",
}
"""CSS by what an element is: classes of the page, inline styles of the fragment.

A fragment's paragraphs are not justified: it cannot ask how wide the screen is, and beside an address the lines of a
telephone would be torn apart.
"""

_SHEET: Final = """\
body{margin:0;background:#fff}
.body{text-align:justify}
.scroll:focus-visible{outline:3px solid #0b57d0;outline-offset:2px}
@media (max-width:40em){.page{font-size:1em;padding:1em .75em}.body{text-align:left}}
@page{size:A4;margin:37mm 26mm 35mm 28mm}
@media print{
.page{max-width:none;padding:0;font-size:12pt}
.scroll{overflow:visible;break-inside:avoid}
.table{min-width:0!important;font-size:8.5pt}
thead{display:table-header-group}
header{text-align:right;font-weight:bold}
tr,.h2,.h3,.h4{break-inside:avoid}
.h2,.h3,.h4{break-after:avoid}
}"""


def write(report: Report, path: Path, pictures: Sequence["Chart"] = (), *, draft: bool = False) -> None:
    """Write the page, with charts at its end if there are any; the same report gives the same bytes. Raises WriteFailed."""
    save(path, render(compose(report), draft=draft, pictures=pictures).encode())


def write_fragment(report: Report, path: Path) -> None:
    """Write the page's content alone, to be pasted into a content system. Raises WriteFailed."""
    # A browser that opens the file to copy from must know its encoding.
    save(path, ('<meta charset="utf-8">\n' + render(compose(report), inline=True)).encode())


def render(
    document: Document, *, inline: bool = False, draft: bool = False, pictures: Sequence["Chart"] = ()
) -> str:
    """Return the page, or with `inline` its content alone, without style sheet or classes, to paste into a site.

    `draft`: the page's head says that the report cannot be filed yet. `pictures` are drawn at the end, as vectors
    inside the page.
    """
    writer = _Writer(document, inline=inline, pictures=pictures)
    content = "\n".join(writer.content())
    if inline:
        return content + "\n"
    rules = "\n".join(f".{name}{{{look}}}" for name, look in _LOOKS.items())
    head = f"<header>{DRAFT}</header>\n" if draft else ""
    return f"""\
<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{_plain(document.title)}</title>
<meta name="author" content="{_plain(document.author)}">
<meta name="description" content="{_plain(document.subject)}">
<style>
{rules}
{_SHEET}
</style>
</head>
<body>
{head}{content}
</body>
</html>
"""


def _plain(text: str) -> str:
    return escape(clean(text))


class _Writer:
    """Turns blocks into elements, styled by class or inline."""

    def __init__(self, document: Document, *, inline: bool, pictures: Sequence["Chart"]) -> None:
        self._document = document
        self._pictures = pictures
        self._inline = inline
        self._level = 1
        self._heading = ""

    def _look(self, *names: str, more: str = "") -> str:
        """The attributes that give an element these looks and `more` CSS."""
        if self._inline:
            css = (*(_LOOKS[name] for name in names), *([more] if more else []))
            return f'style="{escape(";".join(css))}"'
        return f'class="{" ".join(names)}"' + (f' style="{more}"' if more else "")

    def content(self) -> Iterator[str]:
        """Yield the elements of the page's main part."""
        tag = "div" if self._inline else "main"
        yield f'<{tag} lang="zh-CN" {self._look("page")}>'
        for is_signature, blocks in groupby(self._document.blocks, _is_signature):
            if is_signature:
                yield f"<div {self._look('signed')}>"
            for block in blocks:
                yield from self._block(block)
            if is_signature:
                yield "</div>"
        yield from self._figures()
        yield f"</{tag}>"

    def _figures(self) -> Iterator[str]:
        """The charts, each told in words for those who cannot see it."""
        if not self._pictures:
            return
        from export.charts import svg

        yield f"<h2 {self._look('h2')}>附：图表</h2>"
        for picture in self._pictures:
            yield f'<figure {self._look("figure")} role="img" aria-label="{_plain(picture.words)}">'
            yield svg(picture).decode().replace("<svg ", '<svg style="max-width:100%;height:auto" ', 1)
            yield "</figure>"

    def _block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Table):
            yield from self._table(block)
        elif block.role is Role.TITLE:
            words = "<br>".join(_plain(line) for line in title_lines(self._document))
            yield f"<h1 {self._look('title')}>{words}</h1>"
        elif block.role in _HEADINGS:
            # No level is left out, though an office may write 1. without （一）.
            self._level = min(_HEADINGS[block.role], self._level + 1)
            self._heading = block.text if block.role is Role.HEADING1 else self._heading
            tag = f"h{self._level}"
            yield f"<{tag} {self._look(f'h{_HEADINGS[block.role]}')}>{_plain(block.text)}</{tag}>"
        else:
            yield self._paragraph(block)

    def _paragraph(self, paragraph: Paragraph) -> str:
        lead, rest = paragraph.text[: paragraph.lead], paragraph.text[paragraph.lead :]
        marked = f"<b {self._look('lead')}>{_plain(lead)}</b>" if lead else ""
        return f"<p {self._look(paragraph.role.value)}>{marked}{_plain(rest)}</p>"

    def _table(self, table: Table) -> Iterator[str]:
        name = table.caption or self._heading
        yield f'<section {self._look("scroll")} tabindex="0" aria-label="{_plain(name)}（表格，可左右滚动）">'
        yield f"<table {self._look('table', 'wide') if table.columns > _NARROW else self._look('table')}>"
        yield f"<caption {self._look('caption' if table.caption else 'unseen')}>{_plain(name)}</caption>"
        whole = sum(table.widths)
        if whole:
            columns = "".join(f'<col style="width:{width / whole:.2%}">' for width in table.widths)
            yield f"<colgroup>{columns}</colgroup>"
        yield from self._groups(table)
        yield "</table></section>"
        if table.foot:
            fields = "".join(f"<span>{_plain(field)}</span>" for field in table.foot)
            yield f"<p {self._look('foot')}>{fields}</p>"

    def _groups(self, table: Table) -> Iterator[str]:
        """The head, then a body for each band, or one."""
        bands = sorted({cell.row for cell in table.cells if cell.role is CellRole.BAND} | {table.head_rows})
        if table.head_rows:
            yield from self._rows(table, "thead", range(table.head_rows))
        for start, end in zip(bands, [*bands[1:], table.rows], strict=True):
            yield from self._rows(table, "tbody", range(start, end))

    def _rows(self, table: Table, tag: str, rows: range) -> Iterator[str]:
        yield f"<{tag}>"
        for row in rows:
            cells = (self._cell(table, cell) for cell in table.cells if cell.row == row)
            yield f"<tr>{''.join(cells)}</tr>"
        yield f"</{tag}>"

    def _cell(self, table: Table, cell: TableCell) -> str:
        spans = f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
        spans += f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
        looks = {CellRole.VALUE: "value", CellRole.HEAD: "head", CellRole.BAND: "head"}
        kind = "entry" if is_flush_left(cell) else looks.get(cell.role, "label")
        more = f"padding-left:{cell.indent + 0.4}em" if cell.indent else ""
        words = _broken(cell)
        # Where a <wbr> tells the places, a line ends nowhere else; short words are not broken.
        whole = ["whole"] if _BREAK in words or len(words) <= _SHORT else []
        look = self._look(kind, *whole, *(["pinned"] if _is_pinned(table, cell) else []), more=more)
        scope = ""
        if cell.role is CellRole.BAND:
            scope = "rowgroup"
        elif cell.role is CellRole.HEAD:
            scope = "col"
        elif cell.role is CellRole.LABEL and cell.column < table.label_columns:
            scope = "row"
        if scope:
            return f'<th scope="{scope}" {look}{spans}>{words}</th>'
        return f"<td {look}{spans}>{_plain(cell.text)}</td>"


def _is_signature(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.SIGNATURE


def _is_pinned(table: Table, cell: TableCell) -> bool:
    """Whether a label stays in sight where a table is moved sideways: the one that stands next to the numbers."""
    return cell.role is CellRole.LABEL and cell.column + cell.colspan == table.label_columns


def _broken(cell: TableCell) -> str:
    """The words of a head or label with the places where a line may end."""
    words = _plain(cell.text)
    if is_flush_left(cell):
        return words
    lead = _NUMBERED.match(words)
    parts = [lead[0]] if lead else []
    rest = words[lead.end() :] if lead else words
    if rest.startswith(_YEAR):
        parts, rest = [*parts, _YEAR], rest.removeprefix(_YEAR)
    pairs = in_pairs(rest)
    return _BREAK.join([*parts, *pairs]) if pairs else words
