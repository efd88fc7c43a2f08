"""The program knows its release and tells its own missing files from the clerk's."""

import subprocess
import tarfile
from io import BytesIO
from pathlib import Path

import pytest

import resources
from model.file.safe_write import why
from model.program import FOLDER, Release, belongs_to_program, broken, release


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
