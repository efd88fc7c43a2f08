"""What a rule is: a code of the catalogue, its level, and a generator that yields findings. It never shows or raises.

A rule is made of *judgements*: one for each row, sum or text that it looks at, each with the names of what it reads.
An edit calls for the judgements that read what it touched and for no others. A rule applies to a form that has what the
rule names: where a cell, row, column or section is missing, it has no judgement.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, TypeVar

from model.findings import Finding
from model.form import Cell, Form, Identity
from model.levels import Level
from model.number_fields import mask
from model.report import Report, SlotKind
from model.values import Value

Subject = TypeVar("Subject")

TEXTS: Final = "texts"
OFFICE: Final = "office data"
HEADINGS: Final = "headings"
"""What a judgement may read beside cells (named by their keys): the words, the office's data, headings and their order."""


@dataclass(frozen=True)
class Case:
    """What the rules look at: the report, and last year's where the file has it."""

    report: Report
    last_year: Report | None = None

    @classmethod
    def among(cls, reports: Mapping[int, Report], year: int) -> "Case":
        """The report of a year beside that of the year before, if the office's file has it.

        Whoever checks a report of a file asks here, so that window, commands and papers all find the same.
        """
        return cls(reports[year], reports.get(year - 1))

    @cached_property
    def texts(self) -> dict[str, str]:
        """The words as stored, by "preamble" and section id, with each number field blotted out in its own length.

        So a place in these words is a place in the stored words, and a field's number, always right, is never read.
        Only what has words is here.
        """
        texts = self.report.of_kind(SlotKind.TEXT)
        order = dict.fromkeys(("preamble", *(section.id for section in self.report.form.sections), *texts))
        return {name: mask(self.report, text) for name in order if (text := self.report.text(name)).strip()}

    def last(self, key: str) -> Value:
        """Return last year's value of a cell, None without last year's report or where its form lacks the cell."""
        if self.last_year is None or key not in self.last_year.form.cells:
            return None
        return self.last_year.value(key)

    @property
    def filled(self) -> bool:
        """Whether no cell is blank."""
        return all(self.report.value(key) is not None for key in self.report.form.entered)

    def begun(self, section: str) -> bool:
        """Whether a text that is still empty counts as left empty: all cells are filled, or it has words."""
        return section in self.texts or self.filled

    def reread(self) -> "Case":
        """Return the case to look at after words of the report changed."""
        return replace(self)


@dataclass(frozen=True, slots=True)
class Judgement:
    """One look of a rule: the names of what it reads, and the generator that yields what it finds."""

    reads: tuple[str, ...]
    find: Callable[[Case], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the catalogue.

    `level` is that of its findings, `also` the milder one that some of them have. `title` is its name for the clerk,
    `formula` what exactly it compares, `source` the law, notice or practice that it rests on. `judgements` gives its
    looks at a form: none where the form lacks what the rule names.
    """

    code: str
    level: Level
    title: str
    judgements: Callable[[Form], Iterable[Judgement]]
    formula: str
    source: str
    also: Level | None = None

    @property
    def levels(self) -> tuple[Level, ...]:
        """The levels that its findings can have, the weightiest first."""
        return (self.level,) if self.also is None else (self.level, self.also)

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield what the rule finds in the whole report."""
        for judgement in self.judgements(case.report.form):
            yield from judgement.find(case)


def everywhere(_: Form) -> bool:
    """Whether a rule that names no part of a form applies to it: always."""
    return True


def fixed_sections(form: Form) -> bool:
    """Whether the form lays down its sections, so that a rule may ask for them."""
    return not form.free_sections


def has_section(section: str) -> Callable[[Form], bool]:
    """Return whether a form lays down this section."""

    def has(form: Form) -> bool:
        return fixed_sections(form) and any(part.id == section for part in form.sections)

    return has


def once(
    find: Callable[[Case], Iterator[Finding]], *reads: str, where: Callable[[Form], bool] = everywhere
) -> Callable[[Form], Iterable[Judgement]]:
    """Return the plan of a rule with a single judgement, for forms that have all cells it reads and are as `where` asks."""
    words = {TEXTS, OFFICE, HEADINGS}

    def plan(form: Form) -> Iterator[Judgement]:
        if where(form) and all(name in words or name in form.cells for name in reads):
            yield Judgement(reads, find)

    return plan


def whole(
    find: Callable[[Case], Iterator[Finding]], *reads: str, where: Callable[[Form], bool] = everywhere
) -> Callable[[Form], Iterable[Judgement]]:
    """Return the plan of a rule with a single judgement that reads every cell, beside `reads`."""

    def plan(form: Form) -> Iterator[Judgement]:
        if where(form):
            yield Judgement((*form.cells, *reads), find)

    return plan


def _look(
    find: Callable[[Case, Subject], Iterator[Finding]], subject: Subject
) -> Callable[[Case], Iterator[Finding]]:
    """The look of a rule at one of its subjects."""
    return lambda case: find(case, subject)


def each_row(
    find: Callable[[Case, tuple[Cell, ...]], Iterator[Finding]],
) -> Callable[[Form], Iterable[Judgement]]:
    """Return the plan of a rule that looks at the cells of one printed row at a time."""

    def plan(form: Form) -> Iterator[Judgement]:
        rows: dict[tuple[str, str], list[Cell]] = {}
        for cell in form.cells.values():
            rows.setdefault((cell.table.id, cell.row.id), []).append(cell)
        for cells in rows.values():
            yield Judgement(tuple(cell.key for cell in cells), _look(find, tuple(cells)))

    return plan


def each_identity(
    code: str, find: Callable[[Case, Identity], Iterator[Finding]]
) -> Callable[[Form], Iterable[Judgement]]:
    """Return the plan of a rule that looks at one identity of the form at a time: those that carry its code."""

    def plan(form: Form) -> Iterator[Judgement]:
        for identity in form.identities:
            if identity.code == code:
                yield Judgement(identity.keys, _look(find, identity))

    return plan


def each_column(
    table: str, rows: tuple[str, ...], find: Callable[[Case, tuple[Cell, ...]], Iterator[Finding]]
) -> Callable[[Form], Iterable[Judgement]]:
    """Return the plan of a rule that looks at these rows of a table in one column at a time."""

    def plan(form: Form) -> Iterator[Judgement]:
        columns = dict.fromkeys(cell.column.id for cell in form.cells.values() if cell.table.id == table)
        for column in columns:
            yield from _look_at(form, [f"{table}.{row}.{column}" for row in rows], find)

    return plan


def each_line(
    table: str, columns: tuple[str, ...], find: Callable[[Case, tuple[Cell, ...]], Iterator[Finding]]
) -> Callable[[Form], Iterable[Judgement]]:
    """Return the plan of a rule that looks at these columns of a table in one row at a time."""

    def plan(form: Form) -> Iterator[Judgement]:
        rows = dict.fromkeys(cell.row.id for cell in form.cells.values() if cell.table.id == table)
        for row in rows:
            yield from _look_at(form, [f"{table}.{row}.{column}" for column in columns], find)

    return plan


def _look_at(
    form: Form, keys: Sequence[str], find: Callable[[Case, tuple[Cell, ...]], Iterator[Finding]]
) -> Iterator[Judgement]:
    """The judgement on these cells, none where the form lacks one of them."""
    cells = tuple(form.cells[key] for key in keys if key in form.cells)
    if len(cells) == len(keys):
        yield Judgement(tuple(cell.key for cell in cells), _look(find, cells))


def each_cell(
    keys: Callable[[Form], Iterable[str]], find: Callable[[Case, Cell], Iterator[Finding]], *reads: str
) -> Callable[[Form], Iterable[Judgement]]:
    """Return the plan of a rule that looks at some single cells, those that the form has, beside `reads`."""

    def plan(form: Form) -> Iterator[Judgement]:
        for key in keys(form):
            if key in form.cells:
                yield Judgement((key, *reads), _look(find, form.cells[key]))

    return plan
