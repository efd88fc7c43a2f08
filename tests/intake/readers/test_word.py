"""What Word shows is what is read: its automatic numbers, its toggles, its text boxes; what is no text is told."""

import io

import docx
import pytest
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from intake.readers.reading import read_bytes
from model.document import Document

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def saved(word: WordDocument) -> Document:
    made = io.BytesIO()
    word.save(made)
    return read_bytes(made.getvalue(), "年报.docx")


def element(xml: str) -> etree._Element:
    """A piece of a Word file."""
    return etree.fromstring(f"<x {NAMES}>{xml}</x>")[0]


def paragraphs(*inner: str, lists: str = "") -> list[str]:
    """What is read of paragraphs."""
    word = docx.Document()
    for name in list(word.part.rels):
        if word.part.rels[name].reltype == RELATIONSHIP_TYPE.NUMBERING:
            del word.part.rels[name]
    if lists:
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
        part = Part(PackURI("/word/numbering.xml"), kind, lists.encode(), word.part.package)
        word.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    for each in inner:
        word.element.body.append(element(f"<w:p>{each}</w:p>"))
    return [paragraph.text for paragraph in saved(word).paragraphs]


def cell(inner: str, row: str = "") -> tuple[str, str]:
    """Text and doubt of a table's cell."""
    word = docx.Document()
    label = "<w:tc><w:p><w:r><w:t>件</w:t></w:r></w:p></w:tc>"
    word.element.body.append(
        element(f"<w:tbl><w:tr><w:trPr>{row}</w:trPr>{label}<w:tc>{inner}</w:tc>{label}</w:tr></w:tbl>")
    )
    (table,) = saved(word).tables
    return table.cells[1].text, table.cells[1].doubt


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    ("properties", "shown"),
    [
        ("<w:vanish/>", "36"),
        ('<w:vanish w:val="1"/>', "36"),
        ('<w:vanish w:val="0"/>', "365"),
        ('<w:vanish w:val="false"/>', "365"),
        ("<w:specVanish/>", "36"),
        ("<w:strike/>", "36"),
        ("<w:dstrike/>", "36"),
        ('<w:strike w:val="off"/>', "365"),
        ('<w:vertAlign w:val="superscript"/>', "36⁵"),
        ('<w:vertAlign w:val="subscript"/>', "36₅"),
        ('<w:vertAlign w:val="baseline"/>', "365"),
        ('<w:position w:val="12"/>', "36⁵"),
        ('<w:position w:val="2"/>', "365"),
    ],
)
def test_a_run_is_read_as_word_shows_it(properties: str, shown: str) -> None:
    assert cell(f"<w:p>{run('36')}{run('5', properties)}</w:p>") == (shown, "")


def test_what_a_style_says_of_a_run_holds() -> None:
    word = docx.Document()
    style = '<w:style w:type="character" w:styleId="{}">{}</w:style>'
    word.styles.element.append(
        element(style.format("Zhu", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'))
    )
    word.styles.element.append(element(style.format("Zhu2", '<w:basedOn w:val="Zhu"/>')))
    styled = run("5", '<w:rStyle w:val="Zhu2"/>')
    word.element.body.append(element(f"<w:p>{run('36')}{styled}</w:p>"))
    assert [paragraph.text for paragraph in saved(word).paragraphs] == ["36⁵"]


WHITE = '<w:color w:val="ffffff"/>'
TINY = '<w:sz w:val="2"/>'
BOX = "<w:drawing><w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></w:drawing>"


@pytest.mark.parametrize(
    ("inner", "told"),
    [
        ("<w:p><w:r><w:drawing/></w:r></w:p>", ("", "图片")),
        ("<w:p><w:r><w:t>36</w:t><w:drawing/></w:r></w:p>", ("36", "")),
        ("<w:p><m:oMath><m:r><m:t>36</m:t></m:r></m:oMath></w:p>", ("", "公式“36”")),
        (f"<w:p><w:r>{BOX.format(36)}</w:r></w:p>", ("", "文本框“36”")),
        (f"<w:p>{run('36', '<w:strike/>')}</w:p>", ("", "划去的“36”")),
        (
            f"<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('36')}</w:sdtContent></w:sdt></w:p>",
            ("", "占位文字“36”"),
        ),
        (
            f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p>{run('36')}</w:p></w:sdtContent></w:sdt>",
            ("", "占位文字“36”"),
        ),
        ('<w:p><w:fldSimple w:instr=" =SUM(ABOVE) "/></w:p>', ("", "没有结果的公式")),
        ('<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>', ("", "符号")),
        (f'<w:p><w:bdo w:val="rtl">{run("63")}</w:bdo></w:p>', ("63", "反向书写的“63”")),
        (f"<w:p>{run('36')}{run('5', WHITE)}</w:p>", ("365", "可能不显示的“5”")),
        (f"<w:p>{run('36')}{run('5', TINY)}</w:p>", ("365", "可能不显示的“5”")),
        (
            '<w:p><w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="99"/></w:numPr></w:pPr></w:p>',
            ("", "自动编号“1.”"),
        ),
        (f"<w:p>{run('36')}</w:p><w:p>{run('5')}</w:p>", ("36\n5", "")),
    ],
)
def test_a_cell_tells_what_is_no_text(inner: str, told: tuple[str, str]) -> None:
    assert cell(inner) == told


def test_the_numbers_of_a_hidden_row_are_told() -> None:
    assert cell(f"<w:p>{run('36')}</w:p>", "<w:hidden/>") == ("", "隐藏行中的“36”")
    assert cell(f"<w:p>{run('规章')}</w:p>", "<w:hidden/>") == ("规章", "")


def test_a_text_box_is_read_before_the_paragraph_that_holds_it_and_once() -> None:
    kept_twice = (
        f"<mc:AlternateContent><mc:Choice>{BOX.format('一、总体情况')}</mc:Choice>"
        f"<mc:Fallback><w:pict><w:txbxContent><w:p>{run('一、总体情况')}</w:p></w:txbxContent></w:pict>"
        "</mc:Fallback></mc:AlternateContent>"
    )
    assert paragraphs(f"<w:r>{kept_twice}</w:r>{run('全年平稳。')}") == ["一、总体情况", "全年平稳。"]


def test_a_span_of_thousands_of_digits_is_no_fault() -> None:
    inner = f'<w:tcPr><w:gridSpan w:val="{"9" * 5000}"/></w:tcPr><w:p>{run("36")}</w:p>'
    assert cell(inner) == ("36", "")
