"""Elements of Word's language: in the order in which they are given, text with its line feeds and tabs."""

import pytest
from docx.oxml.ns import qn

from export.word.xml import element, fonts, replace_children, run, twips, twips_of


def test_children_stand_in_their_order_and_none_is_left_out() -> None:
    made = element("pPr", element("keepNext"), None, element("jc", val="left"), id=7)
    assert [child.tag for child in made] == [qn("w:keepNext"), qn("w:jc")]
    assert made.get(qn("w:id")) == "7"


def test_a_line_feed_breaks_the_line_and_a_tab_is_one() -> None:
    made = run("单位\t年度\n日期")
    assert [child.tag.rpartition("}")[2] for child in made] == ["t", "tab", "t", "br", "t"]
    assert [text.text for text in made.iter(qn("w:t"))] == ["单位", "年度", "日期"]


def test_blanks_at_the_ends_are_kept() -> None:
    (text,) = run(" — ").iter(qn("w:t"))
    assert text.text == " — "
    assert text.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


@pytest.mark.parametrize("text", ["甲\x00乙", "甲\x0b乙", "甲\x1f乙"])
def test_what_xml_cannot_hold_is_left_out(text: str) -> None:
    assert [found.text for found in run(text).iter(qn("w:t"))] == ["甲乙"]


def test_an_empty_text_is_a_run_without_words() -> None:
    assert len(run("")) == 0


def test_all_children_are_replaced() -> None:
    parent = element("body", element("p"), element("tbl"))
    replace_children(parent, [element("sectPr")])
    assert [child.tag for child in parent] == [qn("w:sectPr")]


def test_chinese_and_western_characters_have_a_face_each() -> None:
    made = fonts("仿宋_GB2312", "Times New Roman")
    faces = {name: made.get(qn(f"w:{name}")) for name in ("ascii", "hAnsi", "cs", "eastAsia")}
    assert faces == {
        "ascii": "Times New Roman",
        "hAnsi": "Times New Roman",
        "cs": "Times New Roman",
        "eastAsia": "仿宋_GB2312",
    }
    assert made.get(qn("w:hint")) == "eastAsia"


def test_lengths_are_whole_twentieths_of_a_point() -> None:
    assert twips(28.99) == 580
    assert twips_of(25.4) == 1440
