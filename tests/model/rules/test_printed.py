"""What the report prints by itself is told where a text says it again, and goes in one step."""

import pytest

from model.check import check
from model.findings import Finding, reworded
from model.report import Slot, SlotKind
from model.rules.rule import Case
from tests.model.drafts import OTHER_MATTERS, OVERVIEW, PROBLEMS, field, finished

TITLE = "甲县乙局2023年政府信息公开工作年度报告"


def told(**texts: str) -> list[Finding]:
    return [each for each in check(Case(finished(texts=texts))).findings if each.code == "S18"]


@pytest.mark.parametrize(
    ("section", "text", "left"),
    [
        ("overview", f"一、总体情况\n{OVERVIEW}", OVERVIEW),
        ("overview", f"{TITLE}\n\n一． 总体情况：\n{OVERVIEW}", OVERVIEW),
        ("overview", f"总体情况\n{OVERVIEW}", OVERVIEW),
        ("problems", f"{PROBLEMS}\n五、存在的主要问题及改进情况\n已改进。", f"{PROBLEMS}\n已改进。"),
        ("other_matters", f"{OTHER_MATTERS}\n甲县乙局\n2024年1月20日", OTHER_MATTERS),
        ("other_matters", f"{OTHER_MATTERS}\n\n二〇二四年一月二十日\n", OTHER_MATTERS),
        (
            "other_matters",
            f"六、其他需要报告的事项\n{OTHER_MATTERS}\n甲县 乙局\n2024年1月20日",
            OTHER_MATTERS,
        ),
    ],
)
def test_what_would_be_printed_twice_goes_in_one_step(section: str, text: str, left: str) -> None:
    (finding,) = told(**{section: text})
    assert reworded(text, finding.respelling).strip() == left
    assert "印两遍" in finding.message


def test_a_text_of_nothing_but_its_heading_becomes_empty() -> None:
    (finding,) = told(overview="一、总体情况")
    assert reworded("一、总体情况", finding.respelling) == ""


def test_the_heading_of_another_section_is_told_and_its_words_stay() -> None:
    text = f"{PROBLEMS}\n六、其他需要报告的事项\n{OTHER_MATTERS}"
    (finding,) = told(problems=text)
    assert "另一部分的标题" in finding.message
    assert not finding.can_be_mended
    assert finding.spot is not None
    assert text[finding.spot.start : finding.spot.end] == "六、其他需要报告的事项"


@pytest.mark.parametrize(
    ("section", "text"),
    [
        ("overview", OVERVIEW.replace("（二）", "（二）收到和处理政府信息公开申请情况\n（二）")),
        ("overview", f"{OVERVIEW}\n总体情况"),
        ("overview", f"{OVERVIEW}\n甲县乙局\n2024年1月20日"),
        ("problems", f"一、存在的主要问题\n{PROBLEMS}"),
        ("other_matters", f"{OTHER_MATTERS}\n甲县乙局"),
        ("other_matters", f"{OTHER_MATTERS}\n本报告自2024年1月20日起公布。"),
    ],
)
def test_headings_within_a_section_and_days_in_a_sentence_are_its_own_words(section: str, text: str) -> None:
    assert not told(**{section: text})


def test_without_a_day_on_the_cover_nothing_is_printed_at_the_end() -> None:
    report = field(finished(texts={"other_matters": f"{OTHER_MATTERS}\n甲县乙局\n2024年1月20日"}), "date", "")
    assert not [each for each in check(Case(report)).findings if each.code == "S18"]


def test_headings_of_the_office_s_own_are_known() -> None:
    report = finished(2016)
    section = report.form.sections[1].id
    report.set(
        [
            (Slot(SlotKind.HEADING, section), "二、公开的办法"),
            (Slot(SlotKind.TEXT, section), "二、公开的办法\n照章公开。"),
        ]
    )
    (finding,) = [each for each in check(Case(report)).findings if each.code == "S18"]
    assert reworded("二、公开的办法\n照章公开。", finding.respelling) == "照章公开。"
