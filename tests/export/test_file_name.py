"""An exported file is named as the report is, whatever stands in the office's name."""

import pytest

from export.file_name import file_name
from model.form_file import form_for
from model.report import Report


def named(office: str) -> str:
    return file_name(Report(form_for(2024), office, 2024), "pdf")


def test_the_name_is_office_year_and_the_official_words() -> None:
    assert named("云溪县林业局") == "云溪县林业局2024年政府信息公开工作年度报告.pdf"


@pytest.mark.parametrize(
    ("office", "kept"),
    [
        ("甲/乙\\丙", "甲_乙_丙"),
        ('a:b*c?d"e<f>g|h', "a_b_c_d_e_f_g_h"),
        ("换\n行\0", "换_行_"),
        ("..", ""),
        (" 局 ", "局"),
        ("堃😀", "堃😀"),
        ("\ud800", "_"),
    ],
)
def test_what_no_file_system_takes_is_replaced(office: str, kept: str) -> None:
    assert named(office) == f"{kept}2024年政府信息公开工作年度报告.pdf"


def test_a_name_too_long_for_a_file_is_cut_in_the_office() -> None:
    name = named("长" * 200)
    assert len(name.encode()) <= 255
    assert name.endswith("长2024年政府信息公开工作年度报告.pdf")
