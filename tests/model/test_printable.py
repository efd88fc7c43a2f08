"""What the typefaces can print is read from them, as the PDF writer reads them."""

from reportlab.pdfbase.ttfonts import TTFontFile

import resources
from model.printable import printable
from model.rules.glyphs import unprintable

SYLLABLES = "政务公开年报数据件次条〔〕《》“”…—％①②〇"


def test_the_faces_are_read_as_the_writer_reads_them() -> None:
    names = [name for name in resources.names("fonts", ".ttf") if "FangSong" in name or "Fallback" in name]
    faces = [TTFontFile(str(resources.path(name))) for name in names]
    expected = {code for face in faces for code, glyph in face.charToGlyph.items() if glyph}
    assert {code for code in printable() if code < 0x10000} == {code for code in expected if code < 0x10000}


def test_what_every_text_is_made_of_can_be_printed() -> None:
    common = [*map(chr, range(0x20, 0x7F)), *map(chr, range(0x4E00, 0x9FA6)), *SYLLABLES]
    assert [character for character in common if ord(character) not in printable()] == ["訁"]
    assert unprintable(SYLLABLES) == ""


def test_what_no_face_has_is_named_once_in_its_order() -> None:
    assert unprintable("陈𠮷、李𠮷与\ue123") == "𠮷\ue123"


def test_what_takes_no_ink_needs_no_glyph() -> None:
    assert unprintable("甲\u200b乙\u3000丙\t丁\ufeff\n戊") == ""
