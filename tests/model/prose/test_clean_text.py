"""Pasted words come in clean: punctuation, spaces and numbering of an official document."""

import pytest

from model.prose.clean_text import clean


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("公开 信息,共  12 条.", "公开信息，共12条。"),
        ("　　全年公开信息。\r\n\r\n　　均按时。", "全年公开信息。\n均按时。"),
        ("一.总体情况", "一、总体情况"),
        ("(一)主动公开", "（一）主动公开"),
        ("1、加强学习", "1.加强学习"),
        ("金额为1,234.56元", "金额为1,234.56元"),
        ("见 http://www.example.gov.cn/a.html 栏目", "见http://www.example.gov.cn/a.html栏目"),
        ("答复率100%,同比持平", "答复率100%，同比持平"),
        ("Open Data 平台", "Open Data平台"),
        ("上午9:30召开", "上午9:30召开"),
        ("截至2024年,3件;共计:1,234件!5件", "截至2024年，3件；共计：1,234件！5件"),
        ("网站\t1\n微信\t 142\t条", "网站，1\n微信，142，条"),
        ("（一）\t主动公开", "（一）主动公开"),
        ("1.\t加强学习", "1.加强学习"),
        ("一、\t总体情况", "一、总体情况"),
        ("\t全年公开信息。\t均按时。", "全年公开信息。均按时。"),
        ("", ""),
    ],
)
def test_pasted_words_are_cleaned(pasted: str, kept: str) -> None:
    assert clean(pasted) == kept
