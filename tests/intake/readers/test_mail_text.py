"""A report in a letter's text is the report: no marks of quoting, no head of the letter, no signature of who sent it."""

import pytest

from intake.readers.mail_text import without_letter
from intake.readers.reading import read_html
from intake.readers.text import read_text
from intake.recognise import Recognition, recognise
from model.compose import compose
from model.report import SlotKind
from tests.intake import layouts
from tests.intake.figures import balanced

HEAD = ["发件人: 周禾 <zh@example.cn>", "收件人: 吴青", "日期: 2031年3月9日 09:12", "主题: 转发：上年年报"]
LETTER = ["吴科长：", "  稿子在下面。", ""]
FOOT = ["", "-- ", "周禾 明川县档案馆 电话 0511-0000"]
LINES = layouts.page(
    compose(balanced(1)), lambda table: ("\t".join(c.text for c in row) for row in layouts.rows_of(table))
).split("\n")


def read(lines: list[str]) -> Recognition:
    return recognise(read_text("\n".join(lines)))


def told(found: Recognition) -> tuple[object, ...]:
    report = found.report
    kinds = (SlotKind.CELL, SlotKind.STATE, SlotKind.TEXT, SlotKind.FIELD)
    return report.office, report.year, *(dict(report.of_kind(kind)) for kind in kinds)


@pytest.mark.parametrize("mark", ["> ", ">", "> > ", ">> ", "＞ ", "| ", "│ "])
def test_a_report_quoted_in_a_letter_is_read_as_it_is_read_without(mark: str) -> None:
    quoted = [*HEAD, "", *LETTER, "-----原始邮件-----", *(mark + line for line in LINES), *FOOT]
    assert told(read(quoted)) == told(read(LINES))


def test_blank_lines_may_have_the_mark_without_its_blank() -> None:
    assert told(read([f"> {line}".rstrip() for line in LINES])) == told(read(LINES))


def test_a_letter_that_quotes_nothing_leaves_neither_its_head_nor_its_signature() -> None:
    assert told(read([*HEAD, "", *LETTER, *LINES, *FOOT])) == told(read(LINES))


def test_the_rest_of_a_broken_line_has_no_mark() -> None:
    lines = ["> 全年公开信息三十条，其中", "通知十条。", *(f"> 第{n}条" for n in range(6))]
    assert without_letter(lines)[:2] == ["全年公开信息三十条，其中", "通知十条。"]


def test_letters_in_letters_lose_their_heads_but_not_their_subjects() -> None:
    inner = [f"> {line}" for line in (*HEAD, "周禾 于2031年3月8日写道：", *"一二三四五六")]
    assert [line for line in without_letter([*HEAD, *inner]) if line] == [HEAD[3], HEAD[3], *"一二三四五六"]


@pytest.mark.parametrize(
    "lines",
    [
        ["> 首页 > 政务公开", "> 年度报告", "一、总体情况", "全年公开三条。"],
        ["| 规章 | 3 |", "| --- | --- |", *["| 规范性文件 | 5 |"] * 6],
        ["|", "规章 |", "||", *["|"] * 6],
        ["收件人：办公室", "日期：2031年3月9日", "一、总体情况"],
        ["一、总体情况", "--", *["全年公开三条。"] * 12],
    ],
    ids=["the way to a page", "rows of bars", "bars alone", "no sender", "a rule amid the text"],
)
def test_what_is_no_letter_stays_as_it_is(lines: list[str]) -> None:
    assert without_letter(lines) == lines


def test_a_report_quoted_in_a_letter_that_is_a_page_is_read_as_it_is_read_without() -> None:
    lines = [*HEAD, *LETTER, *(f"&gt; {line}" for line in LINES), "---", "周禾", "明川县档案馆"]
    page = "".join(f"<div style='white-space:pre'>{line}</div>" for line in lines)
    plain = "".join(f"<div style='white-space:pre'>{line}</div>" for line in LINES)
    assert told(recognise(read_html(f"<html><body>{page}</body></html>"))) == told(
        recognise(read_html(f"<html><body>{plain}</body></html>"))
    )


def test_a_rule_of_the_text_signs_nothing() -> None:
    lines = [*HEAD, "六、其他需要报告的事项", "---", "本年度没有收费。"]
    assert without_letter(lines)[-2:] == ["---", "本年度没有收费。"]
