"""The tests' own LibreOffice shows a document in the typefaces that the program ships with."""

from pathlib import Path

import docx
import pypdfium2
from docx.oxml.ns import qn

from tests.office_suite import OfficeSuite


def test_a_word_file_becomes_a_page_in_the_embedded_faces(office_suite: OfficeSuite, tmp_path: Path) -> None:
    document = docx.Document()
    for face in ("仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体"):
        run = document.add_paragraph().add_run(f"政府信息公开：{face}")
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)
    source = tmp_path / "页.docx"
    document.save(str(source))

    made = office_suite.convert(source, "pdf", tmp_path)

    with pypdfium2.PdfDocument(made) as pdf:
        text = pdf[0].get_textpage().get_text_range()
    assert "政府信息公开：楷体_GB2312" in text
    for family in (b"FandolFang", b"FandolHei", b"FandolKai", b"FandolSong"):
        assert family in made.read_bytes(), family
