"""What the name of an office looks like, wherever it stands: in a title, a signature, a box, above a ledger."""

import re
from collections.abc import Sequence
from typing import Final

from intake.plain_words import without_spaces

_OFFICE: Final = re.compile(
    r"(政府|局|办公室|委员会|中心|厅|院|队|处|部|所|站|街道|办事处|镇|乡|会|公司|学校|大学|学院|医院|委|办|署|馆|集团|社|园|银行|库|台|开发区|高新区|管委会|府办)(（.{2,12}）|\(.{2,12}\))?$"
)
PLACE: Final = re.compile(r"[\u4e00-\u9fff]+(?:省|市|县|镇|乡|旗|盟|自治州|自治区|(?<!新|发|园|景)区)")
"""A place alone: in 某某市政府信息公开工作年度报告 the word 政府 is said once for twice."""
PLACED: Final = re.compile(r"[\u4e00-\u9fff]{1,8}?(?:省|市|县|区|镇|乡|旗|盟|州|街道)(?!管理|场)")
"""How a name begins that says where its office is."""
STANDING: Final = ("区", "县", "市", "州", "镇", "乡", "省", "我", "本", "旗")
"""How an office speaks of itself where it stands."""
_YEAR: Final = re.compile(r"(?:20\d\d|二[〇○Ｏ零O0].{2})\s*年?度?|\d{4}年?度?")
_SEAL: Final = re.compile(r"[（(](?:盖章|公章|印章|加盖公章|章)[）)]$")
_WRITTEN: Final = re.compile(r"[\u3400-\u9fff]+(?:[（(][\u3400-\u9fff]{2,12}[）)])?")
_AREA: Final = re.compile(r"(?:[区镇乡]|街道)$")
_ANY: Final = re.compile(r".*各|全[县市省区镇乡州体]|[我该]|本[县市省区镇乡州局级机单]|附[件表]")
"""How words begin that speak of offices without naming one, or name a paper."""


def is_office(text: str) -> bool:
    """Whether a short line is the name of an office."""
    words = without_spaces(text)
    return (
        3 <= len(words) <= 32
        and not re.search(r"[，。；：:,;、！？>|]", words)
        and bool(_OFFICE.search(words))
    )


def is_full_name(words: str) -> bool:
    """Whether words are an office's name for certain: its place, what it is, and nothing else.

    A place or an area alone is none: it may stand for its government, or for where the office is.
    """
    name = bool(_WRITTEN.fullmatch(words)) and is_office(words) and bool(PLACED.match(words))
    return name and not (_AREA.search(words) or _ANY.match(words) or words.startswith(STANDING))


def apart(names: Sequence[str]) -> list[str]:
    """Return the offices that are named, without those that are a room of another: 某局办公室 is 某局."""
    return [name for name in names if not any(name != other and name.startswith(other) for other in names)]


def without_seal(words: str) -> str:
    """Return a name without blanks, and without the place for the seal behind it."""
    return _SEAL.sub("", without_spaces(words))


def without_year(words: str) -> str:
    """Return the words around a name without the year of the paper."""
    return _YEAR.sub("", words)
