"""The program knows its release and tells its own missing files from the clerk's."""

import os
import subprocess
import tarfile
from io import BytesIO
from pathlib import Path

import pytest

import resources
from model import program
from model.file.safe_write import why
from model.program import FOLDER, Release, belongs_to_program, broken, installation, release, what_became


def test_the_version_stands_in_one_place() -> None:
    project = (FOLDER / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{release().version}"' in project


def test_a_working_tree_is_of_no_commit() -> None:
    assert release().sentence == f"版本 {release().version}（源代码）"


def test_a_release_tells_its_day_and_commit() -> None:
    made = Release("1.2.3", "0123456789abcdef", "2026-11-29")
    assert made.sentence == "版本 1.2.3（2026-11-29，0123456789）"


def test_an_archive_of_a_commit_is_filled_in() -> None:
    if not (FOLDER / ".git").exists():
        pytest.skip("not a git working tree")
    asked = ["git", "archive", "HEAD", "resources/release.toml"]
    packed = subprocess.run(asked, cwd=FOLDER, check=True, capture_output=True).stdout
    with tarfile.open(fileobj=BytesIO(packed)) as tar:
        text = tar.extractfile("resources/release.toml")
        assert text is not None
        assert b"$Format" not in text.read()


def test_a_missing_file_of_the_program_is_a_broken_installation() -> None:
    lost = str(resources.path("fonts") / "Lost.ttf")
    assert belongs_to_program(lost)
    assert why(FileNotFoundError(2, "No such file or directory", lost)) == broken("Lost.ttf")


def test_a_missing_folder_of_the_clerk_is_none(tmp_path: Path) -> None:
    lost = str(tmp_path / "年报")
    assert not belongs_to_program(lost)
    assert why(FileNotFoundError(2, "No such file or directory", lost)).startswith("文件夹已不存在")


@pytest.fixture
def laid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a program laid somewhere and just started that tells its commit."""
    file = tmp_path / "resources" / "release.toml"
    file.parent.mkdir()
    file.touch()
    os.utime(file, (1_700_000_000, 1_700_000_000))
    monkeypatch.setattr(program, "FOLDER", tmp_path)
    monkeypatch.setattr(program, "_AT_START", installation())
    return file


def test_nothing_is_said_of_a_program_that_lies_as_it_was_started(laid: Path) -> None:
    assert what_became() == ""
    assert not program.is_removed()


def test_a_version_laid_over_the_running_one_is_told(laid: Path) -> None:
    os.utime(laid, (1_800_000_000, 1_800_000_000))
    assert "另一个版本" in what_became()
    assert "重新打开" in what_became()


def test_a_program_removed_while_it_runs_is_told(laid: Path) -> None:
    laid.unlink()
    assert program.is_removed()
    assert "请保存报告" in what_became()


def test_two_installations_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    marks = set()
    for name in ("一", "二"):
        (tmp_path / name / "resources").mkdir(parents=True)
        (tmp_path / name / "resources" / "release.toml").touch()
        os.utime(tmp_path / name / "resources" / "release.toml", (1_700_000_000, 1_700_000_000))
        monkeypatch.setattr(program, "FOLDER", tmp_path / name)
        marks.add(installation())
    assert len(marks) == 2
