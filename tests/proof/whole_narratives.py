"""Whole narratives of invented offices, each over its own tables: nothing right is questioned, every slip is noticed.

A narrative is checked as the program checks a report. It is right as it stands; then each number in [brackets] is one
too many, what it denies is counted by the tables, and a year later the office hands in the same words again (S8).
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from model.check import check
from model.findings import Finding
from model.levels import Level
from model.report import Report, Slot, SlotKind
from model.rules.rule import Case
from tests.proof.narratives import LEAST_HEARD, report_of

FILES: Final = tuple(sorted((Path(__file__).parent / "whole").glob("*.toml")))
SECTION: Final = "overview"
LEAST_RECOGNISED: Final = 0.9
"""The share of copied narratives that must be told to be last year's."""
_NUMBER: Final = re.compile(r"\[([^\[\]]+)\]")
_DIGITS: Final = re.compile(r"\d+(?:\.\d+)?")
_WIDE: Final = str.maketrans("0123456789", "０１２３４５６７８９")
_CHINESE: Final = "一二三四五六七八九十"
_STOPS: Final = (Level.ERROR, Level.EXPLAIN)


@dataclass(frozen=True)
class Narrative:
    """What an office tells, and the tables of both years; `denied` are tables that do not agree with what it denies."""

    office: str
    year: int
    text: str
    cells: Mapping[str, str]
    last_year: Mapping[str, str]
    denied: tuple[Mapping[str, str], ...]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "Narrative":
        """Return the narrative of an entry of a file; cells that it does not name hold 0."""
        denied = tuple(data.get("denied", ()))
        cells, last_year = data["cells"], data.get("last_year", {})
        return cls(data["office"], data["year"], data["text"].strip(), cells, last_year, denied)

    @property
    def plain(self) -> str:
        """The text as it is written, without the marks around its numbers."""
        return _NUMBER.sub(r"\1", self.text)

    def changed(self) -> Iterator[tuple[str, str]]:
        """Yield each marked number one too many, and the text with it."""
        for match in _NUMBER.finditer(self.text):
            number = one_more(match[1])
            before, after = self.text[: match.start()], self.text[match.end() :]
            yield number, _NUMBER.sub(r"\1", before) + number + _NUMBER.sub(r"\1", after)

    def a_year_on(self) -> "Narrative":
        """Return the narrative of the next year: the same words with every year and number moved on by one."""
        text = _DIGITS.sub(lambda match: str(Decimal(match[0]) + 1), self.plain)
        return Narrative(self.office, self.year + 1, text, {}, {}, ())

    def report(self, cells: Mapping[str, str]) -> Report:
        """Return the office's report with these tables and no words."""
        return report_of(self.office, self.year, cells)

    def found(self, text: str, cells: Mapping[str, str]) -> list[Finding]:
        """Return what is found at a place of the text in a report with these tables."""
        report = self.report(cells)
        report.set([(Slot(SlotKind.TEXT, SECTION), text)])
        last = report_of(self.office, self.year - 1, self.last_year) if self.last_year else None
        findings = check(Case(report, last)).findings
        return [finding for finding in findings if finding.spot and finding.spot.section == SECTION]


def one_more(number: str) -> str:
    """Return a number one higher, written as it was: 12, ３, 1,204, 十."""
    if number in _CHINESE:
        place = _CHINESE.index(number) + 1
        return _CHINESE[place] if place < len(_CHINESE) else "十一"
    more = Decimal(number.replace(",", "")) + 1
    if number.isascii():
        return f"{more:,}" if "," in number else str(more)
    return str(more).translate(_WIDE)


@dataclass(frozen=True)
class Score:
    """How narratives fared: right ones questioned, slips not noticed, copies not told, each with its words."""

    narratives: int
    slips: int
    questioned: tuple[str, ...]
    missed: tuple[str, ...]
    unrecognised: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing right is questioned, and enough of the slips and copies are told."""
        heard = len(self.missed) <= (1 - LEAST_HEARD) * self.slips
        recognised = len(self.unrecognised) <= (1 - LEAST_RECOGNISED) * self.narratives
        return not self.questioned and heard and recognised


def score(narratives: tuple[Narrative, ...]) -> Score:
    """Return how the narratives fare."""
    questioned: list[str] = []
    missed: list[str] = []
    slips = 0
    for narrative in narratives:
        at_first = narrative.found(narrative.plain, narrative.cells)
        told = {finding.message for finding in at_first}
        questioned += [
            f"{narrative.office}: {finding.message}" for finding in at_first if finding.level in _STOPS
        ]
        for number, text in narrative.changed():
            slips += 1
            if all(finding.message in told for finding in narrative.found(text, narrative.cells)):
                missed.append(f"{narrative.office}: {number} in {_around(text, narrative.plain)}")
        for cells in narrative.denied:
            slips += 1
            if all(finding.message in told for finding in narrative.found(narrative.plain, cells)):
                missed.append(f"{narrative.office}: denied, though there are {dict(cells)}")
    copies = tuple(narrative.office for narrative in narratives if not is_recognised(narrative))
    return Score(len(narratives), slips, tuple(questioned), tuple(missed), copies)


def _around(text: str, plain: str) -> str:
    """The words around the first character that differs."""
    pairs = enumerate(zip(text, plain, strict=False))
    place = next((n for n, (one, other) in pairs if one != other), len(plain))
    return text[max(0, place - 20) : place + 15].replace("\n", "|")


def is_recognised(narrative: Narrative) -> bool:
    """Whether the same words a year later are told to be last year's."""
    later = narrative.a_year_on()
    report, last = later.report({}), narrative.report({})
    for whole, text in ((report, later.text), (last, narrative.plain)):
        whole.set([(Slot(SlotKind.TEXT, SECTION), text)])
    findings = check(Case(report, last)).findings
    return any(finding.code == "S8" and finding.level is Level.WARNING for finding in findings)


def narratives_of(file: Path) -> tuple[Narrative, ...]:
    """Return the narratives of a file."""
    return tuple(map(Narrative.of, tomllib.loads(file.read_text(encoding="utf-8"))["narrative"]))


def main() -> int:
    """Print the score and what went wrong."""
    result = score(tuple(narrative for file in FILES for narrative in narratives_of(file)))
    for text in result.questioned:
        print(f"questioned though right: {text}")
    for text in result.missed:
        print(f"not noticed: {text}")
    for text in result.unrecognised:
        print(f"not told to be last year's: {text}")
    heard, copies = len(result.missed) / result.slips, len(result.unrecognised)
    print(f"{result.narratives} narratives, {len(result.questioned)} findings that stop a right one")
    print(f"{result.slips} slips, {1 - heard:.1%} noticed; {result.narratives - copies} copies recognised")
    return int(not result.holds)
