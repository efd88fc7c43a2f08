"""Rates are shares told by their name, of what the tables count alone."""

import pytest

from model.prose.claim import Claim, Kind
from model.prose.claims.claims import claims_in


def of_kind(text: str, kind: Kind) -> list[Claim]:
    return [claim for _, claim in claims_in(text, 2024, "overview") if claim.kind is kind]


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请30件，办结25件，办结率96%（按应办件测算）。",
        "作为复议机关，审理涉及政府信息公开的行政复议案件52件，纠错率9.6%。",
    ],
)
def test_a_rate_of_what_the_tables_do_not_count_is_no_share(text: str) -> None:
    assert [claim for claim in of_kind(text, Kind.SHARE) if claim.quantity.unit == "%"] == []


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请30件，办结25件，办结率96%。",
        "收到政府信息公开申请30件，办结25件，办结比例96%。",
        "因政府信息公开被提起行政复议8件，纠错率25%。",
        "因政府信息公开被提起行政诉讼8件，败诉率25%。",
    ],
)
def test_a_rate_of_what_they_count_is_a_share(text: str) -> None:
    assert [claim.quantity.unit for claim in of_kind(text, Kind.SHARE)] == ["%"]


@pytest.mark.parametrize(
    "text",
    [
        "作为复议机关，全年办理涉及政府信息公开的行政复议案件212件，纠正31件，纠错率14.6%。",
        "履行复议机关职责，涉及政府信息公开的行政复议案件已审结40件，维持31件，维持率77.5%。",
        "作为行政复议机关，收到信息公开行政复议申请61件；审结55件，同比增长12%。其中维持44件。",
    ],
)
def test_what_an_office_decides_for_others_is_none_of_its_disputes(text: str) -> None:
    assert of_kind(text, Kind.SHARE) == of_kind(text, Kind.COUNT) == []


def test_disputes_brought_against_the_office_are_its_own_again() -> None:
    text = "作为复议机关，审理信息公开复议案件52件；因政府信息公开被申请行政复议8件，纠错率25%。"
    assert [claim.quantity.unit for claim in of_kind(text, Kind.SHARE)] == ["%"]


@pytest.mark.parametrize("name", ["办结率", "办结比例", "答复比例"])
def test_what_was_handled_is_a_share_of_what_there_was_to_handle(name: str) -> None:
    (share,) = of_kind(f"收到政府信息公开申请30件，办结25件，{name}83.3%。", Kind.SHARE)
    assert ("办结申请总数",) not in share.over


def test_a_rate_behind_other_disputes_is_theirs() -> None:
    text = "因政府信息公开被申请行政复议8件，纠正2件；其他行政复议74件，纠错率7.0%。"
    assert of_kind(text, Kind.SHARE) == []


def test_behind_one_kind_of_applicants_a_rate_is_of_what_they_applied_for() -> None:
    text = "针对企业提出的政府信息公开申请，予以公开7件，公开率63.6%。"
    (rate,) = [claim for claim in of_kind(text, Kind.SHARE) if claim.quantity.unit == "%"]
    assert all("×" in name for reading in rate.readings for name in reading)
    assert ("收到申请总数",) not in rate.over


def test_how_much_of_one_kind_was_handled_is_not_told_by_the_table() -> None:
    text = "企业提出的政府信息公开申请办结11件，办结率91.7%。"
    assert [claim for claim in of_kind(text, Kind.SHARE) if claim.quantity.unit == "%"] == []
