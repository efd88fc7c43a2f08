"""S11: personal numbers that a published report must not leak. Messages show them only in part."""

import re
from collections.abc import Iterator
from typing import Final

from model.findings import Finding, Level, Spot
from model.prose import Found, by_paragraph
from model.rules.rule import TEXTS, Case, Rule, once

_IDENTITY: Final = re.compile(
    r"(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9Xx](?![0-9A-Za-z])"
)
_MOBILE: Final = re.compile(r"(?<![0-9A-Za-z./-])1[3-9]\d{9}(?![0-9A-Za-z-])")
_ACCOUNT: Final = re.compile(r"(?<![0-9A-Za-z])(?:\d{16,19}|\d{4}(?: \d{4}){3}(?: \d{1,3})?)(?![0-9A-Za-z])")
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS: Final = "10X98765432"


def _is_identity(number: str) -> bool:
    """Whether the last character is the check character of GB 11643."""
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _WEIGHTS, strict=True))
    return _CHECKS[total % 11] == number[17].upper()


def _is_account(number: str) -> bool:
    """Whether the digits hold by Luhn's sum, as those of bank cards do."""
    digits = [int(digit) for digit in reversed(number.replace(" ", ""))]
    return (sum(digits[::2]) + sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2])) % 10 == 0


@by_paragraph
def _numbers(paragraph: str) -> tuple[Found, ...]:
    found: dict[int, Found] = {}
    for says, pattern, fits in (
        ("身份证号码", _IDENTITY, _is_identity),
        ("银行账号", _ACCOUNT, _is_account),
        ("手机号码", _MOBILE, str.isdigit),
    ):
        for match in pattern.finditer(paragraph):
            if fits(match[0]):
                found.setdefault(match.start(), Found(match.start(), match.end(), match[0], says))
    return tuple(found.values())


def _leaks(case: Case) -> Iterator[Finding]:
    for section, text in case.texts.items():
        for found in _numbers(text):
            if section == "preamble" and found.says == "手机号码":
                continue  # whom to ask
            shown = f"{found.words[:3]}…{found.words[-2:]}"
            message = f"“{shown}”是{found.says}，公开的报告中不应出现，请删去"
            spot = Spot(section, found.start, found.end)
            yield Finding("S11", Level.WARNING, message, page=section, spot=spot, quote=shown)


RULES: Final = (Rule("S11", Level.WARNING, "文字中不应出现个人号码", once(_leaks, TEXTS)),)
