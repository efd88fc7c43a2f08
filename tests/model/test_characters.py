"""Marks that nobody sees go, look-alikes become the usual characters, and places in a text stay where they must."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.characters import INVISIBLE, NARROW, folded, usual, visible

MARKS = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u202d\u202e\u2060\u2066\u2069\ufeff\ufe0f\x07"
NO_CHARACTERS = "\ufff9\ufffa\ufffb\ufffc\ufffe\ufdd0\ud842"


@pytest.mark.parametrize("mark", MARKS + NO_CHARACTERS)
def test_marks_without_width_go(mark: str) -> None:
    assert visible(f"{mark}申请{mark}58{mark}件") == "申请58件"


def test_line_breaks_and_blanks_stay() -> None:
    assert visible("一\n二\t三\r\n四\u3000五\u00a0六\v七") == "一\n二\t三\r\n四\u3000五\u00a0六\v七"


def test_every_format_character_of_the_first_planes_is_unseen_but_those_of_other_scripts() -> None:
    shown = [
        code
        for code in range(0x20000)
        if unicodedata.category(chr(code)) == "Cf" and not re.match(f"[{INVISIBLE}]", chr(code))
    ]
    scripts = {unicodedata.name(chr(code)).split()[0] for code in shown}
    assert scripts <= {"ARABIC", "SYRIAC", "KAITHI", "EGYPTIAN", "MUSICAL"}


@pytest.mark.parametrize(
    ("drawn", "meant"),
    [
        ("⾏政⼈⼤⽂件", "行政人大文件"),
        ("⽤⼾⾭年", "用户青年"),
        ("⻅⻓⺠⻔⻋⻚⻛", "见长民门车页风"),
        ("\uf983\uf9be", "\u65c5\u6599"),
        ("︵一︶", "（一）"),
        ("𝟓𝟖件", "58件"),
        ("总计１２件①²", "总计１２件①²"),
    ],
)
def test_look_alikes_become_the_usual_characters(drawn: str, meant: str) -> None:
    assert usual(drawn) == meant


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(folded(text)) == len(text)
    assert usual(usual(text)) == usual(text)


def test_raised_and_circled_digits_are_no_digits() -> None:
    assert "¹²³①⑴₁".translate(NARROW) == "¹²³①⑴₁"
