"""Pictures on a sheet are known by the cell in whose corner they begin."""

import io
import zipfile
from collections.abc import Mapping

import pytest

from intake.readers import excel_pictures
from intake.readers.excel_pictures import pictured

BOOK = """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
 <sheets><sheet name="表二" r:id="r1"/></sheets></workbook>"""
DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"


def anchor(row: str, column: str, kind: str = "twoCellAnchor", drawn: str = "pic") -> str:
    return f"<d:{kind}><d:from><d:col>{column}</d:col><d:row>{row}</d:row></d:from><d:{drawn}/></d:{kind}>"


def pictures(*anchors: str, parts: Mapping[str, str] | None = None) -> set[tuple[str, int, int]]:
    drawing = f'<d:wsDr xmlns:d="{DRAWN}">{"".join(anchors)}</d:wsDr>'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in (
            parts
            or {
                "xl/workbook.xml": BOOK,
                "xl/_rels/workbook.xml.rels": '<R><x Id="r1" Target="worksheets/sheet1.xml"/></R>',
                "xl/worksheets/sheet1.xml": "<worksheet/>",
                "xl/worksheets/_rels/sheet1.xml.rels": '<R><x Id="r1" Target="../drawings/drawing1.xml"/></R>',
                "xl/drawings/drawing1.xml": drawing,
            }
        ).items():
            archive.writestr(name, content)
    with zipfile.ZipFile(made) as archive:
        return set(pictured(archive))


def test_a_picture_belongs_to_the_cell_in_which_it_begins_counted_from_1() -> None:
    assert pictures(anchor("2", "1"), anchor("0", "0", "oneCellAnchor")) == {("表二", 3, 2), ("表二", 1, 1)}


def test_what_is_drawn_without_a_picture_or_a_place_is_none() -> None:
    assert pictures(anchor("2", "1", drawn="sp"), anchor("", "1"), anchor("x", "1")) == set()
    assert pictures("<d:absoluteAnchor><d:pic/></d:absoluteAnchor>") == set()


def test_a_workbook_without_drawings_is_not_even_looked_through() -> None:
    assert pictures(parts={"xl/workbook.xml": "torn"}) == set()


def test_pictures_without_end_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel_pictures, "_MOST", 2)
    assert len(pictures(*(anchor(str(row), "0") for row in range(5)))) == 2
