"""A ledger as it is counted: its sheets with their layouts, and the tables that their rows add up to."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from intake.errors import NotUnderstood
from intake.ledger.applications import Applications, Span
from intake.ledger.body import Body, body_of
from intake.ledger.choosing import Chooser
from intake.ledger.columns import DATES, Field, Kind, propose, share_known, share_of_days
from intake.ledger.days import Days
from intake.ledger.disputes import Disputes
from intake.ledger.doubles import doubles_in
from intake.ledger.heads import Head, head_of, year_in
from intake.ledger.marks import PURPOSES, with_marks
from intake.ledger.memory import Memory
from intake.ledger.notes import notes_on
from intake.ledger.part import Part
from intake.ledger.reading import LedgerFile
from intake.ledger.sheets import Row, Sheet
from intake.ledger.tally import Reason, Tally
from intake.ledger.words import Words, words_of
from model.form import Form

_CONTINUED: Final = 0.6
"""Share of days or known words in one of its columns from which a sheet without a head goes on with the layout of the one
before: in a short sheet, a fault may stand in every other one."""
_FIRST_ROWS: Final = 50
BEGINNING: Final = 12
"""Rows below a head that are looked at to see what its columns are."""


@dataclass(frozen=True, slots=True)
class Count:
    """What was counted for a year: a tally for each table that the ledger has rows for."""

    year: int
    form: Form
    tallies: Mapping[str, Tally]

    @property
    def cells(self) -> dict[str, int]:
        """Every cell of the tables counted, totals too."""
        return {
            key: count for tally in self.tallies.values() for key, count in tally.cells(self.form).items()
        }

    @property
    def left_out(self) -> int:
        """How many rows belong to the year, as far as one can tell, and are counted nowhere."""
        unplaced = [entry for tally in self.tallies.values() for entry in tally.unplaced]
        return sum(entry.reason is not Reason.OTHER_YEAR for entry in unplaced)


@dataclass
class Ledger:
    """Sheets of one or several files. `notes` are sentences on what was left out or cannot be known."""

    form: Form
    year: int
    parts: list[Part] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, sources: Sequence[LedgerFile], form: Form, year: int, memory: Memory) -> "Ledger":
        """Return the ledger of some files, its columns as they were confirmed, else as they are proposed.

        Raises NotUnderstood where no sheet has the head of a ledger, or the form has other outcomes.
        """
        ledger = cls(form, year)
        if "applications.other_remaining.total" not in form.cells:
            raise NotUnderstood(f"{form.name}的表格与台账的项目不同，不能由台账统计")
        words = words_of(form)
        first_place = 1
        for source in sources:
            before: Part | None = None
            for sheet in source.sheets:
                part = _part(source, sheet, words, first_place, year, memory, before)
                first_place += len(sheet.rows)
                if part is None:
                    if sheet.visible and _has_days(sheet, words):
                        ledger.notes.append(f"“{_named(source, sheet)}”没有台账的表头，没有统计")
                else:
                    ledger.parts.append(part)
                    ledger.notes += notes_on(part, words)
                    before = part
        if not ledger.parts:
            raise NotUnderstood(
                "没有找到台账的表头；台账应一行一件申请，表头中有收到日期、答复日期、申请人类型、办理结果等列"
            )
        return ledger

    @property
    def known(self) -> bool:
        """Whether the layout of every sheet that is counted was confirmed before."""
        return all(part.known for part in self.parts if part.counted)

    @property
    def missing(self) -> tuple[str, ...]:
        """Sentences on the columns that are needed and not there, a sheet each."""
        words = words_of(self.form)
        sentences = []
        for part in self.parts:
            # That either may also be told by marks is said where columns are chosen.
            lacking = [
                "或".join(f"“{words.heads[each].name}”" for each in fields if each not in PURPOSES)
                for fields in part.layout.missing
            ]
            if part.counted and lacking:
                sentences.append(f"“{part.name}”看不出哪一列是{'、'.join(lacking)}")
        return tuple(sentences)

    @property
    def assumed(self) -> tuple[str, ...]:
        """Sentences on what is supposed where a sheet that is counted does not say it."""
        return tuple(
            f"“{part.name}”没有“审结日期”一列：本年受理、有审理结果的，按本年审结计入"
            for part in self.parts
            if part.counted and part.layout.undated
        )

    @property
    def title(self) -> str:
        """What stands above the first table."""
        return self.parts[0].head.title

    def confirm(self, memory: Memory) -> None:
        """Remember the layouts as they are now."""
        for at, part in enumerate(self.parts):
            if part.counted:
                memory.confirm(part.layout, part.head.columns)
                self.parts[at] = replace(part, known=True)

    def leave_out(self, at: int, *, out: bool) -> None:
        """Count a sheet, or leave it out."""
        self.parts[at] = replace(self.parts[at], counted=not out)

    def use(self, at: int, column: int, what: Field | None) -> None:
        """Let a column of a sheet be for something else, and with it the columns of all sheets with the same heads."""
        heads = [column.head for column in self.parts[at].head.columns]
        for number, part in enumerate(self.parts):
            if [column.head for column in part.head.columns] == heads:
                self.parts[number] = replace(part, layout=part.layout.with_field(column, what), known=False)

    def count(self, memory: Memory, today: date) -> Count:
        """Count all rows.

        Raises NotUnderstood where a column that is needed is not there or has formulas without results.
        """
        if self.missing:
            way = "；不需统计的工作表，不列入对应关系文件的 sheets 即可" if len(self.parts) > 1 else ""
            raise NotUnderstood("；".join(self.missing) + f"。请指明各列的用途后再统计{way}")
        words = words_of(self.form)
        chooser = Chooser(self.form, words, memory.place)
        span = Span.of(self.year, today)
        tallies: dict[str, Tally] = {}
        bodies: dict[Kind, list[tuple[Body, Days]]] = {}
        for part in self.parts:
            if not part.counted:
                continue
            _refuse_uncomputed(part)
            body = body_of(part.sheet, part.head, part.layout, part.first_place)
            tally = tallies.setdefault(part.layout.kind.value, Tally(part.layout.kind.value))
            days = Days(words.blanks, self.year, part.head.year or year_in(part.source))
            counter = Applications if part.layout.kind is Kind.APPLICATIONS else Disputes
            counter(body, chooser, span, days, tally).count()
            bodies.setdefault(part.layout.kind, []).append((body, days))
        for kind, counted in bodies.items():
            tally = tallies[kind.value]
            own, read = zip(*counted, strict=True)
            tally.doubles += doubles_in(own, read, frozenset(tally.asides))
        return Count(self.year, self.form, tallies)

    @property
    def last_place(self) -> int:
        """The place of the last row of all sheets."""
        return max((part.first_place + part.height - 1 for part in self.parts), default=0)

    def find(self, place: int) -> tuple[Part, int]:
        """Return the sheet that a place is on, and the number of its row there. Raises KeyError."""
        for part in self.parts:
            at = place - part.first_place
            if 0 <= at < part.height:
                return part, at + 1
        raise KeyError(place)

    def rows_at(self, places: Sequence[int]) -> list[Row]:
        """Return the rows at some places. Raises KeyError."""
        found = map(self.find, places)
        return [part.sheet.rows[number - 1] for part, number in found]

    def where(self, place: int) -> str:
        """Return what the clerk knows a place as: the row's number, with its sheet where there are several."""
        part, number = self.find(place)
        several = len({part.source for part in self.parts}) > 1
        sheet = part.name if several else part.sheet.name
        return f"第 {number} 行" if len(self.parts) == 1 else f"{sheet}　第 {number} 行"


def likely_year(sources: Sequence[LedgerFile], form: Form, otherwise: int) -> int:
    """Return the year that a ledger is about: the newest that titles tell, else that in which most applications came."""
    words = words_of(form)
    days = Days(words.blanks, otherwise)
    titles: set[int] = set()
    years: Counter[int] = Counter()
    for source in sources:
        for sheet in source.sheets:
            head = head_of(sheet, words)
            if head is None:
                continue
            if head.year is not None:
                titles.add(head.year)
                continue
            layout = propose(sheet, head, words, otherwise)
            for column in layout.of(Field.RECEIVED) or layout.of(Field.FILED):
                read = (days[row[column]] for row in sheet.rows[head.body :])
                years.update(date.fromordinal(day).year for day in read if isinstance(day, int))
    return max(titles) if titles else years.most_common(1)[0][0] if years else otherwise


def _part(
    source: LedgerFile,
    sheet: Sheet,
    words: Words,
    first_place: int,
    year: int,
    memory: Memory,
    before: Part | None,
) -> Part | None:
    head = head_of(sheet, words)
    if head is None:
        return _continuation(source, sheet, first_place, words, before)
    proposed = with_marks(propose(sheet, head, words, year), sheet, head, words)
    layout = memory.recalled(proposed, head.columns)
    own = words.templates.get(tuple(column.head for column in head.columns))
    if own is not None:
        layout = replace(layout, fields=tuple(Field(name) if name else None for name in own))
    known = (own is not None or memory.knows(head.columns)) and not layout.missing
    return Part(source.name, sheet, head, layout, first_place, len(sheet.rows), sheet.visible, known)


def _continuation(
    source: LedgerFile, sheet: Sheet, first_place: int, words: Words, before: Part | None
) -> Part | None:
    """A sheet that goes on with the rows of the one before it, without a head of its own."""
    if before is None:
        return None
    # A last column in which nothing stands is not there at all.
    for row in sheet.rows:
        row.extend([""] * (before.sheet.width - len(row)))
    rows = sheet.rows[:_FIRST_ROWS]
    if max(_shares(rows, before, words), default=0.0) < _CONTINUED:
        return None
    head = Head(before.head.columns, 0, before.head.title)
    height = len(sheet.rows)
    return Part(source.name, sheet, head, before.layout, first_place, height, sheet.visible, before.known)


def _shares(rows: Sequence[Row], before: Part, words: Words) -> Iterator[float]:
    """Yield of each column with days or known words on the sheet before the share of cells here that have them, too."""
    days = Days(words.blanks, 0, before.head.year)
    known = {Field.KIND: words.applicants, Field.OUTCOME: words.outcomes, Field.VERDICT: words.verdicts}
    for column, use in enumerate(before.layout.fields):
        cells = [row[column] for row in rows if row[column] != ""]
        if use in DATES:
            yield share_of_days(cells, days)
        elif use in known:
            yield share_known(cells, known[use])


def _has_days(sheet: Sheet, words: Words) -> bool:
    """Whether a sheet without a head may be a ledger all the same: one with days, unlike lists of words."""
    days = Days(words.blanks, 0)
    return any(isinstance(days[raw], int) for row in sheet.rows[:_FIRST_ROWS] for raw in row)


def _named(source: LedgerFile, sheet: Sheet) -> str:
    return f"{source.name}　{sheet.name}".strip()


def _refuse_uncomputed(part: Part) -> None:
    """A formula without its result reads as blank: the row would be counted as if nothing stood there.

    Where a column only numbers the lines, nothing is counted by it.
    """
    fields = part.layout.fields
    for column, row in part.sheet.uncomputed:
        counts = column < len(fields) and fields[column] not in (None, Field.SERIAL)
        if counts and row >= part.head.body:
            raise NotUnderstood(
                f"“{part.name}”第 {row + 1} 行“{part.head.columns[column].head}”是没有计算结果的公式；"
                "请在 Excel 或 WPS 中打开台账，保存后再统计"
            )
