"""N17: numbers that do not go with those beside them, whatever the words."""

import pytest

from model.levels import Level
from model.report import Report
from model.rules.narrative import RULES
from model.rules.rule import Case
from model.rules.told.reckoned import reckoned
from tests.model.drafts import case

_YEAR = 2023
_CELLS = {
    "applications.received.natural_person": "41",
    "applications.received.enterprise": "13",
    "applications.received.legal_service": "6",
    "applications.carried_in.natural_person": "4",
    "applications.granted.natural_person": "25",
    "applications.partial.natural_person": "9",
    "applications.refused_third_party.natural_person": "7",
    "applications.unavailable_not_held.enterprise": "13",
    "applications.declined_petition.legal_service": "5",
    "applications.carried_out.natural_person": "4",
    "applications.carried_out.legal_service": "1",
    "disclosure.normative_documents.issued": "5",
    "disclosure.normative_documents.repealed": "12",
    "disclosure.normative_documents.in_force": "46",
    "disclosure.licences.decisions": "318",
    "disclosure.penalties.decisions": "92",
    "disclosure.coercive_measures.decisions": "17",
    "disputes.review.upheld": "11",
    "disputes.review.corrected": "3",
    "disputes.review.other": "2",
    "disputes.direct_suit.upheld": "4",
    "disputes.direct_suit.pending": "1",
    "disputes.suit_after_review.upheld": "6",
    "disputes.suit_after_review.other": "2",
}
_LAST = _CELLS | {"disclosure.licences.decisions": "300", "disputes.review.upheld": "4"}


def last_year() -> Report:
    """Last year's report."""
    return case(_YEAR - 1, _LAST, {}).report


def found(text: str) -> list[str]:
    """What is quoted from a text of section one."""
    told = case(_YEAR, _CELLS, {"overview": text})
    return [finding.quote for finding in reckoned(Case(told.report, last_year()))]


def test_the_last_of_another_list_is_not_the_whole_of_the_parts_behind() -> None:
    text = "门户网站来的35件，信函来的22件，当面来的3件；自然人41件，企业13件，律所6件。"
    assert found(text) == []
    assert found("共来62件；自然人41件，企业13件，律所6件。") == ["共来62件"]


def test_what_is_asked_of_each_month_is_no_average() -> None:
    assert found("上报信息88条，每月5条。") == ["88条，每月5条"]
    assert found("上报信息88条，超额完成每月5条任务。") == []
    assert found("上报信息88条，达到每月不少于5条的要求。") == []


@pytest.mark.parametrize(
    ("text", "number", "slip"),
    [
        ("答复的去向：给全文25件、遮去部分9件、没给7件、库里找不到13件、走信访5件。", "7件", "77件"),
        ("许可审批台账318件，罚没台账92件，强制台账17件。", "92件", "29件"),
        ("文件库：当年进5件，出12件，净减7件，架上46件。", "46件", "64件"),
        ("文件库：当年进5件，出12件，净减7件，架上46件。", "12件", "13件"),
        ("今年的来件，本人寄来41件，厂商13件，律师6件。", "13件", "31件"),
        ("来的申请有60件。加上去年没有办完的4件，手上共64件。办完了59件，剩5件。", "办完的4件", "办完的60件"),
        ("上级复议的结果，支持本局11件，责令改过3件，自行了结2件。", "3件", "2件"),
        ("上级复议的结果，支持本局11件，责令改过3件，自行了结2件。", "3件", "5件"),
        ("机关科室承办申请24件，执法队承办申请35件。", "24件", "42件"),
        ("许可318件，同比增长6.0%；处罚92件。", "6.0%", "60.0%"),
        ("不给的7件，占答复总数11.9%，都写明了理由。", "11.9%", "19.1%"),
        ("线上发布120条、线下张贴34条，两栏合计154条。", "154条", "145条"),
    ],
)
def test_one_number_that_does_not_go_with_the_others(text: str, number: str, slip: str) -> None:
    assert found(text) == []
    assert number in text
    assert found(text.replace(number, slip, 1))


def test_it_only_reminds_offers_nothing_and_leads_to_the_cell() -> None:
    text = "许可审批台账318件，罚没台账29件，强制台账17件。"
    (finding,) = reckoned(case(_YEAR, _CELLS, {"overview": text}))
    assert (finding.level, finding.rewording) == (Level.WARNING, None)
    assert finding.cells == ("disclosure.penalties.decisions",)
    assert "行政处罚" in finding.message
    assert "（92）" in finding.message


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("答复中全文给出25件，部分9件，其余25件另有安排。", "the rest of it is told in one number"),
        (
            "办结情况：公开25件，部分公开9件，不予公开7件，无法提供13件；另外5件信访事项转办，6件补正。",
            "all parts are told",
        ),
        ("许可318件，处罚92件；全县强制19件。", "no two others bear it out as its neighbours"),
        ("申请集中在征地18件、拆迁12件、规划9件。", "what they were about need not add up"),
        ("申请来自网络等渠道，其中网络22件、信函13件、窗口24件。", "some only"),
        ("抽查60件中有2件超期。", "some of them"),
        ("行政许可318件，同比增长6.0%。", "it is so"),
        ("59件申请中，2件撤回。", "some of them"),
        ("政务公开占绩效考核分值4%。", "a share of points"),
        ("清理办公室文件，保留52件、修改7件。", "papers of an office are no applications"),
        ("立案95件，结案92件，处罚92件；强制17件。", "the same told again"),
        ("公布许可结果309条、处罚信息92条、强制信息17条。", "what was published, and not what was decided"),
        (
            "新收125件（不含重复提交19件），转来5件（包括企业1件），合计130件。",
            "asides are no parts of a total",
        ),
        ("县里发文25件，其中规范性文件4件；废止2件；有效39件。", "other things are told behind the parts"),
        ("补偿类复议6件、诉讼11件，其中维持13件、撤销2件、未结2件。", "parts of both numbers of a row"),
        ("民事诉讼18件（已结13件，调解9件、判决4件；未结5件）。", "parts of a part"),
        ("收到审批申请52件，公示19件；两项补贴申请71件，通过70件。", "two kinds in one name are no total"),
        ("提出建议6件、提案53件，均已办复。", "proposals are no applications"),
        ("行政诉讼23件，其中政府信息公开13件（维持10件、未审结1件、其他2件）。", "one kind among all"),
    ],
)
def test_what_may_be_right_is_left_in_peace(text: str, why: str) -> None:
    assert found(text) == [], why


def test_what_another_rule_finds_fault_with_is_not_told_twice() -> None:
    text = "收到政府信息公开申请60件。予以公开25件，部分公开9件，不予公开8件，无法提供13件，不予处理5件。"
    assert found(text) == []


def test_a_number_that_its_words_give_away_is_doubted_once() -> None:
    text = "新收政府信息公开申请60件，高于上年；上年结转4件，答复58件，结转下年度5件。"
    told = case(_YEAR, _CELLS, {"overview": text})
    every = [(finding.code, finding.quote) for rule in RULES for finding in rule.check(told)]
    assert len([quote for _, quote in every if "58件" in quote]) == 1


def test_numbers_are_looked_at_again_when_the_tables_change() -> None:
    told = case(_YEAR, _CELLS, {"overview": "许可审批台账318件，罚没台账29件，强制台账17件。"})
    assert list(reckoned(told))
    changed = case(_YEAR, _CELLS | {"disclosure.penalties.decisions": "29"}, dict(told.texts))
    assert not list(reckoned(changed))
