"""S14: contact data that cannot be what they are called: a postcode of five digits, an address of mail without @."""

import re
from collections.abc import Iterator
from typing import Final

from model.characters import NARROW
from model.findings import Finding, Level, Spot
from model.prose.passages import Found, by_paragraph
from model.rules.rule import OFFICE, TEXTS, Case, Rule, once

_NUMBER: Final = (
    r"(?:\(?(?:\+?86-?)?0\d{2,3}\)?[- ]?)?[2-9]\d{6,7}(?:(?:-|转|\*)\d{1,6})?|1[3-9]\d[ -]?\d{4}[ -]?\d{4}"
    r"|[48]00[- ]?\d{3,4}[- ]?\d{3,4}|1\d{4}|1\d{2}"
)
_FORMS: Final = {
    "postcode": ("邮编", re.compile(r"\d{6}"), "应为 6 位数字"),
    "phone": (
        "联系电话",
        re.compile(rf"(?:{_NUMBER})(?:[、,;/或 ]+(?:{_NUMBER}|\d{{1,4}}))*"),
        "不是电话号码（如 区号-号码）",
    ),
    "fax": (
        "传真",
        re.compile(rf"(?:{_NUMBER})(?:[、,;/或 ]+(?:{_NUMBER}|\d{{1,4}}))*"),
        "不是电话号码（如 区号-号码）",
    ),
    "email": (
        "电子邮箱",
        re.compile(
            r"[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:[、,;/ ]+[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)*"
        ),
        "不是电子邮箱（应有 @）",
    ),
    "website": (
        "网站",
        re.compile(
            r".*[\u4e00-\u9fff].*|(?:https?://)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::\d+)?(?:[/?#]\S*)?"
        ),
        "不是网址",
    ),
}
"""Field → what it is called, the forms it can have, what is wrong with others. A website may be told by its name."""
_TOLD: Final = re.compile(
    r"(?P<what>[邮电传联][\u4e00-\u9fff]{1,3}?)[为是]?[:：]\s*(?P<value>[A-Za-z0-9@._+()（）－—–*转 -]{1,60})"
)
_FIELD_OF: Final = {
    "邮编": "postcode",
    "邮政编码": "postcode",
    "电子邮箱": "email",
    "电子邮件": "email",
    "邮箱": "email",
    "传真": "fax",
    "电话": "phone",
    "联系电话": "phone",
}
"""What a datum is called in a text → the field it is."""
_USUAL: Final = dict.fromkeys(map(ord, "－—–―‐"), "-") | {ord("／"): "/", ord("、"): ","}


def _plain(value: str) -> str:
    """The value with digits and signs of usual width."""
    plain = value.translate(NARROW).translate(_USUAL).replace("--", "-").strip(" .-,")
    return plain.removesuffix(")") if plain.count(")") > plain.count("(") else plain


def _wrong(field: str, value: str) -> str:
    """What is wrong with a value of a field, "" where it can be one."""
    words, form, fault = _FORMS[field]
    return "" if form.fullmatch(_plain(value)) else f"{words}“{value.strip()}”{fault}，请核对"


@by_paragraph
def _told(paragraph: str) -> Iterator[Found]:
    for match in _TOLD.finditer(paragraph):
        field = _FIELD_OF.get(match["what"])
        fault = _wrong(field, match["value"]) if field else ""
        if fault:
            yield Found(match.start("value"), match.end("value"), match["value"], fault)


def _contacts(case: Case) -> Iterator[Finding]:
    """S14: a field of the office's data, or a datum told in the preamble, that nobody could write or ring to."""
    for field in _FORMS:
        value = case.report.field(field).strip()
        fault = _wrong(field, value) if value else ""
        if fault:
            yield Finding("S14", Level.WARNING, fault, page="cover", quote=value)
    for found in _told(case.texts.get("preamble", "")):
        spot = Spot("preamble", found.start, found.end)
        yield Finding("S14", Level.WARNING, found.says, page="preamble", spot=spot, quote=found.words)


RULES: Final = (
    Rule(
        "S14",
        Level.WARNING,
        "联系方式应能使用",
        once(_contacts, OFFICE, TEXTS),
        formula="邮编为 6 位数字，电话、传真为区号和号码，电子邮箱有 @，网站为网址或名称",
        source="国办公开办函〔2021〕30号，引言：联系方式",
    ),
)
