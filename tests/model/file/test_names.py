"""A report's file is called as it was asked for, with .xxgk at its end, by a name that is good on every system."""

from pathlib import Path

import pytest

from model.errors import NameRefused
from model.file.names import report_path


@pytest.mark.parametrize(
    ("asked", "made"),
    [
        ("年报", "年报.xxgk"),
        ("年报.xxgk", "年报.xxgk"),
        ("年报.XXGK", "年报.XXGK"),
        ("年报V1.0", "年报V1.0.xxgk"),
        ("年报2025.12", "年报2025.12.xxgk"),
        ("年报.docx", "年报.docx.xxgk"),
        ("年报. ", "年报.xxgk"),
        ("年报.xxgk.", "年报.xxgk"),
        ("console", "console.xxgk"),
        ("con 年报", "con 年报.xxgk"),
        ("conin", "conin.xxgk"),
    ],
)
def test_a_name_ends_in_xxgk_once(asked: str, made: str) -> None:
    assert report_path(Path("/文档") / asked) == Path("/文档") / made


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("CON", "“CON”是 Windows 留作他用"),
        ("com1.年报", "Windows 留作他用"),
        ("lpt9.xxgk", "“lpt9”是 Windows 留作他用"),
        ("CONIN$", "Windows 留作他用"),
        ("conout$.年报", "Windows 留作他用"),
        ("nul .年报", "Windows 留作他用"),
        ("AUX  .xxgk", "Windows 留作他用"),
        ("年报:1", "名称中不能有"),
        ("上年\\年报", "名称中不能有"),
        ("换\n行", "名称中不能有"),
        (".xxgk", "请填写文件的名称"),
        (" . ", "请填写文件的名称"),
    ],
)
def test_a_name_that_would_not_do_everywhere_is_told(asked: str, words: str) -> None:
    with pytest.raises(NameRefused, match=words):
        report_path(Path("/文档") / asked)
