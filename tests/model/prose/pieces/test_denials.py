"""What is denied, and what is not denied though a denial stands there."""

import pytest

from model.prose.claims.claims import claims_in


def denied(text: str) -> set[str]:
    """The numbers that a text says are 0."""
    claims = [claim for _, claim in claims_in(text, 2024, "overview")]
    return {"＋".join(claim.readings[0]) for claim in claims if claim.quantity.high == 0 and not claim.scope}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("全年未收到依申请公开来信。", {"收到申请总数"}),
        ("没有发生因政府信息公开引起的行政复议和行政诉讼。", {"行政复议总数", "行政诉讼总数"}),
        ("因政府信息公开引起的行政复议1件，无行政诉讼案件。", {"行政诉讼总数"}),
        ("受理依申请公开9件，无上年度结转。", {"上年结转申请数"}),
        ("全年未制发规范性文件。", {"规范性文件制发数"}),
        ("不存在因信息公开引发的行政复议。", {"行政复议总数"}),
        ("因政府信息公开引起的行政复议、行政诉讼：无。", {"行政复议总数", "行政诉讼总数"}),
        ("本年度政府信息公开申请数为0。", {"收到申请总数"}),
        ("全年政府信息公开申请为零。", {"收到申请总数"}),
        ("没有人提出信息公开申请。", {"收到申请总数"}),
        ("政府信息公开行政复议、行政诉讼均未发生。", {"行政复议总数", "行政诉讼总数"}),
        ("受理依申请公开9件，上年度无结转。", {"上年结转申请数"}),
        ("本年度无行政处罚。", {"行政处罚数"}),
        ("因政府信息公开被申请行政复议3件，均未提起行政诉讼。", {"复议后起诉数"}),
        ("因政府信息公开被申请行政复议3件，行政诉讼均未发生。", {"行政诉讼总数"}),
        ("全年未办理行政许可。", {"行政许可数"}),
        ("收到政府信息公开申请9件，律师事务所没有申请。", {"法律服务机构申请数"}),
        (
            "收到政府信息公开申请9件，科研机构、律师事务所未提出申请。",
            {"科研机构申请数", "法律服务机构申请数"},
        ),
    ],
)
def test_what_is_denied(text: str, names: set[str]) -> None:
    assert denied(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "未发生因信息公开被纠错的行政复议、行政诉讼案件。",
        "政府信息公开申请无逾期答复情况。",
        "各乡镇未收到政府信息公开申请。",
        "收到政府信息公开申请9件，线上没有收到申请。",
        "2023年未收到政府信息公开申请。",
        "未收到信息公开投诉。",
        "政府信息公开行政复议2件，无一撤销。",
        "没有发生行政诉讼。",
        "因政府信息公开被提起行政诉讼2件，均未申请行政复议。",
    ],
)
def test_what_is_not(text: str) -> None:
    assert denied(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "（二）依申请公开。法律顾问审核合同12份，均未引发诉讼。",
        "（二）依申请公开。作出的行政处罚决定未引发行政复议和行政诉讼。",
        "（二）依申请公开。作出行政处罚347件，未引发行政复议。",
    ],
)
def test_what_another_matter_did_not_bring_about_says_nothing_of_ours(text: str) -> None:
    assert denied(text) == set()


def test_beside_another_matter_ours_may_be_denied() -> None:
    assert denied("作出行政处罚347件，未发生政府信息公开行政复议。") == {"行政复议总数"}


@pytest.mark.parametrize("body", ["质量监督站", "县建设局", "第二中学"])
def test_what_a_body_has_not_got_is_told_of_it_alone(body: str) -> None:
    assert denied(f"{body}未收到政府信息公开申请，也未发生因信息公开引起的行政复议。") == set()


@pytest.mark.parametrize(
    "text", ["另有来电17个，均按咨询答复，未计入申请数。", "登门询问21次，没有列入申请。"]
)
def test_what_was_not_counted_as_applications_denies_none(text: str) -> None:
    assert denied(f"（二）依申请公开。收到申请98件。{text}") == set()
