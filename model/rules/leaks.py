"""S11: personal numbers that a published report must not leak. Messages show them only in part."""

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Final

from model.findings import Finding, Level, Spot
from model.prose.passages import Found, by_paragraph
from model.rules.rule import TEXTS, Case, Rule, once

_RUN: Final = re.compile(r"[0-9]{11,}+[Xx]?")
_GROUPED: Final = re.compile(r"[0-9]{4}(?: [0-9]{4}){3}(?: [0-9]{1,3})?(?![0-9])")
_IDENTITY: Final = re.compile(r"[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9Xx]")
_MOBILE: Final = re.compile(r"1[3-9]\d{9}")
_ACCOUNT: Final = re.compile(r"\d{16,19}")
LOOKED_AT: Final = 1000
"""Long numbers looked at in one paragraph."""
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS: Final = "10X98765432"


def _is_identity(number: str) -> bool:
    """Whether the last character is the check character of GB 11643."""
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _WEIGHTS, strict=True))
    return _CHECKS[total % 11] == number[17].upper()


def _is_account(number: str) -> bool:
    """Whether the digits hold by Luhn's sum, as those of bank cards do."""
    digits = [int(digit) for digit in reversed(number)]
    return (sum(digits[::2]) + sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2])) % 10 == 0


@by_paragraph
def _numbers(paragraph: str) -> Iterator[Found]:
    for match in islice(chain(_RUN.finditer(paragraph), _GROUPED.finditer(paragraph)), LOOKED_AT):
        around = (
            paragraph[max(0, match.start() - 1) : match.start()] + paragraph[match.end() : match.end() + 1]
        )
        part = any(mark.isascii() and (mark.isalnum() or mark in "./-") for mark in around)
        says = "" if part else _kind(match[0])
        if says:
            yield Found(match.start(), match.end(), match[0], says)


def _kind(number: str) -> str:
    """What a number is, "" when it is nobody's."""
    digits = number.replace(" ", "")
    if _IDENTITY.fullmatch(digits) and _is_identity(digits):
        return "身份证号码"
    if _ACCOUNT.fullmatch(digits) and _is_account(digits):
        return "银行账号"
    return "手机号码" if _MOBILE.fullmatch(digits) else ""


def _leaks(case: Case) -> Iterator[Finding]:
    """S11: a number that belongs to a person; the message shows a part of it only."""
    for section, text in case.texts.items():
        for found in _numbers(text):
            if section == "preamble" and found.says == "手机号码":
                continue  # whom to ask
            shown = f"{found.words[:3]}…{found.words[-2:]}"
            message = f"“{shown}”是{found.says}，公开的报告中不应出现，请删去"
            spot = Spot(section, found.start, found.end)
            yield Finding("S11", Level.WARNING, message, page=section, spot=spot, quote=shown)


RULES: Final = (
    Rule(
        "S11",
        Level.WARNING,
        "文字中不应出现个人号码",
        once(_leaks, TEXTS),
        formula="文字中没有身份证号码、手机号码、银行账号",
        source="条例第十五条；个人信息保护法",
    ),
)
