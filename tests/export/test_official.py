"""A title is broken by meaning, and the measures agree with each other."""

from itertools import pairwise

import pytest

from export import official
from export.official import by_meaning, ems, title_lines
from model.document import Document

NAME = "政府信息公开工作年度报告"


def lines(office: str, title: str = "") -> tuple[str, ...]:
    return title_lines(Document((), title or f"{office}2024年{NAME}", office))


def test_a_title_that_fits_stays_in_one_line() -> None:
    assert lines("教育局") == (f"教育局2024年{NAME}",)


def test_a_title_of_any_length_is_broken_line_by_line() -> None:
    office = "清河县" + "行政审批服务" * 300 + "局"
    broken = lines(office)
    assert "".join(broken) == f"{office}2024年{NAME}"
    assert max(map(ems, broken)) <= ems("字" * 22)


def test_a_title_is_broken_between_office_and_year() -> None:
    assert lines("清河县行政审批服务局") == ("清河县行政审批服务局", f"2024年{NAME}")


def test_a_long_office_is_broken_by_meaning_and_about_evenly() -> None:
    year = f"2024年{NAME}"
    assert lines("清河经济技术开发区管理委员会政务服务和数据资源管理局") == (
        "清河经济技术开发区管理委员会",
        "政务服务和数据资源管理局",
        year,
    )
    assert lines("江东省清河新区管理委员会行政审批局（清河新区政务服务中心）综合办公室") == (
        "江东省清河新区管理委员会行政审批局",
        "（清河新区政务服务中心）综合办公室",
        year,
    )


def test_a_name_in_brackets_is_not_torn_behind_its_place() -> None:
    office = "中共清河县委机构编制委员会办公室（清河县事业单位登记管理局、清河县机关事务服务保障中心）"
    assert by_meaning(office, 24) == (
        "中共清河县委机构编制委员会办公室",
        "（清河县事业单位登记管理局、",
        "清河县机关事务服务保障中心）",
    )


@pytest.mark.parametrize("title", ["2024年" * 9 + NAME, "关于" + "政务公开" * 12 + "的年度报告", "A" * 100])
def test_a_title_of_the_office_s_own_keeps_its_numbers_whole(title: str) -> None:
    broken = lines("教育局", title)
    assert "".join(broken) == title
    assert all(not (a[-1].isdigit() and b[0].isdigit()) for a, b in pairwise(broken))
    assert min(map(ems, broken)) > 1


def test_the_grid_fills_the_type_area() -> None:
    assert round(official.PITCH, 2) == 28.99
    assert round(official.CHARACTERS * official.BODY_SIZE * official.POINT) in (158, 157, 156)
