"""Products are whole or not there, their archives know no time of day, their text fits into XML."""

import os
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis.strategies import text
from lxml import etree

from export.output import WriteFailed, clean, save, timeless
from tests.test_architecture import ROOT


@given(text())
def test_clean_text_fits_into_xml(words: str) -> None:
    element = etree.Element("p")
    element.text = clean(words)
    assert etree.fromstring(etree.tostring(element)).text in (
        clean(words) or None,
        clean(words).replace("\r", "\n"),
    )


def test_words_are_left_as_they_are() -> None:
    assert clean("一\t二\n<b>&😀𠮷") == "一\t二\n<b>&😀𠮷"
    assert clean("a\x00\x1f\x85b\ud800") == "ab�"


def test_a_folder_that_is_gone_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(WriteFailed, match="未能写出"):
        save(tmp_path / "gone" / "年报.xlsx", b"x")
    assert not list(tmp_path.glob("**/*.xlsx"))


def test_what_stood_there_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "年报.html").write_bytes(b"old and longer")
    save(tmp_path / "年报.html", b"new")
    assert (tmp_path / "年报.html").read_bytes() == b"new"
    assert [entry.name for entry in tmp_path.iterdir() if entry.is_file()] == ["年报.html"]


def test_archives_of_the_same_members_have_the_same_bytes() -> None:
    archives = []
    for second in (2, 40):
        made = BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            archive.writestr(zipfile.ZipInfo("a.xml", (2024, 5, 6, 7, 8, second)), b"<a/>")
        archives.append(timeless(made, lambda name, data: data + name.encode()))
    assert archives[0] == archives[1]
    with zipfile.ZipFile(BytesIO(archives[0])) as archive:
        assert archive.read("a.xml") == b"<a/>a.xml"


def test_products_do_not_depend_on_the_order_of_sets(tmp_path: Path) -> None:
    program = """
import importlib, sys
from pathlib import Path
from model.check import check
from model.rules.rule import Case
from tests.export.sample import report_of
report, folder = report_of(), Path(sys.argv[1])
found = check(Case(report))
for ending, name, more in (("docx", "word", ()), ("xlsx", "excel", (found,)), ("html", "html", ())):
    importlib.import_module(f"export.{name}").write(report, folder / f"年报.{ending}", *more)
"""
    for seed in ("1", "2"):
        (tmp_path / seed).mkdir()
        environment = os.environ | {"PYTHONHASHSEED": seed}
        subprocess.run(
            [sys.executable, "-c", program, str(tmp_path / seed)], check=True, cwd=ROOT, env=environment
        )
    for made in (tmp_path / "1").iterdir():
        assert made.read_bytes() == (tmp_path / "2" / made.name).read_bytes(), made.name
