"""S11: names and numbers of persons that a published report must not leak. Messages show them only in part."""

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Final

from model.findings import Finding, Spot
from model.levels import Level
from model.prose.passages import Found, by_paragraph
from model.rules.persons import persons
from model.rules.rule import TEXTS, Case, Rule, once

_RUN: Final = re.compile(r"[0-9]{11,}+[Xx]?")
_GROUPED: Final = re.compile(r"[0-9]{4}(?: [0-9]{4}){3}(?: [0-9]{1,3})?(?![0-9])")
_PARTED: Final = re.compile(r"1[3-9][0-9][ -][0-9]{4}[ -][0-9]{4}(?![0-9])")
_LABELLED: Final = re.compile(
    r"证(?:件)?(?:号码?)?[为是:：]?\s?(?P<number>[0-9]{17}[0-9Xx]|[0-9]{15})(?![0-9])"
)
_IDENTITY: Final = re.compile(r"[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9Xx]")
_MOBILE: Final = re.compile(r"1[3-9]\d{9}")
_COUNTED: Final = frozenset("次条件人户个元万")
"""Behind a long number they say that it is counted: 访问13812345678次."""
_CARD: Final = re.compile(r"银行卡(?:卡?号(?:码)?)?[为是:：]?\s?(?P<number>[0-9]{12,19})(?![0-9])")
_ACCOUNT: Final = re.compile(r"\d{16,19}")
_WIDE: Final = {0xFF10 + digit: str(digit) for digit in range(10)} | {0xFF38: "X", 0xFF58: "x"}
"""Full-width digits, one for one, so that places stay."""
_HAS_WIDE: Final = re.compile("[０-９]")
_NAME: Final = "个人姓名"
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


def _numbers(paragraph: str) -> Iterator[Found]:
    plain = paragraph.translate(_WIDE) if _HAS_WIDE.search(paragraph) else paragraph
    for match in _LABELLED.finditer(plain):
        yield Found(match.start("number"), match.end("number"), match["number"], "身份证号码")
    for match in _CARD.finditer(plain):
        yield Found(match.start("number"), match.end("number"), match["number"], "银行账号")
    runs = (numbers.finditer(plain) for numbers in (_RUN, _GROUPED, _PARTED))
    for match in islice(chain.from_iterable(runs), LOOKED_AT):
        around = (
            paragraph[max(0, match.start() - 1) : match.start()] + paragraph[match.end() : match.end() + 1]
        )
        part = any(mark.isascii() and (mark.isalnum() or mark in "./-") for mark in around)
        part = part or around[-1:] in _COUNTED
        says = "" if part else _kind(match[0])
        first = max(0, match.start() - 12)
        labelled = any(label.search(plain, first, match.end()) for label in (_LABELLED, _CARD))
        if says and not labelled:
            yield Found(match.start(), match.end(), match[0], says)
    for start, end in persons(paragraph):
        yield Found(start, end, paragraph[start:end], _NAME)


def _kind(number: str) -> str:
    """What a number is, "" when it is nobody's."""
    digits = re.sub("[ -]", "", number)
    if _IDENTITY.fullmatch(digits) and _is_identity(digits):
        return "身份证号码"
    if _ACCOUNT.fullmatch(digits) and _is_account(digits):
        return "银行账号"
    return "手机号码" if _MOBILE.fullmatch(digits) else ""


def _leaks(case: Case) -> Iterator[Finding]:
    """S11: a number or a name that belongs to a person; the message shows a part of it only."""
    for section, text in case.texts.items():
        yield from _leaked(text, section)


@by_paragraph
def _leaked(paragraph: str, section: str) -> Iterator[Finding]:
    for found in _numbers(paragraph):
        if section == "preamble" and found.says == "手机号码":
            continue  # whom to ask
        shown = f"{found.words[0]}…" if found.says == _NAME else f"{found.words[:3]}…{found.words[-2:]}"
        message = f"“{shown}”是{found.says}，公开的报告中不应出现，请删去"
        spot = Spot(section, found.start, found.end)
        yield Finding("S11", Level.WARNING, message, page=section, spot=spot, quote=shown)


RULES: Final = (
    Rule(
        "S11",
        Level.WARNING,
        "文字中不应出现个人姓名和号码",
        once(_leaks, TEXTS),
        formula="文字中没有个人的身份证号码、手机号码、银行账号，申请人等没有写出姓名（引言中的联系电话除外）",
        source="条例第十五条；个人信息保护法",
    ),
)
