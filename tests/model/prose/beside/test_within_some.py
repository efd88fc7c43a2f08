"""Results and deeds within a part of the applications, or within something else, are not those of all."""

import pytest

from model.prose.words.codes import APPLICANT, HANDLED, OUTCOME, RECEIVED
from tests.model.prose.telling import claims


def test_results_within_what_a_part_of_the_office_handled_are_some() -> None:
    text = "（二）依申请公开。收到申请98件。法规处承办的31件中，予以公开19件，不予公开2件。"
    assert [claim.code for claim in claims(text)] == [RECEIVED]


@pytest.mark.parametrize(
    "text",
    [
        "招生类77件，其中公开30件、部分公开4件。",
        "上年申请的7件中公开2件、无法提供5件。",
        "当年申请的91件中公开60件，上年申请的7件中公开2件。",
    ],
)
def test_results_of_one_kind_or_of_one_year_are_some(text: str) -> None:
    told = claims(f"（二）依申请公开。收到申请98件。{text}")
    assert [claim.code for claim in told] == [RECEIVED]


def test_results_and_rates_within_those_of_one_kind_are_some() -> None:
    text = "（二）依申请公开。收到申请98件。物业类57件中，予以公开和部分公开33件，公开率57.9%。"
    assert [claim.code for claim in claims(text)] == [RECEIVED]


@pytest.mark.parametrize(
    "text",
    [
        "许可2146件中，线上受理1932件、办结1930件。",
        "处罚347件中，线上办结300件。",
        "公积金贷款846件中，受理732件。",
        "行政许可2146件中，网上受理1932件。",
        "2146件许可中，网上受理1932件。",
    ],
)
def test_what_was_done_with_a_part_of_something_else_is_not_told_of_applications(text: str) -> None:
    asked = claims(f"（二）依申请公开。收到申请98件。{text}")
    assert [claim.quantity.low for claim in asked if claim.code in (RECEIVED, HANDLED)] == [98]


def test_applications_within_their_own_number_are_told() -> None:
    asked = claims("（二）依申请公开。收到申请98件。许可2146件中，线上受理1932件，受理公开申请98件。")
    assert [claim.quantity.low for claim in asked if claim.code == RECEIVED] == [98, 98]


@pytest.mark.parametrize(
    "text",
    [
        "10件申请里，涉及校车的6件（公开4件、不掌握2件），涉及食堂的4件（公开1件、部分公开3件）。",
        "收到申请10件，其中校车类6件（公开4件、不予公开2件），其他4件。",
        "收到申请10件，网上申请6件（予以公开4件，不予公开2件），信函申请4件。",
    ],
)
def test_results_in_the_bracket_of_some_are_theirs(text: str) -> None:
    assert OUTCOME not in [claim.code for claim in claims(f"（二）依申请公开。{text}")]


def test_results_in_the_bracket_of_all_are_told() -> None:
    asked = claims("（二）依申请公开。收到申请10件，办结9件（予以公开6件，不予公开3件）。")
    assert [int(claim.quantity.low) for claim in asked if claim.code == OUTCOME] == [6, 3]


def test_results_of_those_that_something_was_done_about_are_theirs() -> None:
    text = "（二）依申请公开。收到申请98件。对16件较复杂的申请组织了会商，公开5件，不公开11件。"
    assert [claim.code for claim in claims(text)] == [RECEIVED]


@pytest.mark.parametrize(
    "text",
    [
        "要图纸的6件全部不予公开，要合同的不予公开4件、部分公开2件、公开3件。",
        "涉及图纸的不予公开6件，部分公开2件；涉及合同的予以公开3件、不予公开1件。",
    ],
)
def test_results_in_the_row_of_what_is_about_something_are_theirs(text: str) -> None:
    assert OUTCOME not in [claim.code for claim in claims(f"（二）依申请公开。收到申请20件。{text}")]


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请32件，企业3件、商户1件经电话沟通后撤回。",
        "收到政府信息公开申请32件，自然人5件、企业1件经补正后受理。",
        "收到政府信息公开申请32件，有企业3件要求加急。",
    ],
)
def test_applicants_of_whom_something_is_said_behind_the_number_are_some(text: str) -> None:
    assert not [claim for claim in claims(text) if claim.code == APPLICANT]


def test_applicants_with_their_applications_behind_the_number_are_all() -> None:
    found = claims("收到政府信息公开申请32件，自然人提出的28件申请占多数，企业4件。")
    assert [claim.quantity.low for claim in found if claim.code == APPLICANT] == [28, 4]


def test_results_of_the_applications_about_something_are_some() -> None:
    text = "（二）依申请公开。收到申请98件。33件{}申请中，答复予以公开12件、无法提供10件。"
    assert [claim.code for claim in claims(text.format("征地类"))] == [RECEIVED]
    assert OUTCOME in [claim.code for claim in claims(text.format(""))]


@pytest.mark.parametrize("matter", ["涉及工程建设的", "反映道路问题的", "关于征地的"])
def test_results_of_those_about_a_matter_that_stands_before_them_are_some(matter: str) -> None:
    text = f"（二）依申请公开。收到申请98件。{matter}9件申请中，8件予以公开，1件部分公开。"
    assert [claim.code for claim in claims(text)] == [RECEIVED]
    assert OUTCOME in [claim.code for claim in claims(text.replace(matter, "收到的"))]


@pytest.mark.parametrize(
    "text",
    [
        "受理热线工单1310件，其中政府信息公开申请2件。",
        "局长信箱收到来信120件，其中信息公开申请6件，转依申请渠道办理。",
        "接听咨询电话310个，其中依申请公开2件。",
    ],
)
def test_applications_among_what_else_people_come_with_are_some(text: str) -> None:
    assert claims(text) == []


def test_applications_among_all_that_came_in_are_all() -> None:
    text = "收到各类申请310件，其中政府信息公开申请30件。"
    assert [claim.code for claim in claims(text)] == [RECEIVED]


@pytest.mark.parametrize(
    "text",
    [
        "（二）依申请公开。收到征收类申请12件，予以公开8件、部分公开2件。",
        "（二）依申请公开。其余18件予以公开8件、部分公开2件。",
    ],
)
def test_results_behind_those_of_one_kind_or_the_rest_are_theirs(text: str) -> None:
    assert OUTCOME not in [claim.code for claim in claims(text)]


def test_behind_what_was_handled_results_are_of_all_again() -> None:
    text = "（二）依申请公开。其中征收类申请12件，办结申请30件，予以公开8件、部分公开2件。"
    assert OUTCOME in [claim.code for claim in claims(text)]


def test_results_that_make_up_what_some_are_about_are_theirs() -> None:
    heading = "（二）依申请公开。"
    assert claims(f"{heading}申请中涉及渡口的9件，予以公开7件、无法提供2件。") == []
    told = claims(f"{heading}收到申请98件，涉及渡口的9件，予以公开70件、无法提供28件。")
    assert [claim.code for claim in told] == [RECEIVED, OUTCOME, OUTCOME]
