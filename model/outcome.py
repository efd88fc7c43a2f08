"""What a check has found, summed up in one verdict line."""

from collections import Counter, defaultdict
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from model.levels import Level

if TYPE_CHECKING:
    from model.findings import Finding

BLANK: Final = "C3"
"""The code of a blank cell: counted as 未填 in the verdict, not listed among the errors while drafting."""
_WEIGHED: Final = attrgetter("code", "level", "page", "explanation")
_BEGINNING: Final = attrgetter("spot.start")


class Open(NamedTuple):
    """How many cells are still blank, findings are errors, and findings ask for an explanation that none has."""

    blanks: int
    errors: int
    explain: int


@dataclass(frozen=True)
class Outcome:
    """What a check found, in the order in which the clerk goes through the report (`model/reading_order.py`)."""

    findings: "tuple[Finding, ...]"

    @cached_property
    def _alike(self) -> Counter[tuple[str, Level, str, str]]:
        """How many findings there are of each code, level, page and explanation: looked through once for all that is counted."""
        return Counter(map(_WEIGHED, self.findings))

    @cached_property
    def counts(self) -> Counter[Level]:
        """How many findings there are of each level, blank cells and explained findings left out."""
        counts: Counter[Level] = Counter()
        for (code, level, _, explanation), number in self._alike.items():
            if code != BLANK and not explanation:
                counts[level] += number
        return counts

    def open_on(self, pages: Container[str]) -> Open:
        """Return what still stands in the way on some pages."""
        blanks = errors = explain = 0
        for (code, level, page, explanation), number in self._alike.items():
            if page not in pages:
                continue
            if code == BLANK:
                blanks += number
            elif level is Level.ERROR:
                errors += number
            elif level is Level.EXPLAIN and not explanation:
                explain += number
        return Open(blanks, errors, explain)

    @cached_property
    def pages(self) -> "Mapping[str, tuple[Finding, ...]]":
        """The findings of each page that has any: a section, "cover" or "preamble"."""
        pages: defaultdict[str, list[Finding]] = defaultdict(list)
        for finding in self.findings:
            pages[finding.page].append(finding)
        return {page: tuple(findings) for page, findings in pages.items()}

    @cached_property
    def texts(self) -> "Mapping[str, tuple[Finding, ...]]":
        """The findings that speak of a place in a text, by section id or "preamble", in the order of their places."""
        texts: defaultdict[str, list[Finding]] = defaultdict(list)
        for finding in self.findings:
            if finding.spot is not None:
                texts[finding.spot.section].append(finding)
        return {section: tuple(sorted(found, key=_BEGINNING)) for section, found in texts.items()}

    @cached_property
    def blanks(self) -> int:
        """How many cells are still blank."""
        return sum(number for (code, *_), number in self._alike.items() if code == BLANK)

    @property
    def explained(self) -> "tuple[Finding, ...]":
        """The findings whose explanations hold: they go on the sign-off sheet."""
        return tuple(finding for finding in self.findings if finding.explanation)

    @property
    def unexplained(self) -> "tuple[Finding, ...]":
        """The findings that still ask for an explanation."""
        return tuple(f for f in self.findings if f.level is Level.EXPLAIN and not f.explanation)

    @property
    def ready(self) -> bool:
        """Whether the report may be filed."""
        return not self.blanks and not self.counts[Level.ERROR] and not self.counts[Level.EXPLAIN]

    @property
    def verdict(self) -> str:
        """The one line: what stands first in the way, or 可以上报."""
        if self.counts[Level.ERROR]:
            return f"有 {self.counts[Level.ERROR]} 处必须改正"
        if self.blanks:
            return f"还有 {self.blanks} 格未填"
        if self.counts[Level.EXPLAIN]:
            return f"有 {self.counts[Level.EXPLAIN]} 处需要说明"
        return "可以上报"

    @property
    def summary(self) -> str:
        """The verdict with all else that stands in the way, where no other line beside it tells that."""
        errors, explain = self.counts[Level.ERROR], self.counts[Level.EXPLAIN]
        parts = [self.verdict]
        if errors and self.blanks:
            parts.append(f"{self.blanks} 格未填")
        if explain and (errors or self.blanks):
            parts.append(f"{explain} 处需说明")
        return "，".join(parts)

    def on_page(self, page: str) -> "tuple[Finding, ...]":
        """The findings that belong to a section, "cover" or "preamble"."""
        return self.pages.get(page, ())
