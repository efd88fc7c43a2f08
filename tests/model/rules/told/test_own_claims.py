"""Which claims of a report's words are about its own tables."""

import pytest

from model.form_file import form_for
from model.levels import Level
from model.report import Report, Slot, SlotKind
from model.rules.narrative import RULES
from model.rules.rule import Case
from model.rules.told.own_claims import claims_of, is_borne_out, told_in
from model.values import parse

_CELLS = {
    "applications.received.natural_person": 14,
    "applications.granted.natural_person": 9,
    "applications.unavailable_not_held.natural_person": 4,
    "applications.carried_out.natural_person": 1,
}


def case_of(text: str, office: str = "白沙县林业局") -> Case:
    """A report on 2024 with these words in section one: 14 applications received, 13 handled, 1 carried out."""
    report = Report(form_for(2024), office, 2024)
    report.set(
        (Slot(SlotKind.CELL, key), parse(str(_CELLS.get(key, 0)), report.form.cells[key].kind))
        for key in report.form.entered
    )
    report.set([(Slot(SlotKind.TEXT, "overview"), text)])
    return Case(report, None)


def found(case: Case) -> list[str]:
    """What the rules on narratives find, by what they quote."""
    return [finding.quote for rule in RULES for finding in rule.check(case)]


@pytest.mark.parametrize(
    ("text", "office", "own"),
    [
        ("县公安分局收到政府信息公开申请14件。", "临江市公安局白沙县分局", 1),
        ("县税务分局收到政府信息公开申请14件。", "临江市公安局白沙县分局", 0),
        ("收到政府信息公开申请14件。", "白沙县林业局", 1),
        ("全县收到政府信息公开申请14件。", "白沙县林业局", 0),
        ("全县收到政府信息公开申请14件。", "白沙县人民政府", 1),
        ("县林业局收到政府信息公开申请14件。", "白沙县林业局", 1),
        ("县教育局收到政府信息公开申请14件。", "白沙县林业局", 0),
        ("市政府办公室收到政府信息公开申请14件。", "海城市人民政府办公室", 1),
    ],
)
def test_whose_numbers_are_told(text: str, office: str, own: int) -> None:
    assert len(list(claims_of(case_of(text, office)))) == own


def test_another_offices_numbers_are_nothing_to_doubt() -> None:
    text = "县教育局收到政府信息公开申请14件，答复13件，结转下年2件。"
    assert [told.doubtful for told in told_in(case_of(text)) if told.doubtful] == []
    assert found(case_of(text)) == []


def test_one_number_that_differs_is_a_slip_where_the_others_are_those_of_the_tables() -> None:
    text = "市政府收到政府信息公开申请14件，答复13件，结转下年{}件。"
    office = "海城市人民政府办公室"
    assert found(case_of(text.format(1), office)) == []
    assert found(case_of(text.format(2), office)) == ["结转下年2件"]


def test_several_numbers_that_differ_are_told_of_others() -> None:
    text = "市政府收到政府信息公开申请214件，答复210件，结转下年1件。"
    assert found(case_of(text, "海城市人民政府办公室")) == []


def test_what_is_told_of_no_thing_is_of_applications_where_the_tables_bear_it_out() -> None:
    text = "制定规范性文件的工作有序推进。窗口登记在册，受理申请14件，已答复13件，结转下年{}件。"
    assert found(case_of(text.format(1))) == []
    assert found(case_of(text.format(3))) == ["结转下年3件"]


def test_small_numbers_bear_nothing_out() -> None:
    case = case_of("")
    (told, *_) = [claim for _, claim in claims_of(case_of("结转下年政府信息公开申请1件。"))]
    assert not is_borne_out(case.report, [told, told])


def test_a_wider_area_than_the_offices_own_is_told_of_others() -> None:
    assert found(case_of("全市收到政府信息公开申请31件。", "白沙县人民政府")) == []
    assert found(case_of("全县收到政府信息公开申请31件。", "白沙县人民政府")) != []
    assert found(case_of("市政府办公室收到政府信息公开申请31件。", "白沙县人民政府办公室")) == []


def test_what_may_be_some_of_its_kind_only_reminds() -> None:
    case = case_of("行政复议7件：维持4件，纠正3件。")
    assert [doubtful.level for told in told_in(case) for doubtful in told.doubtful] == [Level.WARNING]


def test_results_that_make_up_all_that_was_handled_tell_which_row_the_odd_one_is() -> None:
    right = "收到政府信息公开申请14件。处理结果中，予以公开9件，因信息不存在的{}件，结转下年1件。"
    assert found(case_of(right.format(4))) == []
    assert any("3件" in quote for quote in found(case_of(right.format(3))))
    fewer = "收到政府信息公开申请14件。处理结果中，予以公开9件，信息不存在的3件，不属于本机关公开的1件，结转下年1件。"
    assert found(case_of(fewer)) == []


def test_what_was_answered_in_public_beside_the_other_numbers_is_all_or_what_was_disclosed() -> None:
    told = "收到政府信息公开申请14件，公开答复{}件，结转下年1件。"
    assert found(case_of(told.format(13))) == found(case_of(told.format(9))) == []
    assert found(case_of(told.format(12))) == ["公开答复12件"]


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请14件，其中局机关收到6件。局机关6件中，予以公开4件。",
        "（二）依申请公开。收到申请14件。局本级收到的6件申请中，予以公开4件。",
        "（二）依申请公开。机关收到6件，下属单位收到8件。机关收到的6件中，公开4件。",
        "（二）依申请公开。收到申请14件。管委会机关收到6件，园区收到8件。",
    ],
)
def test_of_more_than_the_offices_own_rooms_had_theirs_are_some(text: str) -> None:
    assert found(case_of(text)) == []


def test_rooms_beside_which_no_others_are_told_are_the_office() -> None:
    assert found(case_of("（二）依申请公开。局机关收到申请15件，予以公开9件。"))


@pytest.mark.parametrize("alone", ["县政府及县政府办公室收到", "县本级", "县政府办公室"])
def test_an_areas_number_beside_that_of_its_government_alone_is_not_the_tables(alone: str) -> None:
    text = f"全县共收到政府信息公开申请{{}}件，其中{alone}{{}}件。"
    office = "白沙县人民政府"
    assert found(case_of(text.format(62, 14), office)) == []
    assert found(case_of(text.format(14, 6), office)) == []
    assert found(case_of(text.format(62, 15), office)) == ["收到政府信息公开申请62件"]


def test_in_a_report_on_the_offices_own_level_nothing_told_of_the_area_is_the_tables() -> None:
    text = (
        "全县共收到政府信息公开申请62件，其中县政府本级{}件。全县因政府信息公开引发行政复议9件、行政诉讼6件。"
    )
    office = "白沙县人民政府"
    assert found(case_of(text.format(14), office)) == []
    assert "行政诉讼6件" in found(case_of(text.format(15), office))


def test_departments_of_a_government_are_others() -> None:
    text = "县政府收到政府信息公开申请14件，县政府部门收到政府信息公开申请48件。"
    assert found(case_of(text, "白沙县人民政府")) == []
