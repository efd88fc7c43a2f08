"""White words in a Word file are seen on a coloured cell, paragraph or run, and else are doubtful."""

import io

import docx
import pytest
from docx.oxml import parse_xml

from intake.readers.reading import read_bytes
from model.document import TableCell

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WHITE = '<w:color w:val="FFFFFF"/>'
THEME_WHITE = '<w:color w:val="auto" w:themeColor="background1"/>'
BLUE = '<w:shd w:val="clear" w:color="auto" w:fill="1F4E79"/>'


def cell(run: str, *, paragraph: str = "", around: str = "", table: str = "") -> TableCell:
    """A cell with a number: what is said of its run, its paragraph, the cell itself and the table."""
    word = docx.Document()
    word.element.body.insert(
        0,
        parse_xml(
            f"<w:tbl {W}><w:tblPr>{table}</w:tblPr><w:tr><w:tc><w:p><w:r><w:t>规章</w:t></w:r></w:p></w:tc><w:tc>"
            f"<w:tcPr>{around}</w:tcPr><w:p><w:pPr>{paragraph}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>38</w:t></w:r></w:p>"
            "</w:tc></w:tr></w:tbl>"
        ),
    )
    made = io.BytesIO()
    word.save(made)
    (read,) = read_bytes(made.getvalue(), "年报.docx").tables
    return read.cells[1]


@pytest.mark.parametrize("run", [WHITE, THEME_WHITE, '<w:color w:val="FEFEFE"/>', '<w:sz w:val="4"/>'])
def test_a_number_that_nobody_can_see_is_doubtful(run: str) -> None:
    assert cell(run).doubt == "可能不显示的“38”"


def test_white_on_white_is_not_seen() -> None:
    assert cell(WHITE, around=BLUE.replace("1F4E79", "FFFFFF")).doubt


def test_white_on_a_colour_is_seen() -> None:
    assert not cell(WHITE, around=BLUE).doubt
    assert not cell(THEME_WHITE, around=BLUE).doubt
    assert not cell(WHITE, paragraph=BLUE).doubt
    assert not cell(WHITE, table=BLUE).doubt
    assert not cell(WHITE + BLUE).doubt
    assert not cell(f'{WHITE}<w:highlight w:val="darkBlue"/>').doubt


def test_the_ground_that_lies_nearest_counts() -> None:
    assert cell(WHITE, around=BLUE.replace("1F4E79", "FFFFFF"), table=BLUE).doubt
    assert not cell(WHITE, around=BLUE.replace("1F4E79", "auto"), table=BLUE).doubt


def test_a_theme_colour_of_another_name_or_shade_is_seen() -> None:
    assert not cell('<w:color w:val="FFFFFF" w:themeColor="text1"/>').doubt
    assert not cell('<w:color w:val="BFBFBF" w:themeColor="background1" w:themeShade="80"/>').doubt
