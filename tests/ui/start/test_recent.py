"""A file opened before tells on the start page whose it is, how far it is and how many days are left."""

from datetime import date
from pathlib import Path

import pytest

from model.file.office_content import Content
from model.file.office_file import OfficeFile
from model.report import Slot, SlotKind
from ui.start.recent import state_of_file


def test_a_recent_file_tells_verdict_and_deadline(tmp_path: Path) -> None:
    path = tmp_path / "年报.xxgk"
    made = OfficeFile.unsaved(Content({"office": "云溪县林业局", "level": "department"}))
    made.start_year(2025)
    made.save_as(path)
    made.close()
    told = state_of_file(path, date(2026, 1, 10))
    assert told.title == "云溪县林业局　2025 年度"
    assert told.state == "起草 · 还有 166 格未填 · 2026-01-31 截止，还有 21 天"


def test_a_recent_file_that_is_gone_or_broken_says_so(tmp_path: Path) -> None:
    assert not state_of_file(tmp_path / "没有.xxgk", date(2026, 1, 10)).sound
    (tmp_path / "坏.xxgk").write_bytes(b"{")
    assert not state_of_file(tmp_path / "坏.xxgk", date(2026, 1, 10)).sound


def test_a_file_without_a_report_says_so(tmp_path: Path) -> None:
    path = tmp_path / "空.xxgk"
    made = OfficeFile.unsaved(Content({"office": "云溪县林业局"}))
    made.save_as(path)
    made.close()
    told = state_of_file(path, date(2026, 1, 10))
    assert (told.title, told.state, told.sound) == ("云溪县林业局", "还没有年度报告", True)


@pytest.mark.parametrize("years", [(2025,), ()])
def test_a_file_whose_office_is_not_known_is_called_by_its_own_name(
    tmp_path: Path, years: tuple[int, ...]
) -> None:
    path = tmp_path / "未命名年报.xxgk"
    made = OfficeFile.unsaved(Content({"office": ""}))
    for year in years:
        made.start_year(year)
    made.save_as(path)
    made.close()
    told = state_of_file(path, date(2026, 1, 10))
    assert told.title == "未命名年报" + "".join(f"　{year} 年度" for year in years)


def test_only_the_newest_year_counts(tmp_path: Path) -> None:
    path = tmp_path / "年报.xxgk"
    made = OfficeFile.unsaved(Content({"office": "云溪县人民政府", "level": "government"}))
    made.start_year(2024)
    made.start_year(2025)
    made.save_as(path)
    made.close()
    told = state_of_file(path, date(2026, 1, 10))
    assert told.title.endswith("2025 年度")
    assert "2026-03-31 截止" in told.state


def test_edits_that_a_crash_has_left_are_told(tmp_path: Path) -> None:
    path = tmp_path / "年报.xxgk"
    made = OfficeFile.unsaved(Content({"office": "云溪县林业局", "level": "department"}))
    made.start_year(2025)
    made.save_as(path)
    made.reports[2025].set([(Slot(SlotKind.CELL, "applications.received.natural_person"), 3)])
    made.write_crash_copy()
    made.close()
    assert state_of_file(path, date(2026, 1, 10)).state.startswith("有未保存的修改 · 起草 · 还有 166 格未填")
    made.close()
