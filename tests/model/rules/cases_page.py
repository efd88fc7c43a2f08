"""docs/rules-examples.md: of each rule the case that it passes, the one that it finds at fault, and what it says of it.

Written from `examples.py`; `python -m tests.model.rules.cases_page` prints it.
"""

import difflib
from collections.abc import Iterator, Mapping
from typing import Final

from model.check import check
from model.office_fields import FIELD_WORDS, PREAMBLE_WORDS
from model.report import Report, Slot, SlotKind, SlotValue
from model.rules.rule import Case
from tests.model.rules.examples import EXAMPLES
from tests.model.rules.formal_examples import Example

HEAD: Final = """# 检查规则的例子

本页由测试中的例子生成（`make catalogue`），不要手改。每条规则（[rules.md](rules.md)）一个通过的和一个查出的例子，
只列两者不同之处；其余都是没有问题的报告。例子都是虚构的。

| 编号 | 通过 | 查出 | 提示 |
|---|---|---|---|
"""
_NOTHING: Final = "（空）"
_PARTS: Final = {
    SlotKind.DECLARED: "录入的合计",
    SlotKind.ROLL_UP: "下级之和",
    SlotKind.LEDGER: "台账行数",
}


def page() -> str:
    """Return the page."""
    return HEAD + "".join(f"| {' | '.join(map(_in_cell, _row(example)))} |\n" for example in EXAMPLES)


def _row(example: Example) -> Iterator[str]:
    right, wrong = example.passes(), example.fails()
    finding = next(finding for finding in check(wrong).findings if finding.code == example.code)
    yield example.code
    yield "；".join(_told(right, wrong)) or "没有问题的报告"
    yield "；".join(_told(wrong, right))
    yield finding.message


def _told(case: Case, other: Case) -> Iterator[str]:
    """What a case has otherwise than the other, with its name."""
    if case.report.form is not other.report.form:
        yield f"{case.report.year}年度报告用{case.report.form.name}"
        return
    yield from _of_report(case.report, other.report, "")
    if case.last_year and other.last_year:
        yield from _of_report(case.last_year, other.last_year, "上年")


def _of_report(report: Report, other: Report, when: str) -> Iterator[str]:
    others: Mapping[Slot, SlotValue] = other.slots
    for slot, value in report.slots.items():
        if value != others.get(slot):
            yield when + _slot(report, slot, value, others.get(slot))
    gone = [slot for slot in others if slot not in report.slots and slot.kind is SlotKind.CELL]
    yield from (f"{when}{report.form.cells[slot.key].name}：{_NOTHING}" for slot in gone)


def _slot(report: Report, slot: Slot, value: SlotValue, other: SlotValue) -> str:
    if slot.kind is SlotKind.TEXT:
        where = (
            PREAMBLE_WORDS if slot.key == "preamble" else report.form.section(slot.key).heading.split("、")[0]
        )
        return f"{where}“{_own_words(str(value), str(other or ''))}”"
    if slot.key in report.form.cells:
        kind = f"（{_PARTS[slot.kind]}）" if slot.kind in _PARTS else ""
        return f"{report.form.cells[slot.key].name}{kind}：{_NOTHING if value is None else value}"
    return f"{FIELD_WORDS.get(slot.key, '标题')}“{value}”"


def _own_words(text: str, other: str) -> str:
    """The lines of a text that the other does not have."""
    lines = difflib.ndiff(other.splitlines(), text.splitlines())
    return "".join(line[2:] for line in lines if line.startswith("+ ")) or "……"


def _in_cell(words: str) -> str:
    """Words as they may stand in a cell of the page: blanks that matter seen, marks of tables and lines left out."""
    return (
        words.replace("|", "｜").replace("\n", " ").replace("  ", "␣␣").replace("\uf06c", "（U+F06C 的字符）")
    )


if __name__ == "__main__":
    print(page(), end="")
