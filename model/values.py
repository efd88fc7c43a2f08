"""The one contract for a cell's value: typed text → value → text. Blank (None) and 0 are two values, decided here."""

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from model.errors import ValueRefused

Value: TypeAlias = int | Decimal | None
"""A count is an int, an amount a Decimal, a blank cell None. Never a float."""

MOST_DECIMALS = 4  # rule C2: 万元 with at most four decimals
MOST_DIGITS = 15  # what a spreadsheet keeps exactly; beyond it a number is a slip of the paste, and refused

_NARROW = str.maketrans("０１２３４５６７８９－−﹣＋﹢，﹐．", "0123456789---++,,.", "\u200b\ufeff")
"""Digits and signs in their other widths to the usual one; marks that pages leave between them to nothing."""
_PLAIN = re.compile(r"[+-]?\d+(\.\d+)?")
_GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")


class CellKind(StrEnum):
    """What a cell holds."""

    COUNT = "count"
    SIGNED = "signed"
    MONEY = "money"


def parse(text: str, kind: CellKind) -> Value:
    """Return the value that `text`, typed or pasted into a cell of `kind`, plainly means; blank text is None.

    Full-width digits, thousands marks, spaces and a leading + (where a sign is allowed) are normalised.
    Raises ValueRefused with the reason for everything else (`/`, `-`, `无`, `约30`, `1.5` in a count).
    """
    plain = "".join(text.translate(_NARROW).split())
    if not plain:
        return None
    if _GROUPED.fullmatch(plain):
        plain = plain.replace(",", "")
    if not _PLAIN.fullmatch(plain) or not plain.isascii():
        raise ValueRefused(f"“{_short(text)}”不是数字；没有发生的请填 0，尚不清楚的请留空")
    if len(plain.lstrip("+-")) > MOST_DIGITS:
        raise ValueRefused(f"“{_short(text)}”位数过多，请核对后重新填写")
    if plain[0] == "-" and kind is not CellKind.SIGNED and plain.strip("-0."):
        raise ValueRefused("此处不能填负数")
    if plain[0] == "+" and kind is not CellKind.SIGNED:
        raise ValueRefused("此处请直接填数字，不要带“+”号")
    if kind is not CellKind.MONEY:
        return _whole(plain, text)
    return _amount(plain)


def _whole(plain: str, text: str) -> int:
    whole, _, decimals = plain.partition(".")
    if decimals:
        raise ValueRefused(f"“{_short(text)}”不是整数；件数只能填整数")
    return int(whole)


def _amount(plain: str) -> Decimal:
    amount = Decimal(plain)
    if -int(amount.as_tuple().exponent) > MOST_DECIMALS:
        raise ValueRefused("金额以万元为单位，最多保留 4 位小数")
    return abs(amount) if amount == 0 else amount


def _short(text: str) -> str:
    kept = " ".join(text.split())
    return kept if len(kept) <= 12 else kept[:12] + "…"


def add_up(values: Iterable[Value]) -> Value:
    """Return the sum, None while one of the values is blank."""
    total: int | Decimal = 0
    for value in values:
        if value is None:
            return None
        total += value
    return total


def to_text(value: Value, *, signed: bool = False) -> str:
    """Return the value as it is printed: plain digits, blank for None, a sign before a positive signed count."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format(value, "f")
    return f"{value:+d}" if signed and value > 0 else str(value)


def to_json(value: Value) -> int | str | None:
    """Return the value for JSON: an amount as a decimal string, so that no digit is lost."""
    return format(value, "f") if isinstance(value, Decimal) else value


def from_json(value: int | str | None) -> Value:
    """Return the value that `to_json` wrote. Raises decimal.InvalidOperation for a string that is no number."""
    return Decimal(value) if isinstance(value, str) else value
