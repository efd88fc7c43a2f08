"""What is typed into a cell becomes a value or is refused with the reason; blank and 0 are two values."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.cell_kinds import CellKind
from model.errors import ValueRefused
from model.values import Value, from_json, parse, to_json, to_text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        (" 1 234 ", 1234),
        ("1,234", 1234),
        ("１２", 12),
        ("１，２３４", 1234),
        ("\u200b12\ufeff", 12),
        ("1\u00a0234", 1234),
        ("19\u202f876", 19876),
        ("\u202d12\u202c", 12),
        ("1\u00ad2", 12),
        ("𝟏𝟐", 12),
        ("1,234,567", 1234567),
        ("007", 7),
        ("12.0", 12),
        ("1,234.00", 1234),
        ("0.00", 0),
        ("0", 0),
        ("-0", 0),
        ("", None),
        ("　", None),
        ("999999999999999", 999_999_999_999_999),
    ],
)
def test_what_is_plainly_a_count_is_taken(text: str, value: Value) -> None:
    assert parse(text, CellKind.COUNT) == value


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("/", "“/”不是数字；没有发生的请填 0"),
        ("-", "不是数字"),
        ("—", "不是数字"),
        ("无", "“无”不是数字"),
        ("约30", "“约30”不是数字；请只填数字，不带单位和其他字"),
        ("30件", "“30件”不是数字；请只填数字，不带单位和其他字"),
        ("1.5", "“1.5”不是整数"),
        ("-3", "此处不能填负数"),
        ("+3", "不要带“\\+”号"),
        ("1,23", "不是数字"),
        ("0,123", "不是数字"),
        ("36 38", "“36 38”是 2 个数字，一格只能填一个"),
        ("12\n345", "是 2 个数字"),
        ("12\v13", "是 2 个数字"),
        ("1  234", "是 2 个数字"),
        ("1 234 56", "是 3 个数字"),
        ("1, 234", "不是数字"),
        ("19876¹", "不是数字"),
        ("19876①", "不是数字"),
        ("1.2.3", "不是数字"),
        ("12,34,567", "不是数字"),
        ("1e5", "不是数字"),
        ("½", "不是数字"),
        ("10²", "不是数字"),
        ("①", "不是数字"),
        ("三", "不是数字"),
        ("٣", "不是数字"),
        ("9" * 16, "位数过多"),
        ("一段很长很长很长很长的文字", "“一段很长很长很长很长的文…”"),
    ],
)
def test_everything_else_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueRefused, match=reason):
        parse(text, CellKind.COUNT)


@pytest.mark.parametrize(("text", "value"), [("-3", -3), ("+3", 3), ("－３", -3), ("−3", -3), ("0", 0)])
def test_only_a_signed_count_takes_a_sign(text: str, value: int) -> None:
    assert parse(text, CellKind.SIGNED) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("1.5", "1.5"), ("96,171.6", "96171.6"), ("38.000106", "38.000106"), ("1.50", "1.50"), ("-0", "0")],
)
def test_an_amount_is_a_decimal_to_the_last_digit(text: str, value: str) -> None:
    amount = parse(text, CellKind.MONEY)
    assert isinstance(amount, Decimal)
    assert str(amount) == value


@pytest.mark.parametrize(
    ("text", "reason"), [("0.1234567", "最多保留 6 位小数"), ("-1", "不能填负数"), ("1万", "不是数字")]
)
def test_an_amount_beyond_its_bounds_is_refused(text: str, reason: str) -> None:
    with pytest.raises(ValueRefused, match=reason):
        parse(text, CellKind.MONEY)


def test_blank_is_printed_as_nothing_and_zero_as_0() -> None:
    assert to_text(None) == ""
    assert to_text(0) == "0"
    assert to_text(Decimal("96171.60")) == "96171.60"
    assert to_text(Decimal("1E+3")) == "1000"


def test_a_signed_count_is_printed_with_its_sign() -> None:
    assert [to_text(value, signed=True) for value in (3, 0, -3)] == ["+3", "0", "-3"]


COUNTS = st.integers(0, 10**15 - 1)
AMOUNTS = st.decimals(min_value=0, max_value=10**7, places=6)


@given(COUNTS)
def test_a_printed_count_is_read_back(count: int) -> None:
    assert parse(to_text(count), CellKind.COUNT) == count
    assert parse(f"{count:,}", CellKind.COUNT) == count


@given(AMOUNTS)
def test_a_printed_amount_is_read_back(amount: Decimal) -> None:
    assert parse(to_text(amount), CellKind.MONEY) == amount


@given(st.none() | COUNTS | AMOUNTS)
def test_json_keeps_a_value_and_its_type(value: Value) -> None:
    again = from_json(to_json(value))
    assert (again, type(again)) == (value, type(value))


@given(st.text(max_size=30), st.sampled_from(CellKind))
def test_no_text_makes_the_parser_stumble(text: str, kind: CellKind) -> None:
    with suppress(ValueRefused):
        assert isinstance(parse(text, kind), int | Decimal | None)
