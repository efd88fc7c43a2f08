"""All rules on one report, after one edit, and on texts and tables that no office would hand in."""

import random
import re
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from typing import Final

import resources
from model.check import Checker, check
from model.file.office_content import Content
from model.form_file import form_for
from model.report import Report, Slot, SlotKind
from model.rules.catalogue import rules_for
from model.rules.rule import Case
from tests.bench.measure import Measure, median, seconds

LONG: Final = 200_000
"""Characters of the longest texts."""
_SECTIONS: Final = ("overview", "problems", "other_matters")
_NUMBER: Final = re.compile(r"\d+(?!\d*年)|\{[^{}]+\}")
"""A number that is no year, typed or a field."""


def measures() -> Iterator[Measure]:
    """Measure the checks of the sample's newest report, and each rule on its own where a text is very long."""
    reports = Content.read(resources.path("samples/示例.xxgk")).reports
    report, last = reports[2025], reports.get(2024)
    case = Case(report, last)
    characters = sum(map(len, case.texts.values()))
    yield Measure(
        "all rules on one report", _ms(lambda: check(case)), "ms", 1, note=f"{characters} characters"
    )
    yield Measure("one cell edited", _ms(_edit_cell(case)), "ms")
    yield Measure("one character typed", _ms(_edit_text(case)), "ms")
    for name, text in long_texts(report):
        yield _slowest(name, text)
    for name, value in (("all blank", None), ("all zero", 0), ("numbers of 12 digits", 10**12 - 1)):
        table = Report(form_for(2025), report.office, 2025)
        table.set((Slot(SlotKind.CELL, key), value) for key in table.form.entered)
        yield Measure(f"tables {name}", _ms(partial(check, Case(table))), "ms", 50)


def _ms(action: Callable[[], object]) -> float:
    return 1000 * median(action, 51)


def _edit_cell(case: Case) -> Callable[[], object]:
    checker, numbers = Checker(case), count(1)
    slot = Slot(SlotKind.CELL, "applications.granted.natural_person")
    return lambda: checker.update(case.report.set([(slot, next(numbers))]))


def _edit_text(case: Case) -> Callable[[], object]:
    checker, numbers = Checker(case), count(1)
    slot, text = Slot(SlotKind.TEXT, "overview"), case.report.text("overview")
    return lambda: checker.update(case.report.set([(slot, text + "，" * next(numbers))]))


def long_texts(report: Report) -> Iterator[tuple[str, str]]:
    """Yield name and words of texts of 200,000 characters: usual prose, and words made to be slow.

    In usual prose every number is another, so that no sentence is known from one before.
    """
    prose = "\n".join(report.text(section) for section in _SECTIONS)
    dice = random.Random(7)
    paragraphs = prose.splitlines()
    usual = "\n".join(
        _NUMBER.sub(lambda _: str(dice.randrange(1, 1000)), words)
        for words in paragraphs * (LONG // len(prose) + 1)
    )
    yield "usual prose", usual[:LONG]
    yield "one paragraph", usual.replace("\n", "")[:LONG]
    for words in (
        "1",
        "收到",
        "收到政府信息公开申请1件，",
        "没有行政复议",
        "其中1条，",
        "信息  ",
        "未收到",
        "某",
        "{",
        "（",
        "13800138000 ",
        "公开,",
        "《政府信息公开",
        "国办",
        "证号1",
        "市民王",
        "件，",
        "X",
    ):
        yield f"“{words}” again and again", (words * (LONG // len(words) + 1))[:LONG]


def _slowest(name: str, text: str) -> Measure:
    """The rule that takes longest on a text which it has never read."""
    report = Report(form_for(2025), "甲县乙局", 2025)
    report.set(
        (Slot(SlotKind.TEXT, section), text if section == "overview" else "无") for section in _SECTIONS
    )
    case = Case(report)
    len(case.texts)
    took = {}
    for rule in rules_for(report.form):
        took[rule.code] = 1000 * seconds(partial(deque, rule.check(case), maxlen=0))
    code = max(took, key=lambda code: took[code])
    note = f"{code}; all rules {sum(took.values()):.0f} ms"
    return Measure(f"{LONG:,} characters, {name}: slowest rule", took[code], "ms", 50, note=note)
