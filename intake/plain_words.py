"""The words of the form as pages really write them: one spelling for all widths, brackets, spaces and scripts."""

import re
import unicodedata
from functools import cache
from typing import Final

from model.ordinals import ordinal_value

_TRADITIONAL: Final = (
    "萬万與与專专業业個个箇个為为爲为舉举鄉乡於于從从們们眾众衆众會会傳传體体關关內内寫写農农決决況况減减齣出擊击製制辦办務务動动勞劳"
    "區区醫医單单衛卫捲卷廳厅縣县參参蔘参發发髮发隻只衹只檯台臺台颱台枱台號号閤合衕同後后嚮向曏向員员迴回團团糰团園园圍围國国圖图場场"
    "處处備备復复複复學学審审傢家對对將将侷局屬属佈布庫库應应廢废開开強强噹当當当彔录錄录録录徑径誌志態态總总執执掃扫擾扰護护報报據据"
    "數数旂旗無无時时朮术術术機机權权條条來来構构査查標标覈核檔档匯汇彙汇滙汇沒没註注濟济瀏浏點点熱热環环現现電电監监眞真碼码確确俬私"
    "祕秘稱称穩稳類类係系繫系糾纠紀纪納纳綫线線线組组織织經经結结絡络統统繼继續续維维編编繳缴網网罰罚職职聯联緻致輿舆範范獲获穫获補补"
    "錶表見见規规覽览計计認认訓训議议許许訟讼設设訪访識识訴诉詞词話话詢询請请讀读談谈負负財财責责購购費费轉转載载輯辑過过還还這这進进"
    "踰逾埰采寀采採采釋释銀银鏈链錯错鍵键鎭镇鎮镇門门閉闭問问間间聞闻閱阅閲阅隊队隱隐麪面麫面麵面頁页項项題题額额舘馆館馆駁驳"
)
"""Traditional characters, with the variants of Taiwan and Hong Kong, before the simplified ones of the form's words."""
_SIMPLIFIED: Final = {ord(old): new for old, new in zip(_TRADITIONAL[::2], _TRADITIONAL[1::2], strict=True)}
_KEPT: Final = re.compile(r"[^0-9a-z\u4e00-\u9fff〇]")
_ENUMERATOR: Final = re.compile(
    r"\s*(?:[（(]\s*[一二三四五六七八九十\d]{1,3}\s*[）)]|第?[一二三四五六七八九十]{1,3}\s*[、.．,，:：]|\d{1,2}\s*[.．、,，)）](?!\d))\s*"
)
_TOP: Final = re.compile(
    r"\s*(?:第?([一二三四五六七八九十]{1,3})(?:部分)?\s*[、.．,，:：﹑\s]|([一二三四五六七八九十]{1,3})(?=[\u4e00-\u9fff])(?![是要个方项年]))\s*"
)
_ROMAN: Final = re.compile(r"\s*([Ⅰ-Ⅻ]|VI{0,3}|I?[VX]|I{1,3})\s*[、.．,，:：﹑]\s*(?=[\u4e00-\u9fff])")
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
    roman = _ROMAN.match(text)
    if roman:
        return _roman_value(roman[1]), text[roman.end() :]
    if not match:
        return 0, text
    return ordinal_value(match[1] or match[2]), text[match.end() :]


def _roman_value(numeral: str) -> int:
    """The value of a Roman numeral up to twelve, in one character or in letters."""
    letters = unicodedata.normalize("NFKC", numeral)
    ones = {"I": 1, "V": 5, "X": 10}
    values = [ones[letter] for letter in letters]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))
