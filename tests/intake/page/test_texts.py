"""The words of a page are sorted by the headings above them; what belongs to the site stays out."""

from datetime import date

import pytest

from intake.page.flow import Row, rows_of
from intake.page.headings import headings_of
from intake.page.texts import Texts, is_boxed, texts_of
from intake.readers.text import read_text
from model.form_file import load_form


def rows(*lines: str) -> list[Row]:
    return rows_of(read_text("\n".join(lines)))


def texts(*lines: str) -> Texts:
    page = rows(*lines)
    return texts_of(page, headings_of(load_form("2021"), page), frozenset(), frozenset({0}))


BODY = (
    "清河县水利局2023年政府信息公开工作年度报告",
    "一、总体情况",
    "全年公开信息有序。",
    "六、其他需要报告的事项",
    "本年度没有收取信息处理费。",
)


def test_words_go_under_the_heading_above_them() -> None:
    found = texts(*BODY)
    assert found.text("overview") == "全年公开信息有序。"
    assert found.text("other_matters") == "本年度没有收取信息处理费。"


def test_office_and_day_below_the_last_section_are_its_signature() -> None:
    found = texts(*BODY, "清河县水利局", "2024年1月20日")
    assert (found.signer, found.signed) == ("清河县水利局", date(2024, 1, 20))
    assert found.text("other_matters") == "本年度没有收取信息处理费。"


@pytest.mark.parametrize("signature", [("清河县水利局", "2024年1月20日"), ("清河县水利局　2024年1月20日",)])
def test_a_paragraph_behind_the_signature_belongs_to_the_section_and_the_signature_does_not(
    signature: tuple[str, ...],
) -> None:
    found = texts(*BODY, *signature, "另有两件事项正在办理。")
    assert (found.signer, found.signed) == ("清河县水利局", date(2024, 1, 20))
    assert found.text("other_matters") == "本年度没有收取信息处理费。\n另有两件事项正在办理。"


def test_a_day_among_sentences_signs_nothing() -> None:
    found = texts(*BODY, "截至以下日期：", "2024年1月20日", "另有两件事项正在办理。")
    assert (found.signer, found.signed) == ("", None)
    assert "2024年1月20日" in found.text("other_matters")


@pytest.mark.parametrize(
    "line",
    [
        "【打印】 【关闭】",
        "上一篇：另一份报告",
        "扫一扫在手机打开当前页",
        "责任编辑：张某",
        "版权所有：清河县人民政府",
        "https://www.example.gov.cn/zwgk/a.html 5/5",
    ],
)
def test_what_the_site_puts_below_is_no_part_of_the_report(line: str) -> None:
    found = texts(*BODY, line, "清河县人民政府主办的网站。")
    assert found.text("other_matters") == "本年度没有收取信息处理费。"


@pytest.mark.parametrize(
    "line", ["清河县水利局2022年政府信息公开工作年度报告", "·2021年度政府信息公开年度报告 2022-01-20"]
)
def test_a_link_to_another_report_is_no_text_and_ends_none(line: str) -> None:
    found = texts(*BODY, line, "另有两件事项正在办理。")
    assert found.text("other_matters") == "本年度没有收取信息处理费。\n另有两件事项正在办理。"


def test_a_title_that_a_sentence_quotes_on_a_line_of_its_own_is_text() -> None:
    title = "清河县水利局2022年政府信息公开工作年度报告"
    found = texts(*BODY, "本局按照规定发布了", title, "，群众可以查阅。")
    assert title in found.text("other_matters")


@pytest.mark.parametrize(
    "line", ["单位：件", "（单位：万元）", "（2023年度）", "（2024年1月）", "（此件公开发布）"]
)
def test_the_unit_above_a_table_is_no_text(line: str) -> None:
    assert texts(*BODY, line).text("other_matters") == "本年度没有收取信息处理费。"


def test_sentences_above_the_first_heading_are_the_preamble() -> None:
    found = texts(
        BODY[0],
        "索引号：123 发布机构：清河县水利局",
        "根据《中华人民共和国政府信息公开条例》，现公布本年度报告。",
        *BODY[1:],
    )
    assert found.text("preamble") == "根据《中华人民共和国政府信息公开条例》，现公布本年度报告。"


@pytest.mark.parametrize(
    ("line", "yes"), [("索引号：123", True), ("发布日期 2024-01-20", True), ("本年度情况", False)]
)
def test_the_box_above_a_document(line: str, yes: bool) -> None:
    assert is_boxed(rows(line)[0]) is yes


def test_a_wrapped_preamble_is_kept_to_its_last_word() -> None:
    lines = (
        "根据《中华人民共和国政府信息公开条例》的要求，现",
        "公布清河县水利局2023年政府信息公开工作年度报告如",
        "下。",
    )
    assert texts(BODY[0], *lines, *BODY[1:]).text("preamble") == "".join(lines)


def test_lines_of_a_table_say_nothing_of_how_wide_the_words_are_broken() -> None:
    wrapped = (
        "全年围绕水利工程和防汛抗旱等事项公开信息，公",
        "开的范围比上年更广，查阅的途径比上年更便利，都",
    )
    wide = " | ".join(["行政规范性文件", *["1234567890"] * 9])
    lines = (BODY[0], BODY[1], *wrapped, *wrapped, "有记录。", wide, *BODY[3:])
    page = rows(*lines)
    used = frozenset({lines.index(wide)})
    found = texts_of(page, headings_of(load_form("2021"), page), used, frozenset({0}))
    assert found.text("overview") == "".join((*wrapped, *wrapped, "有记录。"))
