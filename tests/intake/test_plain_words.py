"""One spelling for all widths, brackets, blanks and scripts; numbers and remarks beside a label are set aside."""

import pytest

from intake.plain_words import core, plain, simplified, top_number, without_spaces


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("三、收到和处理政府信息公开申请情况", "三收到和处理政府信息公开申请情况"),
        ("収到", "収到"),
        ("政府信息公開申請總計", "政府信息公开申请总计"),
        ("本年 新收　（件）", "本年新收件"),
        ("ＡＢｃ１２", "abc12"),
        ("——／—", ""),
    ],
)
def test_a_label_is_its_characters_and_digits(written: str, words: str) -> None:
    assert plain(written) == words


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("（一）予以公开", "予以公开"),
        ("1.属于国家秘密", "属于国家秘密"),
        ("三、本年度办理结果", "本年度办理结果"),
        ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "部分公开"),
        ("第三、申请", "申请"),
        ("（七）总计", "总计"),
        ("12345热线", "12345热线"),
    ],
)
def test_the_core_of_a_label_has_neither_number_nor_remark(label: str, words: str) -> None:
    assert core(label) == words


@pytest.mark.parametrize(
    ("line", "number", "rest"),
    [
        ("三、收到申请情况", 3, "收到申请情况"),
        ("第三部分 收到申请情况", 3, "收到申请情况"),
        ("三 收到申请情况", 3, "收到申请情况"),
        ("三．收到申请情况", 3, "收到申请情况"),
        ("Ⅳ、收到申请情况", 4, "收到申请情况"),
        ("VI. 收到申请情况", 6, "收到申请情况"),
        ("IT、系统建设", 0, "IT、系统建设"),
        ("十二、附则", 12, "附则"),
        ("（三）不予公开", 0, "（三）不予公开"),
        ("二是加强解读", 0, "二是加强解读"),
        ("三个方面的不足", 0, "三个方面的不足"),
        ("一年来总体情况良好", 0, "一年来总体情况良好"),
        ("收到申请情况", 0, "收到申请情况"),
    ],
)
def test_a_heading_of_the_first_level_has_its_number_before_it(line: str, number: int, rest: str) -> None:
    assert top_number(line) == (number, rest)


def test_no_traditional_character_is_replaced_by_another_traditional_one() -> None:
    text = "辦理結果總計與申請單位"
    assert simplified(simplified(text)) == simplified(text)
    assert simplified("政府信息") == "政府信息"


def test_blanks_of_every_width_go() -> None:
    assert without_spaces(" 甲\u3000乙\u00a0丙\t") == "甲乙丙"
