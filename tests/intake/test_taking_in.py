"""A source becomes a report to be looked at: its office's kind is settled, and its drafted words go on being drafted."""

from pathlib import Path

import pytest

from export.excel import write
from export.html import render
from intake.errors import NotUnderstood, SourceRefused
from intake.taking_in import differences, take_in, take_in_bytes, take_in_clipboard
from model.check import check
from model.compose import compose
from model.file.office_content import Content
from model.file.office_file import OfficeFile
from model.report import Report, Slot, SlotKind
from model.rules.rule import Case
from tests.intake.figures import report
from tests.offices import put


def page(wanted: Report) -> str:
    return render(compose(wanted))


def test_the_kind_of_office_follows_from_its_name() -> None:
    for office, level in (("清河县人民政府", "government"), ("清河县水利局", "department")):
        wanted = report("2021", 6)
        put(wanted, SlotKind.FIELD, "office", office)
        assert take_in_bytes(page(wanted).encode(), "年报.html").report.field("level") == level
        assert take_in_clipboard(page(wanted), "").report.field("level") == level


def test_words_that_the_program_would_draft_are_not_kept_as_the_offices_own() -> None:
    wanted = report("2021", 6)
    drafted = take_in_clipboard(page(wanted), "").report
    assert SlotKind.TEXT not in {slot.kind for slot in drafted.slots if slot.key == "preamble"}
    put(wanted, SlotKind.TEXT, "preamble", "本报告由本机关编制，欢迎监督。")
    assert take_in_clipboard(page(wanted), "").report.text("preamble") == "本报告由本机关编制，欢迎监督。"


def test_office_and_year_can_be_overruled_in_every_kind_of_source(tmp_path: Path) -> None:
    wanted = report("2021", 5)
    path = tmp_path / "年报.xlsx"
    write(wanted, path, check(Case(wanted)))
    for found in (
        take_in(path, office="青石县水利局", year=2023),
        take_in_clipboard(page(wanted), "", office="青石县水利局", year=2023),
    ):
        assert (found.report.office, found.report.year) == ("青石县水利局", 2023)


def office_file(folder: Path, *years: int) -> Path:
    """A colleague's file with reports on these years."""
    reports = {year: Report(report("2021").form, "清河县水利局", year) for year in years}
    path = folder / f"同事{len(years)}.xxgk"
    with OfficeFile.unsaved(Content({"office": "清河县水利局"}, reports)) as file:
        file.save_as(path)
    return path


def test_a_colleagues_file_is_taken_for_the_own_office_where_that_is_asked(tmp_path: Path) -> None:
    found = take_in(office_file(tmp_path, 2023), office="清河县林业局", year=2024)
    assert (found.report.office, found.report.year) == ("清河县林业局", 2023)
    assert "这是年报助手的文件，已逐处读出" in found.summary
    assert "文件中有 2023、2024 年度，这里是 2024 年度" in take_in(office_file(tmp_path, 2023, 2024)).summary


def test_what_belongs_to_a_colleagues_file_alone_does_not_come_along(tmp_path: Path) -> None:
    path = office_file(tmp_path, 2024)
    with OfficeFile.open(path) as file:
        put(file.reports[2024], SlotKind.DEED, "signed.day", "2025-01-20")
        file.save()
    assert take_in(path).report.of_kind(SlotKind.DEED) == {}


def test_another_file_of_the_program_is_a_source_by_its_year_or_its_newest(tmp_path: Path) -> None:
    path = office_file(tmp_path, 2023, 2024)
    assert take_in(path).report.year == 2024
    assert take_in(path, year=2023).report.year == 2023
    assert take_in(path).exact
    with pytest.raises(NotUnderstood, match="还没有年度报告"):
        take_in(office_file(tmp_path))


def test_an_import_tells_what_it_would_change_in_a_year_that_is_there() -> None:
    existing, imported = report("2021", 6), report("2021", 6)
    assert differences(existing, imported) == ()
    imported.set([(Slot(SlotKind.CELL, "disclosure.regulations.issued"), 41)])
    imported.set([(Slot(SlotKind.STATE, "disclosure.regulations.issued"), "read")])
    imported.set([(Slot(SlotKind.TEXT, "overview"), "改写的总体情况。")])
    found = differences(existing, imported)
    assert {(each.slot.kind, each.slot.key) for each in found} == {
        (SlotKind.CELL, "disclosure.regulations.issued"),
        (SlotKind.TEXT, "overview"),
    }


def test_a_colleagues_file_without_the_year_asked_for_says_which_one_it_has(tmp_path: Path) -> None:
    path = tmp_path / "同事.xxgk"
    with OfficeFile.unsaved(Content({}, {2024: report("2021", 3)})) as file:
        file.save_as(path)
    assert not any("没有" in line for line in take_in(path, year=2024).summary)
    found = take_in(path, year=2025)
    assert found.report.year == 2024
    assert "文件中没有 2025 年度，这里是 2024 年度" in found.summary


def test_a_damaged_file_of_a_colleague_is_asked_for_again(tmp_path: Path) -> None:
    path = tmp_path / "同事.xxgk"
    with OfficeFile.unsaved(Content({}, {2024: report("2021", 3)})) as file:
        file.save_as(path)
    whole = path.read_bytes()
    with pytest.raises(SourceRefused, match=r"“同事\.xxgk”已损坏（.+）；请让同事.*重新导入"):
        take_in_bytes(whole[: len(whole) // 2], path.name)
