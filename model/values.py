"""The one contract for a cell's value: typed text → value → text. Blank (None) and 0 are two values, decided here."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final, TypeAlias

from model.cell_kinds import CellKind
from model.characters import BLANKS, NARROW, visible
from model.errors import ValueRefused
from model.pattern import Pattern

Value: TypeAlias = int | Decimal | None
"""A count is an int, an amount a Decimal, a blank cell None. Never a float."""

MOST_DIGITS = 15  # what a spreadsheet keeps exactly; beyond it a number is a slip of the paste, and refused

_PLAIN: Final = Pattern(r"[+-]?[0-9]+(?:\.[0-9]+)?")
_GROUPED: Final = Pattern(
    rf"[+-]?[1-9][0-9]{{0,2}}(?:(?:,[0-9]{{3}})+|(?:[{BLANKS}][0-9]{{3}})+)(?:\.[0-9]+)?"
)
"""Thousands apart: by commas, or by one blank each; any other blank or mark stands between two numbers."""
_BETWEEN: Final = Pattern(f"[,{BLANKS}]")
_NO_FRACTION: Final = Pattern(r"\.0+\Z")
"""A whole number as a spreadsheet shows it with decimals: 12.00."""


def number_in(text: str) -> str | None:
    """Return the digits, with sign and decimals, of a text that is plainly one number; None for every other text.

    Plain are digits of any width, thousands marks, one blank between groups of three digits, and marks that are not
    seen. Whatever else stands between digits stands between two numbers: `36 38` is not 3638.
    """
    plain = visible(text).translate(NARROW).strip()
    if _PLAIN.fullmatch(plain):
        return plain
    return _BETWEEN.sub("", plain) if _GROUPED.fullmatch(plain) else None


def parse(text: str, kind: CellKind) -> Value:
    """Return the value that `text`, typed or pasted into a cell of `kind`, plainly means; blank text is None.

    Raises ValueRefused with the reason for everything that is not one number (`/`, `-`, `无`, `约30`, `36 38`), and for
    a number that the cell cannot hold (`1.5` in a count).
    """
    if not visible(text).strip():
        return None
    plain = number_in(text)
    if plain is None:
        raise ValueRefused(_no_number(text))
    spec = kind.spec
    if spec.whole:
        plain = _NO_FRACTION.sub("", plain)
    if len(plain.lstrip("+-")) > MOST_DIGITS:
        raise ValueRefused(f"“{_short(text)}”位数过多，请核对后重新填写")
    if plain[0] == "-" and not spec.signed and plain.strip("-0."):
        raise ValueRefused("此处不能填负数")
    if plain[0] == "+" and not spec.signed:
        raise ValueRefused("此处请直接填数字，不要带“+”号")
    if len(plain.partition(".")[2]) > spec.decimals:
        raise ValueRefused(f"“{_short(text)}”{spec.too_fine}")
    return int(plain) if spec.whole else _amount(plain)


def _no_number(text: str) -> str:
    parts = re.split(r"\s+", visible(text).strip())
    if len(parts) > 1 and all(number_in(part) is not None for part in parts):
        return f"“{_short(text)}”是 {len(parts)} 个数字，一格只能填一个，请核对后重新填写"
    more = any(map(str.isdecimal, text))
    advice = "请只填数字，不带单位和其他字" if more else "没有发生的请填 0"
    return f"“{_short(text)}”不是数字；{advice}，尚不清楚的请留空"


def _amount(plain: str) -> Decimal:
    amount = Decimal(plain)
    return abs(amount) if amount == 0 else amount


def _short(text: str) -> str:
    kept = " ".join(visible(text).split())
    return kept if len(kept) <= 12 else kept[:12] + "…"


def add_up(values: Iterable[Value]) -> Value:
    """Return the sum, None while one of the values is blank."""
    total: int | Decimal = 0
    for value in values:
        if value is None:
            return None
        total += value
    return total


BLANK_WORD: Final = "空白"
"""What a cell without a number is called where both states of it are told."""


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
