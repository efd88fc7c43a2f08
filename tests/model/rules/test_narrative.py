"""Numbers told in words against the tables: what differs is found at its place, what agrees or may is left in peace."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.check import check
from model.findings import Finding
from model.levels import Level
from model.report import Slot, SlotKind
from model.rules.rule import Case
from tests.model.drafts import OVERVIEW, applications, blank, case, finished

CITY = "丙市人民政府"
WHOLE = (
    "全市办理政府信息公开申请3119件（上年结转34件不计在内），到年底办结3050件，剩余103件转入下年度继续办理。"
)


def against(words: str, cells: dict[str, str], office: str = "甲县乙局", year: int = 2023) -> list[Finding]:
    checked = case(year, cells, {"overview": f"{OVERVIEW}\n{words}"}, office)
    return [finding for finding in check(checked).findings if finding.code[0] == "N"]


def test_a_sentence_that_tells_all_and_agrees() -> None:
    assert against(WHOLE, applications(3119, 3050, 34, 103), CITY) == []


def test_each_number_of_it_that_differs_is_found() -> None:
    words = (
        "全市共办理政府信息公开申请3119件，答复3050件（含上年度结转申请34件，另有103件顺延至下年度答复）。"
    )
    found = against(words, applications(3120, 3051, 35, 104), CITY)
    assert [finding.code for finding in found] == ["N1", "N3", "N2", "N4"]


def test_what_is_found_names_rows_of_the_tables_as_these_do() -> None:
    cells = applications(50, 50) | {
        "applications.granted.natural_person": "30",
        "applications.refused_third_party.natural_person": "11",
        "applications.refused_enforcement_file.natural_person": "9",
    }
    words = "不予公开政府信息公开申请20件，其中第三方合法权益11件，占65.0%。"
    (found,) = against(words, cells)
    assert "保护第三方合法权益" in found.message
    assert "applications." not in found.message


def test_no_share_of_what_the_tables_do_not_have_is_likely_a_slip() -> None:
    words = "（二）依申请公开。申请总量119件中，重复申请占14.3%，同一人申请10件以上的3人共48件。"
    assert against(words, applications(119, 119)) == []


def test_a_bureau_may_tell_of_the_whole_city() -> None:
    words = "全市共收到政府信息公开申请3119件。"
    assert against(words, applications(12, 12)) == []
    assert against(words, applications(12, 12), CITY) != []


def test_a_government_may_tell_of_its_own_office() -> None:
    words = "市政府办公室收到政府信息公开申请12件。"
    assert against(words, applications(3119, 3119), CITY) == []
    assert against(words, applications(13, 13), "丙市人民政府办公室") != []


def test_what_is_handled_may_be_told_in_three_ways() -> None:
    cells = applications(10, 11, 3, 2)
    for told in ("10", "11", "13"):
        assert against(f"办理政府信息公开申请{told}件。", cells) == []
    assert against("办理政府信息公开申请12件。", cells) != []


def test_what_is_received_may_include_what_was_carried_in_where_the_words_say_so() -> None:
    cells = applications(10, 11, 3, 2)
    assert against("收到政府信息公开申请13件（含上年结转3件）。", cells) == []
    assert against("收到政府信息公开申请13件，其中上年度结转3件。", cells) == []
    assert against("收到政府信息公开申请14件（含上年结转3件）。", cells) != []
    assert against("收到政府信息公开申请13件。", cells) != []


def test_what_is_received_and_answered_may_be_all_that_was_handled() -> None:
    cells = applications(10, 11, 3, 2)
    assert against("依法受理并答复政府信息公开申请11件。", cells) == []
    assert against("依法受理并答复政府信息公开申请12件。", cells) != []


def test_a_rounded_number_is_compared_as_such() -> None:
    words = "收到政府信息公开申请300余件。"
    assert against(words, applications(350, 350)) == []
    (finding,) = against(words, applications(450, 450))
    assert "（300～399）" in finding.message
    assert "（450）不一致，相差 51" in finding.message
    assert (finding.left, finding.right) == (399, 450)


@pytest.mark.parametrize(
    ("told", "found"), [("66.7%", 0), ("66.6%", 0), ("67%", 0), ("66.5%", 1), ("60%", 1)]
)
def test_a_share_is_compared_to_a_tenth_of_a_point_or_as_rounded(told: str, found: int) -> None:
    cells = applications(3, 2) | {"applications.refused_by_law.natural_person": "1"}
    assert len(against(f"政府信息公开申请中，予以公开的占{told}。", cells)) == found


@pytest.mark.parametrize(
    ("told", "really"),
    [
        ("减少2件", "实际增长 2（20%），文字写的是减少"),
        ("下降20%", "实际增长 2（20%），文字写的是减少"),
        ("增长3件", "增长 2；"),
    ],
)
def test_a_change_the_other_way_is_told_without_a_sign(told: str, really: str) -> None:
    words = f"{OVERVIEW}\n收到政府信息公开申请12件，较上年{told}。"
    now = case(2023, applications(12, 12), {"overview": words}, last=applications(10, 10))
    (finding,) = (found for found in check(now).findings if found.code == "N13")
    assert f"本年 12，上年 10，{really}" in finding.message


def test_either_side_without_any_application_is_told_apart() -> None:
    assert [f.code for f in against("收到政府信息公开申请5件。", {})] == ["N9"]
    assert [f.code for f in against("收到政府信息公开申请0件。", applications(5, 5))] == ["N9"]
    assert [f.code for f in against("收到政府信息公开申请5件。", applications(6, 6))] == ["N1"]


def test_a_blank_cell_is_not_yet_known() -> None:
    report = blank()
    words = "收到政府信息公开申请5件，未发生信息公开行政复议。"
    report.set([(Slot(SlotKind.TEXT, "overview"), f"{OVERVIEW}\n{words}")])
    assert {finding.code for finding in check(Case(report)).findings} == {"C3"}


def test_the_older_form_has_its_own_cells() -> None:
    cells = {"statistics.received_online.count": "7"}
    checked = case(2016, cells, {"requests": "全年收到政府信息公开申请8件。"})
    assert [finding.code for finding in check(checked).findings if finding.code[0] == "N"] == ["N1"]


def test_a_sum_of_cells_is_named_by_the_label_that_they_share() -> None:
    (finding,) = against("政府信息公开申请中，不予公开2件。", {})
    assert "三、“（三）不予公开”总计（0）" in finding.message
    (finding,) = against("因政府信息公开引发的行政诉讼2件。", applications(1, 1))
    assert "四、“行政诉讼”总计（0）" in finding.message


def test_a_number_field_follows_the_table_and_is_never_reported() -> None:
    assert against("全年共收到政府信息公开申请{收到申请总数}件。", applications(5, 5)) == []


def reworded(words: str, cells: dict[str, str]) -> tuple[str, str]:
    """What stands in the text after the first finding's rewording, and what is found then."""
    (finding, *_) = against(words, cells)
    assert finding.rewording is not None
    text = finding.rewording.applied(f"{OVERVIEW}\n{words}").removeprefix(f"{OVERVIEW}\n")
    return text, "".join(finding.code for finding in against(text, cells))


@pytest.mark.parametrize(
    ("written", "better"),
    [
        ("收到政府信息公开申请8件。", "收到政府信息公开申请{收到申请总数}件。"),
        ("收到政府信息公开申请 1，008 件。", "收到政府信息公开申请 {收到申请总数} 件。"),
        ("收到政府信息公开申请十八件。", "收到政府信息公开申请{收到申请总数}件。"),
        ("收到政府信息公开申请0件。", "收到政府信息公开申请{收到申请总数}件。"),
        ("收到政府信息公开申请5件，办结6件。", "收到政府信息公开申请5件，办结{办结申请总数}件。"),
    ],
)
def test_the_field_of_the_table_takes_the_place_of_the_number(written: str, better: str) -> None:
    assert reworded(written, applications(5, 5)) == (better, "")


def test_what_several_fields_tell_together_is_put_as_a_plain_number() -> None:
    cells = {"disputes.review.upheld": "2", "disputes.direct_suit.upheld": "1"}
    words = "因政府信息公开引发的行政复议、行政诉讼共4件。"
    assert reworded(words, applications(5, 5) | cells) == (words.replace("4", "3"), "")


@pytest.mark.parametrize(
    "words",
    [
        "全年未收到政府信息公开申请。",
        "收到政府信息公开申请300余件。",
    ],
)
def test_what_tells_no_exact_count_is_left_to_the_clerk(words: str) -> None:
    (finding,) = against(words, applications(5, 5))
    assert finding.rewording is None


WORDS = """
收到 受理 政府信息公开 申请 依申请公开 行政复议 行政诉讼 予以公开 不予公开 结转 下年度 上年 办结 答复 制发 规范性文件
行政许可 134 3，119 １８ 44.7 % 件 余 万 十二 占 未 无 共 其中 全市 ， 。 ； 、 （ ） { } XX 某 13800138000
统计期限为 2022年 2023年 1月1日 至 国办发〔2021〕30号 信息处理费 元 𠮷 {收到申请总数}
"""
PIECES = (*WORDS.split(), " ", "  ", "\u3000", "\n")


@given(text=st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_whatever_is_written_findings_quote_it_at_its_place(text: str) -> None:
    report = finished(texts={"overview": text, "other_matters": text})
    for finding in check(Case(report)).findings:
        if finding.spot is not None:
            words = report.text(finding.spot.section)[finding.spot.start : finding.spot.end]
            assert words
            assert finding.quote == words or finding.code in ("S3", "S11")


def test_a_zone_tells_of_all_its_area() -> None:
    words = "全区共收到政府信息公开申请12件。"
    assert against(words, applications(13, 13), "大河高新技术产业开发区管理委员会") != []
    assert against(words, applications(13, 13), "大河区教育局") == []


def test_a_sure_list_of_ways_cannot_be_more_than_what_came() -> None:
    words = "收到政府信息公开申请12件。从申请方式看，网上9件，信函6件。"
    assert [finding.code for finding in against(words, applications(12, 12))] == ["N14"]


def test_a_share_of_numbers_told_beside_it_only_reminds() -> None:
    words = "全年受理热线来件25件，其中投诉类21件，占来件总数的{}%。"
    assert against(words.format(84), {}) == []
    found, *_ = against(words.format(48), applications(50, 50))
    assert (found.code, found.level, found.right) == ("N8", Level.WARNING, Decimal("84.0"))


def test_how_far_amounts_are_apart_is_told_without_needless_noughts() -> None:
    (found,) = against("行政事业性收费13.506312万元。", {"disclosure.fees.amount": "12.506312"})
    assert "相差 1；" in found.message
