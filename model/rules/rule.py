"""What a rule is: a code of the catalogue, its level, and a generator that yields findings. It never shows or raises."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from model.findings import Finding, Level
from model.number_fields import expand
from model.report import Report


@dataclass(frozen=True)
class Case:
    """What the rules look at: the report, last year's where the file has it, and the day of the check."""

    report: Report
    last_year: Report | None = None
    today: date | None = None

    @cached_property
    def texts(self) -> dict[str, str]:
        """Section id (and "preamble") → words with their number fields expanded."""
        names = ("preamble", *(section.id for section in self.report.form.sections))
        return {name: expand(self.report, self.report.text(name)) for name in names}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the catalogue. `title` is its name for the clerk, `forms` the ids of the forms it applies to."""

    code: str
    level: Level
    title: str
    check: Callable[[Case], Iterator[Finding]]
    forms: tuple[str, ...] = ("2014", "2019", "2021")
