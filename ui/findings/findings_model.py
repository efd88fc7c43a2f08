"""The findings as rows of a list: grouped by page, a suggestion below its finding, filtered by level."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final, NamedTuple

from model.findings import LAPSED, Finding, Suggestion
from model.levels import Level
from model.outcome import BLANK, Outcome
from model.report import Report
from model.sections import COVER_TITLE, PREAMBLE, WHOLE_REPORT
from model.suggestions import describe
from model.values import to_text
from ui.desk.pages import pages_of
from ui.look.levels import words_to_explain

_FOLLOWS: Final = "，以后随表格变化"


class RowKind(StrEnum):
    """What a row of the list is."""

    PAGE = "page"
    FINDING = "finding"
    EXPLANATION = "explanation"
    ADVICE = "advice"
    SUGGESTION = "suggestion"


class Row(NamedTuple):
    """A row of the list. `button` is what can be done right here, "" for nothing.

    A row of kind SUGGESTION without a `suggestion` stands for the rewording of its finding, or for all its suggestions.
    """

    kind: RowKind
    text: str
    finding: Finding | None = None
    suggestion: Suggestion | None = None
    button: str = ""

    @property
    def identity(self) -> tuple[str, str, str]:
        """What stays the same while its numbers change: so the selection can stay where it is."""
        subject = self.finding.subject if self.finding else self.text
        return (self.kind.value, subject, self.suggestion.cell if self.suggestion else "")


def listed(outcome: Outcome, levels: Iterable[Level]) -> tuple[Finding, ...]:
    """Return the findings of some levels that the list shows: blank cells are counted in the verdict instead."""
    wanted = set(levels)
    return tuple(f for f in outcome.findings if f.code != BLANK and f.level in wanted)


def rows_of(report: Report, outcome: Outcome, levels: Iterable[Level]) -> tuple[Row, ...]:
    """Return the rows of the list: the findings as they come, under the name of their page where there are several."""
    pages = {page.id: page.short for page in pages_of(report)} | {PREAMBLE: COVER_TITLE, "": WHOLE_REPORT}
    groups: dict[str, list[Finding]] = {}
    for finding in listed(outcome, levels):
        groups.setdefault(pages.get(finding.page, WHOLE_REPORT), []).append(finding)
    rows: list[Row] = []
    told: set[str] = set()
    for page, findings in groups.items():
        if len(groups) > 1:
            rows.append(Row(RowKind.PAGE, page))
        for finding in findings:
            rows.extend(_rows_of_finding(report, finding, told))
    return tuple(rows)


def as_text(report: Report, outcome: Outcome) -> str:
    """Return all findings as text to be copied: one line each, under the verdict."""
    lines = [f"{report.office}{report.year}年度报告：{outcome.summary}"]
    for row in rows_of(report, outcome, Level):
        if row.kind is RowKind.PAGE:
            lines.append(row.text)
        elif row.kind is RowKind.FINDING and row.finding:
            lines.append(f"[{row.finding.standing} {row.finding.code}] {row.finding.message}")
        else:
            lines.append(f"　　{row.text}")
    return "\n".join(lines)


def _rows_of_finding(report: Report, finding: Finding, told: set[str]) -> Iterable[Row]:
    """The finding and what is advised, left out where a finding above it had the same advice."""
    yield _row_of(finding)
    if finding.explanation or finding.lapsed:
        said = f"已说明：{finding.explanation}" if finding.explanation else f"{LAPSED}：{finding.lapsed}"
        yield Row(RowKind.EXPLANATION, said, finding)
    if not finding.advice and not finding.can_be_mended:
        return
    advice = list(_advice(report, finding))
    words = "".join(row.text for row in advice)
    if words not in told:
        told.add(words)
        yield from advice


def _row_of(finding: Finding) -> Row:
    """The finding, and a button to explain it, to explain it otherwise or anew."""
    return Row(RowKind.FINDING, finding.message, finding, button=words_to_explain(finding))


def _advice(report: Report, finding: Finding) -> Iterator[Row]:
    """What can be changed, a row each; first what the diagnosis has to say where it names no cell."""
    if finding.advice and not finding.together:
        yield Row(RowKind.ADVICE, finding.advice, finding)
    if finding.together:
        only = finding.suggestions[0] if len(finding.suggestions) == 1 else None
        button = f"改为 {to_text(only.new)}" if only else f"{len(finding.suggestions)} 处一起改"
        yield Row(RowKind.SUGGESTION, finding.advice, finding, only, button)
    for step in () if finding.together else finding.suggestions:
        yield Row(RowKind.SUGGESTION, describe(report.form, step), finding, step, f"改为 {to_text(step.new)}")
    if finding.rewording is not None:
        number, change = finding.rewording.number, finding.rewording.advice
        text = f"“{finding.quote}”可{change or f'改用表中数字 {number}'}"
        text += _FOLLOWS * (not change and finding.rewording.words != number)
        yield Row(RowKind.SUGGESTION, text, finding, button=f"改为 {number}")
    if finding.respelling:
        change = finding.respelling[0].advice
        text = f"全报告 {len(finding.respelling)} 处一次{change}，可以撤销"
        yield Row(RowKind.SUGGESTION, text, finding, button=change)
