"""How narratives are read: right sentences raise nothing, and each number that is one too many is noticed.

The sentences and the tables that they are told of are in the `.toml` files beside this module. A right sentence with a
finding and a changed number without one are counted and printed.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from model.findings import Finding
from model.form_file import form_for
from model.report import Report, Slot, SlotKind
from model.rules.narrative import RULES
from model.rules.rule import Case
from model.values import parse

FILES: Final = tuple(sorted(Path(__file__).parent.glob("*.toml")))
LEAST_HEARD: Final = 0.95
"""The share of changed numbers that must be noticed."""
_NUMBER: Final = re.compile(r"\[([\d０-９.]+)\]")
_NARROW: Final = str.maketrans("０１２３４５６７８９", "0123456789")


@dataclass(frozen=True)
class Tables:
    """The tables that the sentences are told of, this year's and last year's."""

    now: Report
    last: Report

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "Tables":
        """Return the tables that the file names; a cell that it does not name holds 0."""
        year = int(data["year"])
        now, last = (
            report_of(data["office"], y, data[part]) for y, part in ((year, "cells"), (year - 1, "last_year"))
        )
        return cls(now, last)

    def found(self, text: str) -> list[Finding]:
        """Return what the rules on narratives find in a text of section one."""
        self.now.set([(Slot(SlotKind.TEXT, "overview"), text.replace("|", "\n"))])
        case = Case(self.now, self.last)
        return [finding for rule in RULES for finding in rule.check(case)]


def report_of(office: str, year: int, cells: Mapping[str, Any]) -> Report:
    """Return the report of an office on a year with these numbers; a cell that is not named holds 0."""
    report = Report(form_for(year), office, year)
    kinds = {key: report.form.cells[key].kind for key in report.form.entered}
    report.set((Slot(SlotKind.CELL, key), parse(str(cells.get(key, 0)), kind)) for key, kind in kinds.items())
    return report


@dataclass(frozen=True)
class Changed:
    """A sentence with one number that is one too many."""

    text: str
    number: str


def plain(sentence: str) -> str:
    """Return the sentence as it is written, without the marks around its numbers."""
    return _NUMBER.sub(r"\1", sentence)


def changed(sentence: str) -> Iterator[Changed]:
    """Yield the sentence with each marked number in turn made one too many."""
    for match in _NUMBER.finditer(sentence):
        number = str(Decimal(match[1].translate(_NARROW)) + 1)
        before, after = plain(sentence[: match.start()]), plain(sentence[match.end() :])
        yield Changed(before + number + after, number)


@dataclass(frozen=True)
class Score:
    """How the sentences fared: right ones with a finding, and wrong ones without."""

    right: int
    wrong: int
    false: tuple[str, ...]
    missed: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether no right sentence is questioned and enough of the wrong ones are."""
        return not self.false and len(self.missed) <= (1 - LEAST_HEARD) * self.wrong


def score(data: Mapping[str, Any]) -> Score:
    """Return how the sentences of the file fare."""
    tables = Tables.of(data)
    kinds = data["sentences"]
    right = [*map(plain, kinds["heard"]), *kinds["quiet"]]
    false = [f"{text} → {found[0].message}" for text in right if (found := tables.found(text))]
    wrong = [entry for sentence in kinds["heard"] for entry in changed(sentence)]
    missed = [
        f"{entry.number} in {entry.text}"
        for entry in wrong
        if not any(entry.number in finding.message for finding in tables.found(entry.text))
    ]
    missed += [text for text in kinds["denied"] if not tables.found(text)]
    return Score(len(right), len(wrong) + len(kinds["denied"]), tuple(false), tuple(missed))


def main() -> int:
    """Print the scores and what went wrong."""
    results = [score(tomllib.loads(file.read_text(encoding="utf-8"))) for file in FILES]
    for text in (text for result in results for text in result.false):
        print(f"questioned though right: {text}")
    for text in (text for result in results for text in result.missed):
        print(f"not noticed: {text}")
    right, wrong = sum(result.right for result in results), sum(result.wrong for result in results)
    false, missed = (sum(len(texts) for texts in kind) for kind in _both(results))
    print(f"{right} right sentences, {false} questioned")
    print(f"{wrong} wrong ones, {1 - missed / wrong:.1%} noticed")
    return int(not all(result.holds for result in results))


def _both(results: Sequence[Score]) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    return [result.false for result in results], [result.missed for result in results]
