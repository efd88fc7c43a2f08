"""What the commands answer: reports, verdicts and comparisons, line by line or as JSON."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from model.contributions import children_of, contributions
from model.findings import LAPSED, Finding
from model.form import FormTable
from model.number_fields import expand
from model.preamble import preamble_of, title_of
from model.report import Report, Slot, SlotKind
from model.sections import placed, sections_of
from model.values import Value, to_json, to_text

if TYPE_CHECKING:
    from model.contributions import Child
    from model.merge import RollUp
    from model.outcome import Outcome


def shown(report: Report) -> Iterator[str]:
    """Yield the lines of a whole report."""
    yield f"{report.name_and_year}（{report.form.name}）"
    merged = children_of(report)
    if merged:
        yield f"汇总自 {len(merged)} 个单位：{'、'.join(child.office for child in merged)}"
    yield expand(report, preamble_of(report))
    for section in sections_of(report):
        yield f"\n{section.heading}"
        if report.text(section.id):
            yield expand(report, report.text(section.id))
        for table in report.form.tables_of(section.id):
            yield from _numbers(report, table)
    placed = {section.id for section in report.form.sections}
    for table in report.form.tables:
        if table.section not in placed:
            yield f"\n{table.title}"
            yield from _numbers(report, table)


def _numbers(report: Report, table: FormTable) -> Iterator[str]:
    for key, cell in report.form.cells.items():
        if cell.table is table:
            yield f"  {cell.name}：{to_text(report.value(key)) or '未填'}"


def judged(report: Report, outcome: "Outcome") -> Iterator[str]:
    """Yield the verdict and the findings; of blank cells only how many there are in each table."""
    from model.outcome import BLANK

    yield f"{report.name_and_year}：{outcome.summary}"
    for finding in outcome.findings:
        if finding.code != BLANK:
            told = f"（已说明：{finding.explanation}）" if finding.explanation else ""
            told = f"（{LAPSED}，请重新说明）" if finding.lapsed else told
            yield f"{finding.level.word} {finding.code} {placed(report, finding)}{told}"
            yield from _suggested(report, finding)
    headings = {section.id: section.heading for section in report.form.sections}
    for table in report.form.tables:
        blanks = sum(f.code == BLANK and f.page == table.section for f in outcome.findings)
        if blanks:
            yield f"未填 {BLANK} {headings.get(table.section, table.title)}：{blanks} 格"


def _suggested(report: Report, finding: Finding) -> Iterator[str]:
    if finding.advice:
        yield f"  {finding.advice}"
    for suggestion in finding.suggestions:
        old, new_value = to_text(suggestion.old) or "空白", to_text(suggestion.new) or "空白"
        yield f"  建议：{report.form.cells[suggestion.cell].name} {old} → {new_value}（{suggestion.why}）"


def report_as_json(report: Report) -> dict[str, object]:
    """Return a report under the keys that other programs read; states only of cells that nobody has confirmed."""
    return {
        "office": report.office,
        "year": report.year,
        "form": report.form.id,
        "title": title_of(report),
        "cells": {key: to_json(value) for key, value in report.values().items()},
        "preamble": expand(report, preamble_of(report)),
        "sections": [
            {
                "id": section.id,
                "heading": section.heading,
                "text": expand(report, report.text(section.id)),
            }
            for section in sections_of(report)
        ],
        "states": report.of_kind(SlotKind.STATE),
        "merged": [
            {"office": child.office, "errors": child.errors, "blanks": child.blanks}
            for child in children_of(report)
        ],
        "contributions": {
            key: {office: to_json(value) for office, value in offices.items()}
            for key, offices in contributions(report).items()
        },
    }


def outcome_as_json(outcome: "Outcome") -> dict[str, object]:
    """Return what a check found under the keys that other programs read."""
    return {"verdict": outcome.verdict, "findings": [_finding(finding) for finding in outcome.findings]}


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "level": finding.level.value,
        "message": finding.message,
        "cells": list(finding.cells),
        "left": to_json(finding.left),
        "right": to_json(finding.right),
        "explanation": finding.explanation,
        "lapsed": finding.lapsed,
        "suggestions": [
            {"cell": s.cell, "from": to_json(s.old), "to": to_json(s.new), "why": s.why}
            for s in finding.suggestions
        ],
    }


def compared(report: Report, slots: Sequence[Slot]) -> str:
    """Return what an import would change in a year that is there."""
    cells = [report.form.cells[slot.key].name for slot in slots if slot.key in report.form.cells]
    words = len(slots) - len(cells)
    listed = "、".join(cells[:10]) + ("等" if len(cells) > 10 else "")
    told = f"不同的数字 {len(cells)} 格{f'（{listed}）' if cells else ''}，不同的文字 {words} 处"
    return f"文件中已有 {report.year} 年度报告，没有改动。{told}；如要采用，请在窗口中导入并逐格选择"


def rolled_up(
    roll_up: "RollUp", report: Report, before: Mapping[str, Value], former: Sequence["Child"]
) -> Iterator[str]:
    """Yield what a roll-up left blank, what it replaced in the report above, whose cells said `before`, and who is in.

    `former` are the offices that the roll-up before had counted.
    """
    cells = report.form.cells
    for key, count in roll_up.unknown.items():
        yield f"留空，有 {count} 份未填：{cells[key].name}"
    for key in report.form.entered:
        if before[key] not in (None, report.value(key)):
            summed = to_text(report.value(key)) or "空白"
            yield f"原为 {to_text(before[key])}，现为 {summed}：{cells[key].name}"
    missing = [child.office for child in former if child.office not in roll_up.children]
    if missing:
        yield f"上次计入、本次没有：{'、'.join(missing)}"
    yield f"计入的单位：{'、'.join(roll_up.children)}"
    yield f"已将 {roll_up.count} 份 {roll_up.year} 年度报告汇总到{report.office}的报告"
