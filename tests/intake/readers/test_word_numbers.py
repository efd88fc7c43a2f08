"""The numbers that Word counts by itself are those that the page shows."""

import pytest
from lxml import etree

from intake.readers.word_look import WordLook
from intake.readers.word_numbers import Numbers
from tests.intake.readers.test_word import NAMES, paragraphs

LISTS = f"""<w:numbering {NAMES}>
<w:abstractNum w:abstractNumId="4">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%3"/></w:lvl>
<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>
<w:num w:numId="8"><w:abstractNumId w:val="4"/></w:num>
<w:num w:numId="9"><w:abstractNumId w:val="4"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
</w:numbering>"""


def numbered(number: int, depth: int, text: str) -> str:
    said = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:pPr>{said}</w:pPr><w:r><w:t>{text}</w:t></w:r>"


def element(xml: str) -> etree._Element:
    return etree.fromstring(f"<x {NAMES}>{xml}</x>")[0]


def level(depth: int, written: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{depth}">{more}<w:numFmt w:val="{written}"/><w:lvlText w:val="{text}"/></w:lvl>'


def shown(levels: str, *places: tuple[int, int], styles: str = "") -> list[str]:
    """The numbers before paragraphs of lists (1 and 2, of one definition) at some depths."""
    lists = f"""<w:numbering {NAMES}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>
    </w:numbering>"""
    counted = Numbers(etree.fromstring(lists), WordLook(etree.fromstring(styles) if styles else None))
    return [counted.before(element(f"<w:p>{numbered(number, depth, '')}</w:p>")) for number, depth in places]


@pytest.mark.parametrize(
    ("written", "third"),
    [
        ("decimal", "3"),
        ("chineseCounting", "三"),
        ("ideographDigital", "三"),
        ("chineseLegalSimplified", "叁"),
        ("decimalEnclosedCircle", "③"),
        ("lowerLetter", "c"),
        ("upperLetter", "C"),
        ("upperRoman", "3"),
    ],
)
def test_a_number_is_written_as_its_list_says(written: str, third: str) -> None:
    assert shown(level(0, written, "%1、"), *[(1, 0)] * 3)[2] == f"{third}、"


@pytest.mark.parametrize(
    ("written", "start", "number"),
    [
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "21"),
        ("lowerLetter", 26, "z"),
        ("lowerLetter", 27, "27"),
        ("chineseCounting", 99, "九十九"),
        ("chineseCounting", 100, "100"),
        ("chineseCounting", 0, "0"),
        ("decimal", 4000, "999"),
    ],
)
def test_what_a_format_cannot_write_comes_in_digits(written: str, start: int, number: str) -> None:
    more = f'<w:start w:val="{start}"/>'
    assert shown(level(0, written, "%1、", more), (1, 0)) == [f"{number}、"]


def test_a_list_that_says_no_format_counts_in_digits_with_a_blank_behind() -> None:
    assert shown('<w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>', (1, 0)) == ["1. "]


def test_a_deeper_level_begins_anew_below_the_next_heading() -> None:
    levels = level(0, "decimal", "%1、") + level(1, "decimal", "（%2）")
    places = ((1, 0), (1, 1), (1, 1), (1, 0), (1, 1))
    assert shown(levels, *places) == ["1、", "（1）", "（2）", "2、", "（1）"]


def test_a_level_below_one_that_was_never_counted_takes_its_start() -> None:
    levels = level(0, "decimal", "%1.") + level(1, "decimal", "%1-%2、")
    assert shown(levels, (1, 1), (1, 1)) == ["1-1、", "1-2、"]


def test_lists_of_one_definition_count_on_together() -> None:
    assert shown(level(0, "decimal", "%1、"), (1, 0), (2, 0), (1, 0)) == ["1、", "2、", "3、"]


def test_bullets_levels_that_are_not_there_and_number_nought_show_none() -> None:
    assert shown(level(0, "bullet", "·"), (1, 0)) == [""]
    assert shown(level(0, "none", "%1"), (1, 0)) == [""]
    assert shown(level(0, "decimal", "%1、"), (1, 1)) == [""]
    assert shown(level(0, "decimal", "%1、"), (0, 0)) == [""]


def test_a_place_in_the_text_of_a_level_that_is_not_there_is_left_out() -> None:
    assert shown(level(0, "decimal", "%1%4、"), (1, 0)) == ["1、"]


def test_a_style_numbers_its_paragraphs() -> None:
    styles = f"""<w:styles {NAMES}><w:style w:styleId="H"><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr>
    </w:style></w:styles>"""
    numbers = Numbers(None, WordLook(etree.fromstring(styles)))
    assert numbers.before(element('<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr></w:p>')) == "一、"
    assert numbers.before(element("<w:p/>")) == ""


def test_automatic_numbers_stand_before_their_paragraphs() -> None:
    read = paragraphs(
        numbered(7, 0, "总体情况"),
        numbered(7, 1, "主动公开"),
        numbered(7, 1, "依申请公开"),
        numbered(7, 2, "受理"),
        numbered(7, 3, "答复"),
        numbered(8, 0, "申请情况"),
        numbered(7, 1, "新收"),
        numbered(9, 0, "问题"),
        numbered(0, 0, "其他"),
        lists=LISTS,
    )
    assert read == [
        "一、总体情况", "（一）主动公开", "（二）依申请公开", "1.1 受理", "答复",
        "二、申请情况", "（一）新收", "五、问题", "其他",
    ]  # fmt: skip


def test_numbers_of_a_lost_list_are_those_of_an_official_document() -> None:
    read = paragraphs(numbered(3, 0, "总体情况"), numbered(3, 1, "主动公开"), numbered(3, 2, "规章"))
    assert read == ["一、总体情况", "（一）主动公开", "1. 规章"]


def test_each_level_begins_with_its_own_start_each_time() -> None:
    levels = level(0, "decimal", "%1、", '<w:start w:val="3"/>') + level(
        1, "decimal", "（%2）", '<w:start w:val="5"/>'
    )
    assert shown(levels, (1, 0), (1, 1), (1, 0), (1, 1)) == ["3、", "（5）", "4、", "（5）"]
