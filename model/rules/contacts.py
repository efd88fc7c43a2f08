"""S14: contact data that cannot be what they are called: a postcode of five digits, an address of mail without @."""

import re
from collections.abc import Iterator
from typing import Final

from model.characters import NARROW
from model.findings import Finding, Spot
from model.levels import Level
from model.office_fields import FIELD_WORDS
from model.prose.passages import Found, by_paragraph
from model.rules.rule import OFFICE, TEXTS, Case, Rule, once

_NUMBER: Final = re.compile(
    r"(?:\(?(?:\+?86-?)?0\d{2,3}\)?[- ]?)?[2-9]\d{6,7}(?:(?:-|转|\*)\d{1,6})?|1[3-9]\d[ -]?\d{4}[ -]?\d{4}"
    r"|[48]00[- ]?\d{3,4}[- ]?\d{3,4}|1\d{4}|1\d{2}"
)
_EXTENSION: Final = re.compile(r"\d{1,4}")
_PARTS: Final = re.compile(r"[^0-9()+*转 -]+")
"""What stands between the numbers of one line: commas, slashes, remarks in words."""
_MAIL: Final = re.compile(r"[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_SITE: Final = re.compile(
    r"[\u4e00-\u9fff]|(?:https?://)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::\d+)?(?:[/?#]\S*)?"
)
"""A website may be told by its name."""


def _is_telephone(value: str) -> bool:
    """Whether it has a number, and nothing of another number that is none; an extension may follow."""
    parts = [part for piece in _PARTS.split(value) if (part := piece.strip(" -()转*+"))]
    parts = [part for part in parts if any(map(str.isdigit, part))]
    found = [part for part in parts if _NUMBER.fullmatch(part)]
    return bool(found) and all(part in found or _EXTENSION.fullmatch(part) for part in parts)


def _is_postcode(value: str) -> bool:
    return len(value) == 6 and value.isdigit()


def _is_mail(value: str) -> bool:
    return _MAIL.search(value) is not None


def _is_site(value: str) -> bool:
    return _SITE.match(value) is not None


_FORMS: Final = {
    "postcode": (_is_postcode, "应为 6 位数字"),
    "phone": (_is_telephone, "不是电话号码（如 区号-号码）"),
    "fax": (_is_telephone, "不是电话号码（如 区号-号码）"),
    "email": (_is_mail, "不是电子邮箱（应有 @）"),
    "website": (_is_site, "既不是地址，也不是网站名称"),
}
"""Field → whether a value can be one, what is wrong with others."""
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
    form, fault = _FORMS[field]
    return "" if form(_plain(value)) else f"{FIELD_WORDS[field]}“{value.strip()}”{fault}，请核对"


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
        formula="邮编为 6 位数字，电话、传真为区号和号码，电子邮箱有 @，网址为地址或网站名称",
        source="国办公开办函〔2021〕30号，引言：联系方式",
    ),
)
