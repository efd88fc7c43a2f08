"""The words of the form as pages really write them: one spelling for all widths, brackets, spaces and scripts."""

import re
import unicodedata
from functools import cache
from typing import Final

from model.ordinals import ordinal_value

_TRADITIONAL: Final = (
    "總总體体況况動动開开報报務务處处複复復复議议訟讼訴诉問问題题進进項项條条內内數数規规現现單单萬万許许罰罚強强業业費费關关為为"
    "於于結结轉转辦办屬属國国護护權权類类過过執执詢询沒没補补請请確确認认舉举當当機机構构獲获無无繳缴納纳維维糾纠審审經经織织計计"
    "與与應应時时號号發发見见輿舆熱热點点參参會会聞闻責责線线訪访談谈讀读傳传網网絡络範范圍围隱隐個个穩稳還还設设專专門门閱阅職职"
    "員员訓训編编輯辑場场區区縣县廳厅鄉乡鎮镇衛卫財财環环勞劳檔档紀纪監监農农電电釋释決决製制鏈链擾扰"
    "減减後后據据濟济係系組组統统繼继續续聯联負负購购這这採采錯错額额駁驳對对徑径態态標标"
)
_SIMPLIFIED: Final = {ord(old): new for old, new in zip(_TRADITIONAL[::2], _TRADITIONAL[1::2], strict=True)}
_KEPT: Final = re.compile(r"[^0-9a-z\u4e00-\u9fff〇]")
_ENUMERATOR: Final = re.compile(
    r"\s*(?:[（(]\s*[一二三四五六七八九十\d]{1,3}\s*[）)]|第?[一二三四五六七八九十]{1,3}\s*[、.．,，:：]|\d{1,2}\s*[.．、,，)）](?!\d))\s*"
)
_TOP: Final = re.compile(
    r"\s*(?:第?([一二三四五六七八九十]{1,3})(?:部分)?\s*[、.．,，:：﹑\s]|([一二三四五六七八九十]{1,3})(?=[\u4e00-\u9fff]))\s*"
)
_REMARK: Final = re.compile(
    r"[（(][^（()）]*(?:[（(][^（()）]*[）)][^（()）]*)*[）)]\s*$|[（(](?:区分处理|不同|不包括|单位).*$"
)


def simplified(text: str) -> str:
    """Return the text with the traditional characters of the form's words replaced."""
    return text.translate(_SIMPLIFIED)


@cache
def plain(text: str) -> str:
    """Return only the characters and digits of a text, in simplified script and narrow width."""
    narrow = unicodedata.normalize("NFKC", text).lower()
    return _KEPT.sub("", simplified(narrow))


@cache
def core(label: str) -> str:
    """Return the plain label without the numbers （一）, 三、 or 1. in front of it, and without a remark in brackets."""
    bare = _ENUMERATOR.sub("", label, count=1) if _ENUMERATOR.match(label) else label
    return plain(_REMARK.sub("", bare)) or plain(bare)


def without_spaces(text: str) -> str:
    """Return the text without blanks of any width."""
    return "".join(text.split())


def top_number(text: str) -> tuple[int, str]:
    """Return the number of a heading of the first level and what follows: (3, "收到…") for 三、收到…; 0 without one."""
    match = _TOP.match(text)
    if not match:
        return 0, text
    return ordinal_value(match[1] or match[2]), text[match.end() :]
