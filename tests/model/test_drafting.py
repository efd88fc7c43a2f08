"""Sentences drafted from the tables say what the tables know, follow them, and are read back by the checks."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.check import check
from model.drafting import drafts, passages, who
from model.form_file import form_ids, load_form
from model.number_fields import expand, field_named
from model.report import Report, Slot, SlotKind
from model.rules.rule import Case
from model.rules.told.own_claims import claims_of
from tests.model.balanced import OFFICES, balanced
from tests.model.drafts import applications, blank, finished

CELLS = {
    **applications(10, 9, 3, 4),
    "applications.received.enterprise": "2",
    "applications.refused_by_law.enterprise": "2",
    "disputes.review.upheld": "2",
    "disputes.direct_suit.corrected": "1",
    "disclosure.normative_documents.issued": "3",
    "disclosure.normative_documents.in_force": "9",
    "disclosure.licences.decisions": "60",
    "disclosure.penalties.decisions": "5",
}


def texts(report: Report, last: Report | None = None) -> dict[tuple[str, str], str]:
    return {(draft.title, draft.wording): expand(report, draft.text) for draft in drafts(report, last)}


def test_what_was_received_and_became_of_it() -> None:
    assert texts(finished(cells=CELLS))["依申请公开", "逐项写明"] == (
        "2023年，本机关共收到政府信息公开申请12件，上年结转3件；办结11件，其中予以公开9件、不予公开2件；结转下年度继续办理4件。"
    )


def test_growth_is_told_where_last_year_is_in_the_file() -> None:
    last = finished(2022, applications(10, 10))
    assert (
        "申请12件，比上年增长20%，上年结转3件" in texts(finished(cells=CELLS), last)["依申请公开", "逐项写明"]
    )
    assert "比上年" not in texts(finished(cells=CELLS))["依申请公开", "逐项写明"]


def test_who_applied_and_what_share_was_granted() -> None:
    assert texts(finished(cells=CELLS))["依申请公开", "按申请人写"] == (
        "本年度本机关新收政府信息公开申请12件，其中自然人申请10件、法人或其他组织申请2件；上年结转3件。全年办结政府信息公开申请11件，"
        "予以公开和部分公开9件，占办结总数的81.8%，结转下年度4件。"
    )


def test_reviews_and_suits_by_result() -> None:
    assert texts(finished(cells=CELLS))["行政复议、行政诉讼", "逐项写明"] == (
        "2023年，因政府信息公开引起的行政复议2件，其中结果维持2件；因政府信息公开引起的行政诉讼1件，其中结果纠正1件。"
    )


@pytest.mark.parametrize(
    ("passage", "words"),
    [
        ("依申请公开", "2023年，本机关未收到政府信息公开申请，也没有上年结转的申请。"),
        ("行政复议、行政诉讼", "2023年，未发生因政府信息公开引起的行政复议、行政诉讼。"),
        ("规范性文件", "2023年，本机关未制发、未废止行政规范性文件，现行有效行政规范性文件0件。"),
        ("行政执法", "2023年，本机关未作出行政许可、行政处罚、行政强制决定。"),
    ],
)
def test_where_nothing_happened_it_says_so(passage: str, words: str) -> None:
    assert texts(finished())[passage, "逐项写明"] == words


def test_a_government_speaks_of_its_area_and_its_own_regulations() -> None:
    report = finished(cells={"disclosure.regulations.in_force": "7"}, office="丙市人民政府")
    assert texts(report)["规范性文件", "逐项写明"].startswith(
        "2023年，全市未制发、未废止规章，现行有效规章7件；未制发、未废止行政规范性文件，现行有效"
    )


@pytest.mark.parametrize(
    ("office", "words"),
    [
        ("甲县乙局", "本机关"),
        ("丙市人民政府", "全市"),
        ("甲县丁镇人民政府", "全镇"),
        ("丙市人民政府办公室", "本机关"),
    ],
)
def test_who_reports(office: str, words: str) -> None:
    assert who(office) == words


def test_a_draft_follows_the_tables() -> None:
    report = finished(cells=CELLS)
    text = next(draft.text for draft in drafts(report, None) if draft.title == "依申请公开")
    report.set([(Slot(SlotKind.CELL, "applications.received.natural_person"), 20)])
    assert "申请22件" in expand(report, text)


@pytest.mark.parametrize("form_id", form_ids())
def test_every_draft_is_made_of_fields_that_its_form_has(form_id: str) -> None:
    form = load_form(form_id)
    report = finished(form.years[0], form=form)
    for draft in drafts(report, None):
        assert "<" not in draft.text
        assert draft.text.count("{") == sum(1 for _ in _fields(report, draft.text))


def _fields(report: Report, text: str) -> list[str]:
    return [
        part.partition("}")[0]
        for part in text.split("{")[1:]
        if field_named(report.form, part.partition("}")[0])
    ]


def test_a_report_that_is_still_blank_waits_for_its_numbers() -> None:
    assert "〔未填〕" in texts(blank())["依申请公开", "逐项写明"]


@pytest.mark.parametrize("cells", [CELLS, {}], ids=["much", "nothing"])
def test_every_draft_agrees_with_the_tables_when_its_numbers_are_typed(cells: dict[str, str]) -> None:
    report, last = finished(cells=cells), finished(2022, applications(10, 10))
    for words in texts(report, last).values():
        case = Case(finished(cells=cells, texts={"overview": words}), last)
        assert [claim for _, claim in claims_of(case)] or "信息处理费" in words
        assert [finding.message for finding in check(case).findings if finding.code[0] == "N"] == []


def test_every_passage_has_two_wordings_or_three() -> None:
    assert {len(passage.wordings) for passage in passages()} <= {2, 3}


@pytest.mark.parametrize("form_id", form_ids())
@given(seed=st.integers(0, 10**6))
def test_whatever_the_tables_hold_a_draft_is_whole_and_right(form_id: str, seed: int) -> None:
    dice = random.Random(seed)
    form, office = load_form(form_id), dice.choice(OFFICES)
    year = dice.choice(form.years[1:])
    report = finished(year, balanced(form, dice), office=office, form=form)
    last = dice.choice([None, finished(year - 1, balanced(form, dice), office=office, form=form)])
    for draft in drafts(report, last):
        words = expand(report, draft.text)
        assert words[0] not in "，；。、"
        assert words[-1] == "。"
        assert not any(
            mark in words for mark in ("，，", "；；", "。。", "，；", "；，", "，。", "；。", "<", "{")
        )
        for text in (draft.text, words):
            report.set([(Slot(SlotKind.TEXT, "overview"), text)])
            assert [f.message for f in check(Case(report, last)).findings if f.spot] == []


def test_what_was_carried_in_is_not_said_to_be_done() -> None:
    for words in texts(finished(cells=applications(0, 2, 9, 7))).values():
        assert "含上年结转" not in words
        assert "申请0件" not in words


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        (3, 10_000, "比上年下降99.97%"),
        (10_001, 10_000, "比上年增长0.01%"),
        (5_000, 1, "比上年增加4999件"),
        (5, 0, "比上年增加5件"),
        (0, 5, "比上年下降100%"),
    ],
)
def test_a_change_is_never_told_as_more_or_less_than_it_is(now: int, before: int, words: str) -> None:
    report = finished(cells={"disclosure.licences.decisions": str(now)})
    assert expand(report, f"{{行政许可数较{before}}}") == words


def test_the_fee_of_later_years_is_no_matter_of_earlier_forms() -> None:
    titles = {form_id: {d.title for d in drafts(_first(form_id), None)} for form_id in form_ids()}
    assert {form_id for form_id, found in titles.items() if "信息处理费" in found} == {"2021"}
    assert all("依申请公开" in found for found in titles.values())


def _first(form_id: str) -> Report:
    form = load_form(form_id)
    return finished(form.years[0], form=form)
