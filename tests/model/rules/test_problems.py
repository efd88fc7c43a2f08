"""Section five tells problems and improvements, in whatever words."""

import pytest

from model.check import check
from model.findings import Finding
from model.levels import Level
from model.rules.problems import tells_how_it_is, tells_improvement, tells_problem
from tests.model.drafts import PROBLEMS, case


def findings(text: str) -> list[Finding]:
    """What is found in section five of a report on 2023."""
    return [one for one in check(case(texts={"problems": text})).findings if one.code == "S6"]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("存在问题：无。改进情况：无。", Level.ERROR),
        ("没有发现问题。", Level.ERROR),
        ("（一）存在的主要问题：暂无。（二）改进情况：无。", Level.ERROR),
        ("本年度我局不存在问题。", Level.ERROR),
        ("一、存在的主要问题\n无\n二、改进情况\n无", Level.ERROR),
        ("/", Level.ERROR),
        ("（一）存在的问题：——\n（二）改进情况：略", Level.ERROR),
        ("一、存在的主要问题\n解读形式单一\n二、改进情况\n已丰富形式", None),
        ("解读不够生动，有待进一步加强。", Level.WARNING),
        ("解读不够生动。我局已组织培训两期。", None),
        ("无障碍版面仍有不足。下一步将改版。", None),
    ],
)
def test_nothing_told_in_many_words_is_nothing(text: str, level: Level | None) -> None:
    told = findings(text)
    assert [finding.level for finding in told] == ([level] if level else [])


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("公开目录更新偏慢。对此，明确专人、按周调度。", None),
        ("公开内容与群众期待尚有距离，下步细化目录。", None),
        ("各镇进度不均衡。通过结对补齐。", None),
        ("无存在的主要问题及改进情况。", Level.ERROR),
        (PROBLEMS, None),
        ("无", Level.ERROR),
        ("无。", Level.ERROR),
        ("暂无问题。", Level.ERROR),
        ("不涉及", Level.ERROR),
        ("本年度没有需要说明的事项。", Level.ERROR),
        ("没有", Level.ERROR),
        ("", Level.ERROR),
        ("解读形式单一，更新有待进一步提高，存在差距。", Level.WARNING),
        ("下一步将进一步加强解读，丰富形式。", Level.WARNING),
    ],
)
def test_section_five_tells_problems_and_improvements(text: str, level: Level | None) -> None:
    found = findings(text)
    assert [finding.level for finding in found] == ([level] if level else [])


@pytest.mark.parametrize(
    "words",
    [
        "社区公开栏不规范。",
        "查询纸质档案不便。",
        "答复时引用条款有误，被纠正1件。",
        "个别科室超期答复。",
        "目录更新慢。",
        "重复申请占用大量人力，压力较大。",
        "数据口径不一致。",
        "公开形式单调。",
        "有的单位栏目空白。",
        "宣传渠道少。",
        "公开内容偏业务化。",
        "互动性需进一步加强。",
        "有的申请人把举报当作申请。",
        "一些居民将咨询与申请混为一谈。",
        "栏目仍是旧版。",
        "村务公开栏老旧。",
        "数据至今没有补录。",
        "窗口无专职人员。",
        "发布靠一名兼职干部。",
        "股室重办件轻公开。",
        "登记簿漏登2件。",
        "培训流于形式。",
    ],
)
def test_what_was_not_as_it_should_be_is_a_problem(words: str) -> None:
    assert tells_problem(words)
    assert findings(f"{words}今后按季度检查。") == []


@pytest.mark.parametrize(
    "words",
    [
        "不断丰富形式，每季度不少于2期。",
        "防止超期、错误答复。",
        "力争平均用时不超过10天。",
        "减少差错，确保不漏一件。",
        "定期清理过时信息，部分栏目已改版。",
        "堵塞漏洞，不存在逾期答复。",
        "引导群众区分申请与咨询，解读多为群众着想。",
    ],
)
def test_what_is_to_be_averted_or_reached_is_none(words: str) -> None:
    assert not tells_problem(words)


@pytest.mark.parametrize(
    "words",
    [
        "2024年完成档案扫描6万页。",
        "计划增加视频10期。",
        "要把用时降到10天以内。",
        "力争全年不超期。",
        "逐步扩大范围。",
        "补短板：由专人每日巡查。",
        "正与档案馆商定办法。",
        "我们的办法是请村民当评委。",
        "5月起按周更新。",
        "今年这一数字降到2件。",
    ],
)
def test_what_is_planned_is_an_improvement(words: str) -> None:
    assert tells_improvement(words, 2023)


@pytest.mark.parametrize(
    "words",
    ["会议纪要的公开落在后面。", "属性审查全凭经验。", "解读照搬原文。", "窗口只在上午开放；周末关闭。"],
)
def test_a_sentence_of_no_deed_and_no_plan_tells_a_shortcoming_in_whatever_words(words: str) -> None:
    assert tells_how_it_is(words, 2023)
    assert findings(f"{words}今后按季度检查。") == []


@pytest.mark.parametrize(
    "words",
    [
        "下一步，加强培训。全年无投诉。",
        "（二）改进情况：已健全台账。群众反映良好。",
        "2024年新设专栏。\n将防止漏报。",
    ],
)
def test_deeds_plans_and_what_went_well_tell_no_shortcoming(words: str) -> None:
    assert not tells_how_it_is(words, 2023)
    assert [one.level for one in findings(words)] == [Level.WARNING]


def test_a_year_gone_by_is_no_plan() -> None:
    assert not tells_improvement("2022年形式单一。", 2023)
    assert not tells_improvement("有的居民将举报与申请混用。", 2023)
    assert not tells_improvement("解读形式需要丰富。", 2023)
