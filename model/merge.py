"""Roll-up: the offices' reports on one year are added up, cell by cell, into the report of the government above them.

The government's own office hands in a report of its own like the others; so the sum of all is what rule A1 asks for,
and merging again counts nothing twice. One file after the other is read and let go: only the sums, and the numbers of each
office that are not 0, stay in memory. They are kept in the report above, which so can tell where a number comes from.
"""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Final

from model.arithmetic import ARITHMETIC
from model.characters import usual
from model.check import check
from model.contributions import Child
from model.errors import AssistantError
from model.file.office_content import Content
from model.form_file import form_for
from model.levels import Level
from model.report import Change, Report, Slot, SlotKind, SlotValue
from model.rules.rule import Case

_OF_TABLES: Final = frozenset({*ARITHMETIC, "C1", "C2"})
"""What makes a child's tables unfit to be added up; faults of its words touch no number."""


class NotCounted(AssistantError):
    """A file's report cannot be counted among the others."""


class RollUp:
    """The sum of any number of reports on one year. A cell that one of them leaves blank is not known in the sum."""

    def __init__(self, year: int) -> None:
        """Begin with no report. Raises FormError for a year without a form."""
        self.year = year
        self.form = form_for(year)
        self._sums: dict[str, int | Decimal] = dict.fromkeys(self.form.entered, 0)
        self._blanks: Counter[str] = Counter()
        self.children: dict[str, Child] = {}
        """Office, its name without blanks → what was counted of it."""

    @property
    def count(self) -> int:
        """How many reports were counted."""
        return len(self.children)

    @property
    def unknown(self) -> dict[str, int]:
        """Cell → how many reports leave it blank, for the cells whose sum is therefore not known."""
        return {key: self._blanks[key] for key in self.form.entered if self._blanks[key]}

    def take(self, path: Path, *, with_errors: bool = False) -> Child:
        """Count the file's report on the year; one whose tables do not balance only `with_errors`.

        Raises OfficeFileError when the file cannot be opened, and NotCounted when it has no report on the year, has
        it in another form, does not say whose it is, is of an office that was counted before, or does not balance.
        """
        reports = Content.read(path).reports
        report = reports.get(self.year)
        if report is None:
            raise NotCounted(f"“{path.name}”中没有 {self.year} 年度报告")
        if report.form is not self.form:
            raise NotCounted(f"“{path.name}”的 {self.year} 年度报告用的是{report.form.name}，不能汇总")
        office = usual("".join(report.office.split()))
        if not office:
            raise NotCounted(f"“{path.name}”没有写明机关名称，请补填后再汇总")
        if office in self.children:
            raise NotCounted(f"“{path.name}”是{office}的报告，前面已经有一份")
        outcome = check(Case.among(reports, self.year))
        unsound = sum(finding.code in _OF_TABLES for finding in outcome.findings)
        if unsound and not with_errors:
            raise NotCounted(
                f"“{path.name}”（{office}）的表格有 {unsound} 处不平衡或不合格；请由其改正，或者加 --with-errors 计入"
            )
        for key in self.form.entered:
            value = report.value(key)
            if value is None:
                self._blanks[key] += 1
            else:
                self._sums[key] += value
        numbers = {key: value for key in self.form.entered if (value := report.value(key))}
        child = Child(office, outcome.counts[Level.ERROR], outcome.blanks, numbers)
        self.children[office] = child
        return child

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
        kept = {office: child.as_slot() for office, child in self.children.items()}
        former = dict.fromkeys(report.of_kind(SlotKind.CHILD))
        yield from ((Slot(SlotKind.CHILD, office), entry) for office, entry in (former | kept).items())
        for kind in (SlotKind.DECLARED, SlotKind.STATE):
            yield from ((Slot(kind, key), None) for key in report.of_kind(kind))
