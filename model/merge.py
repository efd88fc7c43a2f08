"""Roll-up: the offices' reports on one year are added up, cell by cell, into the report of the government above them.

The government's own office hands in a report of its own like the others; so the sum of all is what rule A1 asks for,
and merging again counts nothing twice. One file after the other is read and let go: only the sums, and the names of
the offices, stay in memory.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from model.check import check
from model.errors import AssistantError
from model.file.office_content import Content
from model.findings import Level
from model.form_file import form_for
from model.report import Change, Report, Slot, SlotKind, SlotValue
from model.rules.rule import Case


class NotCounted(AssistantError):
    """A file's report cannot be counted among the others."""


@dataclass(frozen=True, slots=True)
class Child:
    """A report that was counted, with what its reader should know: findings of level E, and blank cells."""

    office: str
    errors: int
    blanks: int


class RollUp:
    """The sum of any number of reports on one year. A cell that one of them leaves blank is not known in the sum."""

    def __init__(self, year: int) -> None:
        """Begin with no report. Raises FormError for a year without a form."""
        self.year = year
        self.form = form_for(year)
        self._sums: dict[str, int | Decimal] = dict.fromkeys(self.form.entered, 0)
        self._blanks: Counter[str] = Counter()
        self._offices: set[str] = set()

    @property
    def count(self) -> int:
        """How many reports were counted."""
        return len(self._offices)

    @property
    def unknown(self) -> dict[str, int]:
        """Cell → how many reports leave it blank, for the cells whose sum is therefore not known."""
        return {key: self._blanks[key] for key in self.form.entered if self._blanks[key]}

    def take(self, path: Path) -> Child:
        """Count the file's report on the year.

        Raises OfficeFileError when the file cannot be opened, and NotCounted when it has no report on the year, has
        it in another form, or is of an office that was counted before.
        """
        reports = Content.read(path).reports
        report = reports.get(self.year)
        if report is None:
            raise NotCounted(f"“{path.name}”中没有 {self.year} 年度报告")
        if report.form is not self.form:
            raise NotCounted(f"“{path.name}”的 {self.year} 年度报告用的是{report.form.name}，不能汇总")
        if report.office in self._offices:
            raise NotCounted(f"“{path.name}”是{report.office}的报告，前面已经有一份")
        self._offices.add(report.office)
        for key in self.form.entered:
            value = report.value(key)
            if value is None:
                self._blanks[key] += 1
            else:
                self._sums[key] += value
        outcome = check(Case(report, reports.get(self.year - 1)))
        return Child(report.office, outcome.counts[Level.ERROR], outcome.blanks)

    def settle(self, report: Report) -> Change:
        """Put the sums into the report above, in one step; what they replace is in the change.

        Totals that were declared, and marks of an import, go with the numbers they belonged to. Raises NotCounted
        when the report is in another form.
        """
        if report.form is not self.form:
            raise NotCounted(f"{report.office}的 {report.year} 年度报告用的是{report.form.name}，不能汇总")
        return report.set(self._settings(report), "汇总")

    def _settings(self, report: Report) -> Iterator[tuple[Slot, SlotValue]]:
        for key in self.form.entered:
            known = None if self._blanks[key] else self._sums[key]
            yield Slot(SlotKind.CELL, key), known
            yield Slot(SlotKind.ROLL_UP, key), known
        for kind in (SlotKind.DECLARED, SlotKind.STATE):
            yield from ((Slot(kind, key), None) for key in report.of_kind(kind))
