"""What an office's own rooms did beside what its bodies did is a part."""

import pytest

from model.prose.claim import Kind
from tests.model.prose.telling import claims


@pytest.mark.parametrize(
    "text",
    [
        "（二）依申请公开。局机关办结97件，下属中心办结17件。",
        "（二）依申请公开。由局机关答复97件，由下属事业单位答复17件。",
        "（二）依申请公开。局机关予以公开50件，下属中心予以公开11件。",
        "（二）依申请公开。局机关收到95件，质量安全站收到17件。",
        "局机关作出行政处罚300件，执法支队作出行政处罚47件。",
        "局本级办理行政许可2000件，政务服务中心办理行政许可146件。",
    ],
)
def test_what_the_office_did_beside_its_bodies_is_at_most_all(text: str) -> None:
    kinds = {claim.kind for claim in claims(text) if claim.scope in ("", "own", "rooms")}
    assert kinds == {Kind.AT_MOST}


@pytest.mark.parametrize(
    "text",
    [
        "（二）依申请公开。我局办结申请114件，其中下属中心办结17件。",
        "（二）依申请公开。我局办结申请114件，下属中心办结信访9件。",
        "（二）依申请公开。全局办结申请114件，下属中心办结17件。",
    ],
)
def test_what_the_whole_office_did_is_all(text: str) -> None:
    assert next(claim.quantity.low for claim in claims(text) if claim.kind is Kind.COUNT) == 114


def test_what_became_of_those_that_went_to_the_offices_own_rooms_is_at_most_all() -> None:
    text = "（二）依申请公开。局机关51件中，公开30件、部分公开5件。"
    assert [(int(claim.quantity.low), claim.kind) for claim in claims(text)] == [
        (30, Kind.AT_MOST),
        (5, Kind.AT_MOST),
    ]


@pytest.mark.parametrize("body", ["县（市）政府", "县（区）人民政府", "各县区"])
def test_governments_below_are_others(body: str) -> None:
    told = claims(f"{body}收到政府信息公开申请38件。")
    assert [claim.scope for claim in told] == ["others"]


def test_within_those_of_the_committees_own_rooms_results_are_parts() -> None:
    told = claims("全区收到政府信息公开申请217件。管委会机关的70件中，予以公开20件、部分公开5件。")
    assert {claim.kind for claim in told if claim.quantity.low in (20, 5)} == {Kind.AT_MOST}


def test_what_came_to_the_general_office_beside_other_rooms_is_at_most_all() -> None:
    told = claims("（二）依申请公开。办公室答复8件、规划股答复11件、征收股答复9件。")
    assert [claim.kind for claim in told] == [Kind.AT_MOST]
