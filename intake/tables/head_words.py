"""The words of columns as pages really write them, before the form's own."""

from functools import cache
from typing import Final

from intake.plain_words import core, plain

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


_OVER: Final = ("申请人情况", "法人或其他组织", "法人和其他组织")
"""Heads over several others, which pages write before these in one cell: 法人或其他组织（商业企业）."""


@cache
def head_words(text: str) -> str:
    """Return the plain words of a head, without number and remark, in the form's words where they are others of the same.

    Of a head with those over it in one cell they are its own; a total under one of these is none of the form's.
    """
    words = core(text)
    behind = next((plain(text).removeprefix(over) for over in _OVER if plain(text).startswith(over)), "")
    if behind and _HEADS.get(behind, behind) != "总计":
        return head_words(behind)
    return _HEADS.get(words, words)
