"""Finds the Report in a Document: office, year, form, title, words and the numbers of its tables, each with its state."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from intake.errors import NotUnderstood, SourceRefused, YearNotTold
from intake.page.flow import Row, rows_of
from intake.page.further_reports import further_report
from intake.page.headings import Heading, headings_of
from intake.page.masthead import Identity, contacts_in, identify
from intake.page.missing_sections import missing_sections, tables_alone
from intake.page.texts import Texts, texts_of
from intake.page.titles import titles_in
from intake.page.without_report import without_report
from intake.page.workbook import without_furniture
from intake.plain_words import core, plain, without_spaces
from intake.readers.limits import MOST_LINES
from intake.readers.marks import PICTURE
from intake.tables.found import Found
from intake.tables.owners import Claims, claimed
from intake.tables.rows.told_again import are_a_table
from intake.tables.vocabulary import distinct
from intake.tables.whole_table import read_table
from model.document import Document
from model.errors import FormError
from model.form import Form, FormTable
from model.form_file import form_for, form_ids, load_form
from model.import_state import NO_TABLE, ImportState
from model.preamble import title_of
from model.report import Report, Slot, SlotKind, SlotValue

_FEWEST_WORDS = 40
_COVER: Final = re.compile(
    r"[\u4e00-\u9fff]{1,30}(?:[省市县区旗州盟镇乡局厅委办院所站处队社]|街道|中心|政府|公司)(?:20\d\d)年(?:度)?"
)
"""Whose report on what year, as a cover has it."""
_LINES_OF_A_COVER: Final = 3


@dataclass(frozen=True, slots=True)
class Recognition:
    """What was understood: the report, lines that tell what was read, and lines of the source that were not understood.

    `doubts`: in the clerk's words, where the source says two things about whose report it is or of which year, or leaves
    the year to be guessed, and which sections it lacks.
    `sources`: cell → the words of the source that its value, or its doubt, comes from; section id and "preamble" → the
    lines of the source under its heading, as they stood. `exact`: the source is a file of
    the program's own, which holds everything that a report has, not only what is published of it.
    """

    report: Report
    summary: tuple[str, ...]
    unread: tuple[str, ...]
    sources: Mapping[str, str] = field(default_factory=dict)
    exact: bool = False
    doubts: tuple[str, ...] = ()


def recognise(
    document: Document, *, office: str | None = None, year: int | None = None, name: str = ""
) -> Recognition:
    """Return the report found in a document; `office` and `year` overrule what the document and its file `name` say.

    Raises SourceRefused for more lines than a report can have, NotUnderstood where there is no report in it, or where
    nothing tells the year.
    """
    rows = without_furniture(rows_of(document))
    if len(rows) > MOST_LINES:
        raise SourceRefused(f"内容有 {len(rows)} 行，远超一份年度报告；请只保留年度报告正文后再导入")
    form, certain = _form_of(rows)
    reading = _read(form, rows, document, name)
    told = year or reading.identity.year
    if certain and not reading.found_anything:
        raise without_report(document, has_form=True)
    if told is None:
        if not any(_read(each, rows, document, name).found_anything for each in _forms()):
            raise without_report(document)
        raise YearNotTold("没有找到年度，请指明这是哪一年的报告后再导入")
    if not certain:
        try:
            by_year = form_for(told)
        except FormError as error:
            raise NotUnderstood(f"{told} 年没有对应的年度报告格式，请核对年份后再导入") from error
        if by_year.id != form.id:
            form = by_year
            reading = _read(form, rows, document, name)
    if not reading.found_anything:
        raise without_report(document)
    report = Report(form, office or reading.identity.office, told)
    report.set(reading.settings(report))
    sources = dict(reading.words)
    sources |= {key: words for found in reading.found.values() for key, words in found.sources.items()}
    return Recognition(
        report,
        tuple(_summary(report, reading)),
        tuple(dict.fromkeys(reading.unread)),
        sources,
        doubts=tuple(dict.fromkeys(_doubts(report, reading, further_report(form, rows), given=year))),
    )


def _doubts(report: Report, reading: "_Reading", further: str, *, given: int | None) -> Iterator[str]:
    """What is doubtful of the report as a whole; `given` is its year where the clerk told it."""
    if further:
        yield f"来源里不止一份报告，另有“{further}”；请只留要导入的那一份，再导入"
    else:
        yield from reading.twice  # where all of a report is there twice, each of its tables is
    if given is None and reading.identity.year_from:
        yield f"标题和引言都没有写明年度，{report.year} 是{reading.identity.year_from}，请核对"
    yield from reading.identity.doubts
    yield from reading.tables_alone(report) or missing_sections(report.form, reading.headings)


@dataclass(slots=True)
class _Reading:
    form: Form
    identity: Identity
    headings: list[Heading]
    texts: Texts
    found: dict[str, Found]
    words: dict[str, str]

    @property
    def found_anything(self) -> bool:
        words = sum(len(line) for lines in self.texts.sections.values() for line in lines)
        numbers = any(found.values or found.unread for found in self.found.values())
        return bool(numbers or (self.headings and words >= _FEWEST_WORDS) or self._covers)

    def tables_alone(self, report: Report) -> list[str]:
        """What is said of a source that has nothing but tables."""
        tables = [_name(self.form, table) for table in self.form.tables if self.found[table.id].values]
        words = bool(self.headings or any(map(self.texts.text, self.texts.sections)))
        return tables_alone(self.form, tables, words=words, office=bool(report.office))

    @property
    def _covers(self) -> list[str]:
        """Lines that are a cover and nothing else: of a page whose report lies in a file beside it, all there is."""
        lines = self.words["preamble"].split("\n")
        covers = [line for line in lines if _COVER.fullmatch(without_spaces(line))]
        return covers if len(lines) <= _LINES_OF_A_COVER else []

    @property
    def unread(self) -> Iterator[str]:
        for found in self.found.values():
            yield from found.unread
        yield from self.texts.foreign
        if not self.headings and not any(found.values for found in self.found.values()):
            yield from self._covers

    @property
    def twice(self) -> Iterator[str]:
        """What is said of tables that the source has twice: whose the numbers are, nobody can tell."""
        for table in self.form.tables:
            if self.found[table.id].twice:
                yield f"“{_name(self.form, table)}”的表格在来源里不止一张，读的是前一张；请只留要导入的那一张，再导入"

    def settings(self, report: Report) -> Iterator[tuple[Slot, SlotValue]]:
        """The slots to set, the numbers first."""
        for key, cell in self.form.cells.items():
            found = self.found[cell.table.id]
            value = found.values.get(key)
            if not cell.computed:
                yield Slot(SlotKind.CELL, key), value
            elif value is not None:
                yield Slot(SlotKind.CONTROL, key), value
                yield Slot(SlotKind.DECLARED, key), value
            yield Slot(SlotKind.STATE, key), found.states.get(key, ImportState.MISSING).value
        for section in ("preamble", *(heading.section for heading in self.headings)):
            yield Slot(SlotKind.TEXT, section), self.texts.text(section)
        if self.form.free_sections:
            for heading in self.headings:
                yield Slot(SlotKind.HEADING, heading.section), heading.text
            yield (
                Slot(SlotKind.ORDER, "sections"),
                tuple(heading.section for heading in self.headings) or None,
            )
        yield from self._fields(report)

    def _fields(self, report: Report) -> Iterator[tuple[Slot, SlotValue]]:
        for name, value in contacts_in(self.texts.text("preamble")).items():
            yield Slot(SlotKind.FIELD, name), value
        if self.texts.signed:
            yield Slot(SlotKind.FIELD, "date"), self.texts.signed.isoformat()
        if self.identity.title.text and self.identity.title.text != title_of(report):
            yield Slot(SlotKind.FIELD, "title"), self.identity.title.text


def _forms() -> list[Form]:
    return [load_form(form_id) for form_id in form_ids()]


def _form_of(rows: Sequence[Row]) -> tuple[Form, bool]:
    """The form whose own words the document uses, and whether that is certain; else the newest."""
    words = {plain(piece.text) for row in rows for piece in row.filled} | {
        core(piece.text) for row in rows for piece in row.filled
    }
    together = "".join(plain(row.text) for row in rows if len(row.text) < 60)
    forms = _forms()
    hits = {}
    for form in forms:
        others = frozenset().union(*(distinct(other) for other in forms if other is not form))
        own = distinct(form) - others
        hits[form.id] = len(own & words) or sum(word in together for word in own) / 2
    best = max(forms, key=lambda form: hits[form.id])
    if hits[best.id] >= (4 if best.free_sections else 2):
        return best, True
    return forms[-1], False


def _read(form: Form, rows: Sequence[Row], document: Document, name: str) -> _Reading:
    # Headings of the office's own are told from the labels of its table only when the table is known.
    headings = [] if form.free_sections else headings_of(form, rows)
    claims = claimed(rows, form.tables, {heading.row: heading.section for heading in headings})
    used = frozenset(row.number for found in claims.rows.values() for row in found)
    if form.free_sections:
        headings = headings_of(form, [row for row in rows if row.number not in used])
    end = headings[0].row if headings else len(rows)
    titles = titles_in(rows, end)
    texts = texts_of(rows, headings, used, frozenset(row for title in titles for row in title.rows))
    pictured = _pictured(rows, headings)
    found = {table.id: _find(form, table, claims, pictured) for table in form.tables}
    identity = identify(rows, document, texts, titles, end, name)
    return _Reading(form, identity, headings, texts, found, _as_it_stood(rows, headings, used))


def _as_it_stood(rows: Sequence[Row], headings: Sequence[Heading], used: frozenset[int]) -> dict[str, str]:
    """Section (or "preamble") → the source's lines from its heading on, without those of tables."""
    starts = [("preamble", 0), *((heading.section, heading.row) for heading in headings)]
    ends = [start for _, start in starts[1:]] + [len(rows)]
    return {
        section: "\n".join(row.text for row in rows[start:end] if row.number not in used and row.text.strip())
        for (section, start), end in zip(starts, ends, strict=True)
    }


def _pictured(rows: Sequence[Row], headings: Sequence[Heading]) -> frozenset[str]:
    """The sections in which a picture stands."""
    section = ""
    begins = {heading.row: heading.section for heading in headings}
    found = set()
    for row in rows:
        section = begins.get(row.number, section)
        if row.pictured:
            found.add(section)
    return frozenset(found)


def _find(form: Form, table: FormTable, claims: Claims, pictured: frozenset[str]) -> Found:
    """The numbers of a table; where rows with figures near it are left over, what it lacks may be in them.

    All of it is doubtful where they are the table once more: the one that is read may be another year's. Where nothing of it
    is found and a picture stands in its section, the table may be that picture.
    """
    rows = claims.rows[table.id]
    found = read_table(form, table, rows)
    left = [row.text for row in claims.loose[table.id]]
    own = [key for key, cell in form.cells.items() if cell.table is table]
    lacking = [key for key in own if key not in found.values]
    if are_a_table(claims.loose[table.id], table):
        found.states |= dict.fromkeys(own, ImportState.DOUBTFUL)
    if left and lacking:
        found.states |= dict.fromkeys(lacking, ImportState.DOUBTFUL)
        found.sources = dict.fromkeys(lacking, "\n".join(left)) | found.sources
    found.unread += left
    if not found.values and (pictured if form.free_sections else table.section in pictured):
        found.states |= dict.fromkeys(lacking, ImportState.DOUBTFUL)
        found.sources |= dict.fromkeys(lacking, PICTURE)
        found.unread.append(f"{_name(form, table)}：这里是图片，程序不能辨认其中的数字，请对照填写")
    return found


def _summary(report: Report, reading: _Reading) -> Iterator[str]:
    yield f"机关：{report.office or '（没有找到）'}；年度：{report.year}；格式：{report.form.name}"
    if reading.identity.title.text:
        yield f"标题：{reading.identity.title.text}"
    heads = [heading.text for heading in reading.headings]
    yield f"读到 {len(heads)} 个部分：{'；'.join(heads)}" if heads else "没有找到各部分的标题"
    for table in report.form.tables:
        yield f"{_name(report.form, table)}：{_counts(report, table)}"


def _name(form: Form, table: FormTable) -> str:
    return table.title or form.section(table.section).title


def _counts(report: Report, table: FormTable) -> str:
    states = report.of_kind(SlotKind.STATE)
    counted = [states.get(key) for key, cell in report.form.cells.items() if cell.table is table]
    if all(state == ImportState.MISSING for state in counted):
        return NO_TABLE
    parts = [f"{state.words} {counted.count(state)} 格" for state in ImportState if state in counted]
    return "，".join(parts)
