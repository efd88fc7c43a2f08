"""The parts of a workbook's archive: sheets with their names, what refers to what, and nothing from outside."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import Workbook

from intake.readers.excel_parts import parsed, related, sheets_of

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def archive(folder: Path, parts: Mapping[str, str]) -> zipfile.ZipFile:
    path = folder / "年报.xlsx"
    with zipfile.ZipFile(path, "w") as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return zipfile.ZipFile(path)


def relations(*each: str) -> str:
    return f'<Relationships xmlns="{RELATIONS}">{"".join(each)}</Relationships>'


def test_sheets_are_told_by_their_names_in_their_order(tmp_path: Path) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    book.create_sheet("表二")
    book.create_sheet("表三")
    book.save(tmp_path / "年报.xlsx")
    with zipfile.ZipFile(tmp_path / "年报.xlsx") as opened:
        told = list(sheets_of(opened))
        assert [name for name, _ in told] == ["表二", "表三"]
        assert {part for _, part in told} <= set(opened.namelist())


@pytest.mark.parametrize("target", ["../drawings/drawing1.xml", "/xl/drawings/drawing1.xml"])
def test_what_a_part_refers_to_is_found_from_its_own_folder_or_the_root(tmp_path: Path, target: str) -> None:
    told = relations(f'<Relationship Id="r1" Target="{target}"/>')
    with archive(tmp_path, {"xl/worksheets/_rels/sheet1.xml.rels": told}) as opened:
        assert related(opened, "xl/worksheets/sheet1.xml") == {"r1": "xl/drawings/drawing1.xml"}


def test_what_lies_outside_the_file_is_left_out(tmp_path: Path) -> None:
    told = relations(
        '<Relationship Id="r1" Target="http://example.cn/a" TargetMode="External"/>',
        '<Relationship Id="r2" Target="media/1.png"/>',
    )
    with archive(tmp_path, {"xl/_rels/workbook.xml.rels": told}) as opened:
        assert related(opened, "xl/workbook.xml") == {"r2": "xl/media/1.png"}


def test_a_target_that_climbs_out_of_the_archive_stays_inside_it(tmp_path: Path) -> None:
    told = relations('<Relationship Id="r1" Target="../../../../etc/passwd"/>')
    with archive(tmp_path, {"xl/_rels/workbook.xml.rels": told}) as opened:
        assert related(opened, "xl/workbook.xml") == {"r1": "etc/passwd"}


def test_a_part_that_refers_to_nothing_is_no_fault(tmp_path: Path) -> None:
    with archive(tmp_path, {"xl/workbook.xml": "<workbook/>"}) as opened:
        assert related(opened, "xl/workbook.xml") == {}
        assert list(sheets_of(opened)) == []


def test_a_part_that_is_missing_or_torn_is_told(tmp_path: Path) -> None:
    with archive(tmp_path, {"xl/torn.xml": "<workbook><sheets>"}) as opened:
        with pytest.raises(KeyError):
            list(sheets_of(opened))
        with pytest.raises(etree.XMLSyntaxError):
            parsed(opened, "xl/torn.xml")


def test_entities_of_a_part_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("秘密", encoding="utf-8")
    torn = f'<!DOCTYPE a [<!ENTITY b SYSTEM "{secret.as_uri()}">]><a>&b;</a>'
    with archive(tmp_path, {"xl/a.xml": torn}) as opened:
        assert "秘密" not in "".join(str(text) for text in parsed(opened, "xl/a.xml").itertext())
