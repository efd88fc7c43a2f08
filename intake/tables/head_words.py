"""The words of columns as pages really write them, before the form's own."""

from functools import cache
from typing import Final

from intake.plain_words import core

_HEADS: Final = {
    "合计": "总计",
    "共计": "总计",
    "总数": "总计",
    "小计": "总计",
    "公民": "自然人",
    "个人": "自然人",
    "科研单位": "科研机构",
    "科研院所": "科研机构",
    "社会组织": "社会公益组织",
    "律师事务所": "法律服务机构",
    "律所": "法律服务机构",
    "其它": "其他",
}
"""Heads that mean the form's."""


@cache
def head_words(text: str) -> str:
    """Return the plain words of a head, without number and remark, in the form's words where they are others of the same."""
    words = core(text)
    return _HEADS.get(words, words)
