"""Personal numbers in a text are found, and never printed whole in a message."""

import pytest

from model.check import check
from model.findings import Finding
from tests.model.drafts import OVERVIEW, case

IDENTITY = "11010519491231002X"
CARD = "6222021234567890128"


def leaks(words: str, section: str = "overview") -> list[Finding]:
    text = {section: f"{OVERVIEW}\n{words}" if section == "overview" else words}
    return [finding for finding in check(case(texts=text)).findings if finding.code == "S11"]


def luhn(digits: str) -> str:
    """The digits with the check digit that makes them a card's."""
    for last in "0123456789":
        number = [int(digit) for digit in reversed(digits + last)]
        if (sum(number[::2]) + sum(sum(divmod(2 * digit, 10)) for digit in number[1::2])) % 10 == 0:
            return digits + last
    raise AssertionError(digits)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (IDENTITY, "身份证号码"),
        ("13800138000", "手机号码"),
        (luhn("622202123456789012"), "银行账号"),
        (luhn("622202123456789"), "银行账号"),
        ("6222 0212 3456 " + luhn("622202123456789")[-4:], "银行账号"),
    ],
)
def test_a_personal_number_is_found_and_shown_in_part(number: str, kind: str) -> None:
    (finding,) = leaks(f"申请人（{number}）对答复表示满意。")
    assert kind in finding.message
    assert number not in finding.message
    assert finding.spot is not None
    assert finding.spot.end - finding.spot.start == len(number)


def test_a_number_that_is_called_that_of_a_bank_card_need_not_hold_by_its_sum() -> None:
    (finding,) = leaks("银行卡号6222021001012345678用于退费。")
    assert "银行账号" in finding.message


@pytest.mark.parametrize(
    "words",
    [
        "联系电话：0517-83605210，邮编223001。",
        "身份证样号110105194912310021。",
        "统一社会信用代码11320703MB12345678。",
        "网址http://www.example.gov.cn/zwdt/13800138000/。",
        "累计访问12345678901次。",
        "累计访问13800138000次。",
        "编号138001380001。",
    ],
)
def test_other_long_numbers_are_left_in_peace(words: str) -> None:
    assert leaks(words) == []


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("电话１３８００１３８０００。", "手机号码"),
        ("电话138 0013 8000。", "手机号码"),
        ("身份证号：110105194912310021。", "身份证号码"),
        ("申请人赵小满对答复不满。", "个人姓名"),
        ("村民李四来信咨询。", "个人姓名"),
    ],
)
def test_numbers_in_other_dress_and_names_are_found(words: str, kind: str) -> None:
    (finding,) = leaks(words)
    assert kind in finding.message
    assert "小满" not in finding.message


@pytest.mark.parametrize(
    "words",
    [
        "申请人张某某提出申请。",
        "申请人张先生来电。",
        "申请人向我局提出申请。",
        "市民马上收到了答复。",
        "群众安全感不断提升。",
        "申请人高度评价答复。",
        "第三人意见已征求。",
        "市民周末可以查询档案。",
        "举报人许可的，公开处理结果。",
        "申请人江苏某公司领取答复。",
        "申请人（张某某）要求公开补偿方案。",
        "原告王某诉我局案已审结。",
        "江苏等5省代表参加交流。",
        "投诉人周围群众反映良好。",
    ],
)
def test_nobody_is_named(words: str) -> None:
    assert leaks(words) == []


def test_the_mobile_number_to_ask_at_may_stand_in_the_preamble() -> None:
    assert leaks("如有疑问，请致电13800138000。", "preamble") == []
    assert len(leaks(f"联系人身份证号{IDENTITY}。", "preamble")) == 1
