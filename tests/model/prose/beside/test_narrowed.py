"""Words beside a number may narrow it: to whom, above what, in whose name, by whose hands; then it tells of no whole."""

import pytest

from model.prose.claim import Kind
from model.prose.words.codes import OUTCOME
from tests.model.prose.telling import claims, told


@pytest.mark.parametrize(
    "text",
    [
        "对运输企业作出行政处罚26件。",
        "对个人作出行政处罚11件。",
        "罚款10万元以上的行政处罚6件。",
        "作出行政处罚210件的是县区局。",
        "委托县级部门实施行政许可8件。",
        "市级环保局以省厅名义作出的行政许可56件。",
        "行政处罚由区综合执法局派驻中队实施，全年作出处罚决定56件。",
        "各分（县）局作出行政处罚9564件。",
        "留学服务1862件均按行政许可以外的事项办理。",
    ],
)
def test_decisions_on_some_or_by_other_hands_are_not_all(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text", ["依申请公开答复中有3份经过会商。", "收到的政府信息公开申请中，有5件是线上办理。"]
)
def test_some_of_those_before_of_which_no_word_behind_says_what_became_are_not_all(text: str) -> None:
    assert told(text) == []


def test_those_about_what_most_are_about_are_not_all() -> None:
    said = told("已办结的政府信息公开申请中，予以公开9件。申请主要集中在水利、住房、低保方面，共计31件。")
    assert [number for _, number in said] == [9]


def test_what_those_asked_did_not_agree_to_is_none_of_their_applications() -> None:
    claimed = claims("政府信息公开申请答复26件：公开12件，用水企业不同意公开的1件。")
    assert all("企业" not in claim.read for claim in claimed)


@pytest.mark.parametrize("added", ["连同", "加上"])
def test_what_is_added_of_last_year_is_not_all_that_came_in_it(added: str) -> None:
    claimed = claims(f"收到政府信息公开申请26件，{added}去年的2件，办结28件。")
    assert [int(claim.quantity.low) for claim in claimed if claim.back] == []


def test_decisions_on_whoever_offends_are_all() -> None:
    assert [claim.quantity.low for claim in claims("对违法行为作出行政处罚312件。")] == [312]


@pytest.mark.parametrize(
    "text",
    [
        "部门制发规范性文件9件。",
        "部门代拟、以县政府名义印发的规范性文件5件。",
        "住建、交通、水利部门分别制定规范性文件1件、1件、0件。",
        "以县政府名义制发规范性文件4件，以部门名义制发2件。",
        "另有13件经评估继续有效。",
        "宣布继续有效的规范性文件21件。",
    ],
)
def test_papers_of_some_bodies_or_of_those_looked_at_are_not_all(text: str) -> None:
    assert told(text) == []


def test_papers_of_all_departments_of_an_area_are_all() -> None:
    assert [claim.quantity.low for claim in claims("全县各部门制发规范性文件6件。")] == [6]


def test_whoever_a_sentence_begins_with_made_its_decisions() -> None:
    assert [claim.scope for claim in claims("稽查局立案查处案件213起，作出处罚决定198份。")] == ["稽查局"]


def test_what_others_agreed_to_is_no_result() -> None:
    asked = claims("（二）依申请公开。征求第三方意见15次，同意公开6件，不同意公开9件。")
    assert all(claim.code != OUTCOME for claim in asked)
    answered = claims("（二）依申请公开。同意公开6件，不同意公开9件。")
    assert [claim.code for claim in answered] == [OUTCOME, OUTCOME]


def test_a_refusal_beside_another_result_is_an_answer() -> None:
    told = claims("（二）依申请公开。答复12件，其中同意部分公开9件、不同意公开3件。")
    assert "不同意公开3件" in [claim.words for claim in told]


def test_what_several_were_made_into_is_not_what_came() -> None:
    text = "（二）依申请公开。申请人重复提交的13件合并为5件处理。"
    assert all(claim.quantity.low != 5 for claim in claims(text))


def test_numbers_held_within_another_are_no_list_of_it() -> None:
    text = "（二）依申请公开。收到申请98件，省政府转办2件，生态环境部转办4件，均包含在98件之内。"
    assert not [claim for claim in claims(text) if claim.code == "N14"]


@pytest.mark.parametrize("text", ["收到征地公开申请31件。", "信访室转为公开申请办理的4件。"])
def test_applications_about_one_thing_or_made_of_something_else_are_some(text: str) -> None:
    assert all(claim.kind is not Kind.COUNT for claim in claims(f"（二）依申请公开。{text}"))


@pytest.mark.parametrize("text", ["建立依申请公开台账，新增138个。", "完善公开目录，新增138项。"])
def test_items_that_are_new_are_no_applications(text: str) -> None:
    assert not claims(f"（二）依申请公开。{text}")


@pytest.mark.parametrize(
    "text",
    [
        "因栏目设置不清，导致4件申请无法提供。",
        "档案移交不及时，致使6件申请被告知不予公开。",
        "征收引发12件申请，答复用时较长。",
    ],
)
def test_applications_that_something_has_led_to_are_some(text: str) -> None:
    asked = claims(f"（二）依申请公开。收到申请98件。{text}")
    assert [claim.quantity.low for claim in asked if claim.kind is Kind.COUNT] == [98]


@pytest.mark.parametrize("room", ["法规股", "综合科", "法规处"])
def test_what_came_to_one_room_is_some(room: str) -> None:
    assert claims(f"（二）依申请公开。{room}受理申请12件。") == []


def test_those_that_were_looked_into_may_be_anybodys() -> None:
    assert claims("（二）依申请公开。对398件答复进行抽查，合格390件。") == []


def test_fees_within_another_sum_are_not_all() -> None:
    assert claims("全市非税收入9.6亿元，其中行政事业性收费2.4亿元。") == []
    assert [claim.code for claim in claims("行政事业性收费312.6万元。")] == ["N7"]
