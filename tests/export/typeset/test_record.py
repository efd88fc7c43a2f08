"""The PDF says of itself what the report says: whose, which year, which day; the clock takes no part."""

import re
from dataclasses import replace
from datetime import date

from lxml import etree

from export.pdf import render
from model.document import Document, Paragraph
from tests.export import reports


def xmp(data: bytes) -> etree._Element:
    packet = re.search(rb"<x:xmpmeta.*?</x:xmpmeta>", data, re.DOTALL)
    assert packet
    return etree.fromstring(packet[0])


def test_it_is_dated_as_the_report() -> None:
    data = render(reports.document())
    assert b"(D:20250120000000+08'00')" in data.replace(b"\\", b"")
    dates = xmp(data).xpath("//*[local-name()='CreateDate' or local-name()='ModifyDate']/text()")
    assert dates == ["2025-01-20T00:00:00+08:00"] * 2


def test_a_report_without_a_day_bears_the_first_one_on_which_it_can_be_written() -> None:
    undated = replace(reports.document(), day=None)
    assert undated.dated == date(2025, 1, 1)
    assert b"D:20250101" in render(undated)


def test_title_office_and_language_stand_in_plain_sight() -> None:
    words = str(xmp(render(reports.document())).xpath("string()"))
    for word in (f"{reports.OFFICE}2024年政府信息公开工作年度报告", reports.OFFICE, "2024年度", "zh-CN"):
        assert word in words


def test_any_title_is_text() -> None:
    data = render(Document((Paragraph("公开"),), "<b>&\ud800\x00", "甲&乙"))
    assert "<b>&" in str(xmp(data).xpath("string()"))
