"""Finds where the rows of a sheet begin: below its title lines and its head of one or more lines."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from intake.ledger.sheets import Raw, Row, Sheet
from intake.ledger.words import Words, plain

_LOOKED_AT: Final = 20
"""Rows from the top in which the head is looked for."""
_LINES: Final = 3
"""Lines that a head has at most."""
_LONGEST: Final = 30
"""Characters of a head; a longer text is a title or a remark."""
_FEWEST: Final = 3
"""Columns whose heads must be known before a line counts as the head of a ledger."""
_YEAR: Final = re.compile(r"(?<!\d)(20\d{2})(?:年|\b)")
_DAY: Final = re.compile(r"20\d{2}[年\-./]\d{1,2}[月\-./]\d{1,2}(?!\d)")
"""When a ledger was filled in says nothing of the year that it is about."""
_GENERAL: Final = re.compile(r"情况|信息|基本")
_GENERIC: Final = frozenset(("日期", "时间", "类型", "类别", "名称", "姓名", "结果", "编号"))
"""Heads that mean something only together with the one above them."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its place counted from 0, and its head, lines from above joined by a slash."""

    index: int
    head: str

    @property
    def leaf(self) -> str:
        """The lowest line of the head as words are compared; with what stands above where it says little alone."""
        above, _, last = self.head.rpartition("/")
        leaf = plain(last)
        return plain(_GENERAL.sub("", above)) + leaf if above and leaf in _GENERIC else leaf

    @property
    def letter(self) -> str:
        """What a spreadsheet calls the column: A, B … AA."""
        number, letters = self.index + 1, ""
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord("A") + rest) + letters
        return letters


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a sheet. `body` is the place of the first row below it; `title` what stands above it."""

    columns: tuple[Column, ...]
    body: int
    title: str

    @property
    def year(self) -> int | None:
        """The year that the title tells, None where it tells none or several."""
        return year_in(self.title)


def year_in(text: str) -> int | None:
    """Return the one year that a text names, the years of days aside, else None."""
    years = {int(year) for year in _YEAR.findall(_DAY.sub("", unicodedata.normalize("NFKC", text)))}
    return years.pop() if len(years) == 1 else None


def head_of(sheet: Sheet, words: Words) -> Head | None:
    """Return the head of a sheet, None where no line looks like one. Merged cells count for each of their places."""
    known = frozenset(word for head in words.heads.values() for word in head.words)
    rows = [filled_row(sheet, at) for at in range(min(len(sheet.rows), _LOOKED_AT))]
    scores = [_known(row, known) for row in rows]
    best = max(range(len(rows)), key=lambda at: (scores[at], -at), default=0)
    if not rows or scores[best] < _FEWEST:
        return None
    first, last = best, best
    while first > 0 and last - first + 1 < _LINES and _is_upper_line(rows[first - 1], rows[first]):
        first -= 1
    while (
        last + 1 < len(rows)
        and last - first + 1 < _LINES
        and (_is_line(rows[last + 1], known) or _names_places(rows[last + 1], rows[last], words))
    ):
        last += 1
    width = max(len(row) for row in rows[first : last + 1])
    columns = _columns(sheet, rows, first, last, width)
    body = last + 1
    if body < len(rows) and _is_numbering(rows[body]):
        body += 1
    above = (str(raw) for row in rows[:first] for raw in dict.fromkeys(row) if raw != "")
    return Head(columns, body, " ".join(filter(None, (sheet.title, *above, sheet.name))))


def filled_row(sheet: Sheet, at: int) -> Row:
    """Return a row with every place of its merged areas filled."""
    row = list(sheet.rows[at])
    for merge in sheet.merges or ():
        if merge.top <= at <= merge.bottom:
            source = sheet.rows[merge.top]
            value = source[merge.left] if merge.left < len(source) else ""
            for column in range(merge.left, min(merge.right, len(row) - 1) + 1):
                row[column] = value
    return row


def _columns(sheet: Sheet, rows: Sequence[Row], first: int, last: int, width: int) -> tuple[Column, ...]:
    """Each column's head; a group's head that is written over its first column alone counts for those beside it."""
    lines: list[list[str]] = []
    for at in range(first, last + 1):
        line = [text_of(rows[at][column]) if column < len(rows[at]) else "" for column in range(width)]
        if at < last and not any(merge.top == at for merge in sheet.merges or ()):
            below = rows[at + 1]
            for column in range(1, width):
                if not line[column] and column < len(below) and text_of(below[column]):
                    line[column] = line[column - 1]
        lines.append(line)
    return tuple(
        Column(column, "/".join(dict.fromkeys(line[column] for line in lines if line[column])))
        for column in range(width)
    )


def text_of(raw: Raw) -> str:
    """Return a cell of a head as text without blanks."""
    return "".join(str(raw).split())


def _known(row: Row, known: frozenset[str]) -> int:
    """How many different cells of a row are heads that ledgers have."""
    texts = {plain(raw) for raw in row if isinstance(raw, str) and 0 < len(raw) <= _LONGEST}
    return sum(any(word in text for word in known if len(word) > 1) or text in known for text in texts)


def _is_line(row: Row, known: frozenset[str]) -> bool:
    """Whether a row below the head belongs to it: it has heads, and nothing but short texts."""
    filled = [raw for raw in row if raw != ""]
    short = all(map(_is_short_text, filled))
    exact = sum(isinstance(raw, str) and plain(raw) in known for raw in filled)
    return bool(filled) and short and exact * 2 >= len(filled)


def _names_places(row: Row, above: Row, words: Words) -> bool:
    """Whether a row below a head names places of the tables, a column each, under heads over several columns.

    Other heads may stand among them, as ways of answering: a row of the ledger has something in other columns, too.
    """
    own = [at for at, raw in enumerate(row) if raw != "" and raw != above[at]]
    places = {at for at in own if _is_place(row[at], words)}
    heads = all(at in places or _is_short_text(row[at]) for at in own)
    return len(places) > 1 and heads and all(_is_under_group(above, at) for at in own)


def _is_place(raw: Raw, words: Words) -> bool:
    known = (words.outcomes, words.applicants, words.disputes, words.verdicts)
    return isinstance(raw, str) and any(vocabulary.meaning(raw) for vocabulary in known)


def _is_short_text(raw: Raw) -> bool:
    return isinstance(raw, str) and len(raw) <= _LONGEST and not any(map(str.isdigit, raw))


def _is_under_group(above: Row, at: int) -> bool:
    """Whether what stands above a cell is written over the next column as well, or over the one before it."""
    beside = above[at + 1] if at + 1 < len(above) else None
    return above[at] == "" or beside in ("", above[at]) or (at > 0 and above[at - 1] == above[at])


def _is_upper_line(row: Row, below: Row) -> bool:
    """Whether a row above the head groups its columns: several short texts, none of them the title of the sheet."""
    texts = {raw for raw in row if raw != ""}
    short = all(isinstance(raw, str) and len(raw) <= _LONGEST for raw in texts)
    wide = sum(raw != "" for raw in row) * 2 >= sum(raw != "" for raw in below)
    return len(texts) > 1 and short and wide and not any("：" in str(raw) or ":" in str(raw) for raw in texts)


def _is_numbering(row: Row) -> bool:
    """Whether a row only numbers the columns: 1, 2, 3 …"""
    numbers = [str(raw).removesuffix(".0") for raw in row if raw != ""]
    return len(numbers) > 2 and numbers == [str(n) for n in range(1, len(numbers) + 1)]
