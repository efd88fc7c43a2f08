"""Files of older formats are brought up to the current one, step by step. One sample of each lies in the fixtures."""

import json
from pathlib import Path

import pytest

from model.errors import CannotWrite
from model.file import office_file
from model.file.office_file import OfficeFile
from model.file.upgrades import CURRENT, STEPS, upgrade
from tests.offices import received

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


def test_every_format_before_the_current_one_has_a_step_and_a_sample() -> None:
    assert sorted(STEPS) == list(range(1, CURRENT))
    for version in STEPS:
        sample = json.loads((FIXTURES / f"format{version}.xxgk").read_text(encoding="utf-8"))
        assert sample["format"] == version


@pytest.mark.parametrize("version", STEPS)
def test_a_sample_of_an_older_format_opens_with_everything_in_it(tmp_path: Path, version: int) -> None:
    old = (FIXTURES / f"format{version}.xxgk").read_bytes()
    path = tmp_path / "旧.xxgk"
    path.write_bytes(old)
    with OfficeFile.open(path) as opened:
        assert not opened.read_only
        assert received(opened) == 31
        assert opened.reports[2024].text("overview") == "格式样本。"
        assert path.read_bytes() == old, "opening alone changes nothing"
        assert (tmp_path / f"旧（格式{version}备份）.xxgk").read_bytes() == old
        opened.save()
    assert json.loads(path.read_text(encoding="utf-8"))["format"] == CURRENT
    with OfficeFile.open(path, read_only=True) as again:
        assert received(again) == 31


def test_an_older_format_is_read_without_a_copy_when_it_is_only_read(tmp_path: Path) -> None:
    path = tmp_path / "旧.xxgk"
    path.write_bytes((FIXTURES / "format1.xxgk").read_bytes())
    with OfficeFile.open(path, read_only=True) as opened:
        assert received(opened) == 31
    assert [entry.name for entry in tmp_path.iterdir() if entry.is_file()] == ["旧.xxgk"]


def test_a_copy_put_aside_takes_no_other_files_place(tmp_path: Path) -> None:
    path = tmp_path / "旧.xxgk"
    path.write_bytes((FIXTURES / "format1.xxgk").read_bytes())
    (tmp_path / "旧（格式1备份）.xxgk").write_bytes(b"older")
    for _ in range(2):
        OfficeFile.open(path).close()
    assert (tmp_path / "旧（格式1备份）.xxgk").read_bytes() == b"older"
    assert (tmp_path / "旧（格式1备份）2.xxgk").read_bytes() == path.read_bytes()


def test_a_copy_that_cannot_be_put_aside_leaves_the_file_read_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "旧.xxgk"
    path.write_bytes((FIXTURES / "format1.xxgk").read_bytes())

    def full(*_arguments: object, **_more: object) -> None:
        raise CannotWrite("磁盘空间不足")

    monkeypatch.setattr(office_file, "write_durably", full)
    with OfficeFile.open(path) as opened:
        assert opened.read_only
        assert "备份没有写成" in opened.reason


def test_a_step_leaves_the_data_it_was_given_alone() -> None:
    data: dict[str, object] = {"format": 1, "office": {}, "reports": {}}
    upgraded = upgrade(data, 1)
    assert list(upgraded) == ["format", "office", "reports", "origin"]
    assert upgrade(data, 1) == upgraded, "the same identity each time"
    assert data == {"format": 1, "office": {}, "reports": {}}


def test_the_current_format_is_left_as_it_is() -> None:
    data: dict[str, object] = {"format": CURRENT, "office": {}}
    assert upgrade(data, CURRENT) == data
