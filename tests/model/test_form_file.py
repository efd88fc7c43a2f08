"""A form is read whole, with the counts that the official form has, or not at all."""

from pathlib import Path

import pytest

import resources
from model.cell_kinds import CellKind
from model.errors import FormError
from model.form import IdentityKind, SectionKind
from model.form_file import TYPE_AREA, form_for, form_ids, load_form, read_form


@pytest.mark.parametrize(
    ("form_id", "cells", "entered", "computed", "identities"),
    [("2021", 200, 166, 34, 42), ("2019", 198, 166, 32, 40), ("2014", 58, 51, 7, 7)],
)
def test_each_form_has_the_counts_of_the_official_one(
    form_id: str, cells: int, entered: int, computed: int, identities: int
) -> None:
    form = load_form(form_id)
    hard = [identity for identity in form.identities if identity.kind is not IdentityKind.AT_MOST]
    assert (len(form.cells), len(form.entered), len(form.sums), len(hard)) == (
        cells,
        entered,
        computed,
        identities,
    )


@pytest.mark.parametrize(
    ("year", "form_id"),
    [(2014, "2014"), (2018, "2014"), (2019, "2019"), (2020, "2019"), (2021, "2021"), (2030, "2021")],
)
def test_the_form_follows_the_year(year: int, form_id: str) -> None:
    assert form_for(year).id == form_id


@pytest.mark.parametrize("year", [0, 2007, 10000])
def test_a_year_without_a_form_is_refused(year: int) -> None:
    with pytest.raises(FormError, match=f"{year} 年没有对应的年度报告格式"):
        form_for(year)


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(FormError, match="没有“2099”版"):
        load_form("2099")


def test_the_six_headings_of_form_2021() -> None:
    assert [section.heading for section in load_form("2021").sections] == [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ]
    kinds = [section.kind for section in load_form("2021").sections]
    assert kinds == [SectionKind.TEXT, *[SectionKind.TABLE] * 3, *[SectionKind.TEXT] * 2]
    assert len(load_form("2021").section("overview").aspects) == 5


def test_the_identities_of_form_2021_by_rule() -> None:
    codes = [identity.code for identity in load_form("2021").identities]
    assert {code: codes.count(code) for code in codes} == {"T3.1": 25, "T3.2": 7, "T3.3": 7, "T4.1": 3}


def test_the_two_kinds_of_cells_that_are_no_plain_counts() -> None:
    kinds = {
        key: cell.kind for key, cell in load_form("2019").cells.items() if cell.kind is not CellKind.COUNT
    }
    assert CellKind.SIGNED in kinds.values()
    assert CellKind.MONEY in kinds.values()
    fees = load_form("2021").cells["disclosure.fees.amount"]
    assert (fees.kind, fees.unit) == (CellKind.MONEY, "万元")


def test_a_sum_stands_after_the_sums_that_it_rests_on() -> None:
    for form_id in form_ids():
        form = load_form(form_id)
        order = list(form.sums)
        for total, parts in form.sums.items():
            assert all(order.index(part) < order.index(total) for part in parts if part in form.sums)


def test_every_cell_that_is_entered_has_help_for_its_row_or_column() -> None:
    for form_id in form_ids():
        cells = load_form(form_id).cells.values()
        assert not [cell.key for cell in cells if not (cell.row.help or cell.column.help)]


TEXT = resources.text("forms/2021.toml")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("cells = 200", "cells = 201", "cells：应有 201，实有 200"),
        ("computed = 34", "computed = 33", "computed：应有 33，实有 34"),
        ("identities = 42", "identities = 41", "identities：应有 41，实有 42"),
        ('id = "2021"', "id = ", "格式文件不完整"),
        ('kind = "text"', 'kind = "poem"', "格式文件不完整"),
        ('section = "disputes"', 'section = "nowhere"', "nowhere"),
        ("years = [2021]", "", "格式文件不完整"),
        ("widths = [9, 17, 46]", "widths = [9, 17, 46, 12, 12, 12, 12, 12, 12, 12, 12]", "格式文件不完整"),
        ('code = "T3.3", ', "", "格式文件不完整"),
        ('code = "T3.3"', 'code = "T3.9"', "没有编号为“T3.9”的检查"),
        ('"declined_*.*"', '"declined_r*.*"', "“1.信访举报投诉类申请”不在任何合计中"),
        ('"*.nonprofit", ', "", "“社会公益组织”不在任何合计中"),
        ('"applications.declined_*.total"', '"applications.denied_*.total"', "格式文件不完整"),
        ('"applications.received.total"]', '"applications.received.sum"]', "applications.received.sum"),
    ],
)
def test_a_broken_file_is_refused_whole(old: str, new: str, words: str) -> None:
    assert old in TEXT
    with pytest.raises(FormError, match=words):
        read_form(TEXT.replace(old, new, 1))


def test_a_form_is_refused_under_a_name_that_is_not_its_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "2025.toml").write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(resources, "ROOT", tmp_path)
    assert form_ids() == ("2025",)
    with pytest.raises(FormError, match="写的是“2021”版"):
        load_form("2025")


def test_a_form_stays_at_hand_when_the_program_is_removed_under_its_window(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "forms").mkdir()
    file = tmp_path / "forms" / "2021.toml"
    file.write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(resources, "ROOT", tmp_path)
    form = load_form("2021")
    file.unlink()
    file.parent.rmdir()
    assert load_form("2021") is form


def test_columns_without_a_width_share_the_page_evenly() -> None:
    widths = read_form(TEXT).table("applications").widths
    assert widths[:4] == (9, 17, 46, 12)
    assert sum(widths) == TYPE_AREA
    assert len(widths) == 10


def test_every_row_left_out_is_noticed() -> None:
    lines = TEXT.splitlines(keepends=True)
    rows = [number for number, line in enumerate(lines) if line.startswith("  { id = ")]
    assert len(rows) > 40
    for number in rows:
        with pytest.raises(FormError):
            read_form("".join(lines[:number] + lines[number + 1 :]))
