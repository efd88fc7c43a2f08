"""S14: contact data that cannot be what they are called, such as mail without @, or that the preamble tells otherwise."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from model.findings import Finding, Spot
from model.levels import Level
from model.office_fields import FIELD_WORDS
from model.prose.passages import Found, by_paragraph
from model.rules.rule import OFFICE, TEXTS, Case, Rule, once

_AREA: Final = r"(?:10|2\d|[3-9]\d{2})"
_NUMBER: Final = re.compile(
    r"(?<![\dA-Za-z-])"
    rf"(?:(?:\(?(?:\+|00)?86\)?[- ]?\(?0?{_AREA}\)?[- ]{{0,3}}|\(?0{_AREA}\)?[- ]{{0,3}})?[1-9]\d{{2,3}}[ -]?\d{{4}}"
    r"|(?:\(?(?:\+|00)?86\)?[- ]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}|[48]00[- ]?\d{3,4}[- ]?\d{3,4}|9[56]\d{3,4}|1\d{4}|1\d{2})"
    r"(?: ?(?:-|转|\*|分机) ?\d{1,6})?(?![\dA-Za-z])"
)
"""With its area, of a mobile telephone, of a hotline, and what is rung within the house."""
_OTHER_DIGITS: Final = re.compile(r"\d{5,}")
"""What is left beside the numbers may be extensions and hours, but no longer number."""
_PARTS: Final = re.compile("[,;、/ ]+")
_ASIDE: Final = re.compile(r"\([^()]*\)")
_MAIL: Final = re.compile(r"[A-Za-z0-9_][\w.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_SITE: Final = re.compile(
    r"(?:https?://)?(?!www\.[^.]+$)(?:[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+|\[[0-9A-Fa-f:]+\])(?::\d+)?(?:[/?#]\S*)?",
    re.I,
)
_CHINESE: Final = re.compile("[\u4e00-\u9fff]")
_NOTHING: Final = ("无", "没有", "暂无")


def _is_telephone(value: str) -> bool:
    """Whether it has a number, and nothing of another number that is none; an extension may follow."""
    rest, count = _NUMBER.subn(" ", value)
    return count > 0 and not _OTHER_DIGITS.search(rest)


def _is_postcode(value: str) -> bool:
    return len(value) == 6 and value.isdigit() and not value.startswith("00")


def _is_mail(value: str) -> bool:
    """Whether each part is an address, or beside one a remark in Chinese or a website."""
    parts = [part for part in _PARTS.split(_ASIDE.sub("", value)) if part]
    mails = [part for part in parts if _MAIL.fullmatch(part)]
    return bool(mails) and all(
        part in mails or ("@" not in part and (_CHINESE.search(part) or _SITE.fullmatch(part)))
        for part in parts
    )


def _is_site(value: str) -> bool:
    """Whether it is told by its name, or each part is an address."""
    if _CHINESE.search(value):
        return value not in _NOTHING
    parts = [part for part in re.split("[,;、 ]+", value) if part]
    return bool(parts) and all(_SITE.fullmatch(part) for part in parts)


_FORMS: Final = {
    "postcode": (_is_postcode, "应为 6 位数字"),
    "phone": (_is_telephone, "不是电话号码（如 区号-号码）"),
    "fax": (_is_telephone, "不是电话号码（如 区号-号码）"),
    "email": (_is_mail, "不是电子邮箱（应有 @）"),
    "website": (_is_site, "既不是地址，也不是网站名称"),
}
"""Field → whether a value can be one, what is wrong with others."""
_FIELD_OF: Final = {
    "邮编": "postcode",
    "邮政编码": "postcode",
    "电子邮箱": "email",
    "电子邮件": "email",
    "邮箱": "email",
    "E-mail": "email",
    "传真": "fax",
    "电话": "phone",
    "网址": "website",
}
"""What a datum is called in a text, whatever stands before it (监督电话) → the field it is."""
_ASKED_AT: Final = ("postcode", "phone", "email")
"""Where readers are to ask; a website or a fax that the preamble names may be another one."""
_LOCAL: Final = 7
"""Digits at the end of a telephone number that tell it from others, with and without its area."""
_HOTLINE: Final = re.compile(r"(?:1\d{2}|1\d{4}|9[56]\d{3,4})")
"""A number that a whole city or country rings, beside which the office has its own."""
_EXTENSION: Final = re.compile(r"(?<=\d{7})(?:-|转|\*|分机)\d{1,6}$|(?:转|\*|分机)\d{1,6}$")
_NAMES: Final = "|".join(r"[ \u3000]*".join(map(re.escape, name)) for name in _FIELD_OF)
_VALUE: Final = r"[A-Za-z0-9@._+()（）－—–*转 ,/:?&=#%~\\-]"
_BARE: Final = r"[A-Za-z0-9][A-Za-z0-9@._+()（）－—–*转 -]{3,60}"
_TOLD: Final = re.compile(
    rf"(?P<what>{_NAMES})(?:号码|地址)?(?:[（(][^（）()\n]{{1,6}}[）)])?[为是 \u3000]?"
    rf"(?:[:：]\s*(?P<value>(?:(?!E-?mail){_VALUE}){{1,80}})|(?P<bare>{_BARE}))",
    re.I,
)
_WIDE: Final = {
    code: chr(code - 0xFEE0)
    for first, last in ("０９", "ＡＺ", "ａｚ", "＠＠", "．．", "＿＿")
    for code in range(ord(first), ord(last) + 1)
}
"""What data are written with, in full width, one for one, so that places stay."""
_DASHES: Final = dict.fromkeys(map(ord, "－—–―‐"), "-")


def _plain(value: str) -> str:
    """The value with letters, digits and signs of usual width."""
    plain = unicodedata.normalize("NFKC", value.translate(_DASHES)).replace("--", "-").strip(" .-,")
    return plain.removesuffix(")") if plain.count(")") > plain.count("(") else plain


def _without_end(value: str) -> str:
    """A value without what closes the words around it: a bracket that it does not open, a stop, blanks."""
    value = value.rstrip(" .,")
    closing = value.count(")") + value.count("）") > value.count("(") + value.count("（")
    return _without_end(value[:-1]) if closing and value.endswith((")", "）")) else value


def _wrong(field: str, value: str) -> str:
    """What is wrong with a value of a field, "" where it can be one."""
    form, fault = _FORMS[field]
    return "" if form(_plain(value)) else f"{FIELD_WORDS[field]}“{value.strip()}”{fault}，请核对"


@by_paragraph
def _data(paragraph: str) -> Iterator[Found]:
    """Each datum that is told, `says` which field it is."""
    plain = paragraph.translate(_WIDE)
    for match in _TOLD.finditer(plain):
        name = "".join(match["what"].split())
        field = next(field for words, field in _FIELD_OF.items() if words.lower() == name.lower())
        told = "value" if match["value"] else "bare"
        if told == "bare" and not re.search(r"\d{4}|[.@]", match["bare"]):
            continue  # 电话2部
        value = _without_end(re.split("[ ,/]", match[told])[0] if field == "postcode" else match[told])
        yield Found(match.start(told), match.start(told) + len(value), value, field)


def _contacts(case: Case) -> Iterator[Finding]:
    """S14: a field of the office's data, or a datum told in the preamble, that nobody could write or ring to.

    What both say wrong, as after an import, is told once. Where both can be used they say the same.
    """
    told = _data(case.texts.get("preamble", ""))
    values = {field: case.report.field(field).strip() for field in _FORMS}
    in_words = {_plain(found.words) for found in told}
    for field, value in values.items():
        fault = _wrong(field, value) if value else ""
        if fault and _plain(value) not in in_words:
            yield Finding("S14", Level.WARNING, fault, page="cover", quote=value)
    in_data = {_plain(value) for value in values.values()}
    for found in told:
        fault = _wrong(found.says, found.words)
        if fault:
            both = "（机关信息和引言中都是）" if _plain(found.words) in in_data else ""
            yield _in_preamble(found, fault + both)
    for field in _ASKED_AT:
        yield from _told_otherwise(field, values[field], [found for found in told if found.says == field])


def _told_otherwise(field: str, value: str, told: Sequence[Found]) -> Iterator[Finding]:
    """Where the preamble tells a datum, and the office's own is none of those that it tells."""
    own = _keys(field, value)
    told = [found for found in told if not _HOTLINE.fullmatch(_plain(found.words))]
    if (
        not own
        or not told
        or any(_keys(field, found.words) & own or _wrong(field, found.words) for found in told)
    ):
        return
    words = FIELD_WORDS[field]
    yield _in_preamble(
        told[0], f"引言中的{words}“{told[0].words.strip()}”与机关信息中的“{value}”不一致，请改为一致"
    )


def _keys(field: str, value: str) -> frozenset[str]:
    """What tells one datum of a field from another: of a telephone the number without its area."""
    if _wrong(field, value):
        return frozenset()
    if field != "phone":
        return frozenset(part.lower() for part in _PARTS.split(_plain(value)))
    numbers = (_EXTENSION.sub("", match[0].replace(" ", "")) for match in _NUMBER.finditer(_plain(value)))
    return frozenset(re.sub(r"\D", "", number)[-_LOCAL:] for number in numbers)


def _in_preamble(found: Found, message: str) -> Finding:
    spot = Spot("preamble", found.start, found.end)
    return Finding("S14", Level.WARNING, message, page="preamble", spot=spot, quote=found.words)


RULES: Final = (
    Rule(
        "S14",
        Level.WARNING,
        "联系方式应能使用，引言与机关信息一致",
        once(_contacts, OFFICE, TEXTS),
        formula="邮编为 6 位数字，电话、传真为区号和号码，电子邮箱有 @，网址为地址或网站名称；"
        "引言写到邮编、电话、邮箱的，与机关信息相同",
        source="国办公开办函〔2021〕30号，引言：联系方式",
    ),
)
