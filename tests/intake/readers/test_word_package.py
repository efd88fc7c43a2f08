"""Templates, files with macros and the strict dialect are read as the Word files that they are."""

import io
import zipfile
from pathlib import Path

import pytest

from export import word
from intake.readers import word_package
from intake.readers.word import read_word
from intake.readers.word_package import usual_package
from intake.taking_in import take_in_bytes
from tests.intake.figures import misread, report

USUAL = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def package(kind: str = USUAL, names: str = MAIN, relations: str = "") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("[Content_Types].xml", f'<Types><Override ContentType="{kind}"/></Types>')
        archive.writestr("_rels/.rels", f"<Relationships>{relations}</Relationships>")
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{names}"/>')
    return made.getvalue()


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_the_usual_kind_stays_the_very_bytes() -> None:
    data = package()
    assert usual_package(data) is data


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "APPLICATION/vnd.ms-word.document.MACROENABLED.main+xml",
    ],
)
def test_a_template_and_a_file_with_macros_are_called_the_usual_kind(kind: str) -> None:
    assert parts(usual_package(package(kind))) == parts(package())


def test_the_strict_dialect_is_said_in_the_usual_words_everywhere() -> None:
    relation = "http://purl.oclc.org/ooxml/officeDocument/relationships/styles"
    made = parts(usual_package(package(names=STRICT, relations=relation)))
    assert MAIN in made["word/document.xml"]
    assert "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" in made["_rels/.rels"]
    assert not any("purl.oclc.org" in part for part in made.values())


def test_one_part_in_the_strict_dialect_is_enough() -> None:
    assert MAIN in parts(usual_package(package(names=STRICT)))["word/document.xml"]


def replaced(path: Path, old: str, new: str) -> bytes:
    """An office file in which every part says something else."""
    made = io.BytesIO()
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(made, "w") as other:
        for name in archive.namelist():
            other.writestr(name, archive.read(name).replace(old.encode(), new.encode()))
    return made.getvalue()


def test_a_report_in_the_strict_dialect_is_read_number_by_number(tmp_path: Path) -> None:
    wanted = report("2021", 6, blanks=0.1)
    word.write(wanted, tmp_path / "年报.docx")
    template = USUAL.replace("document.main", "template.main")
    for old, new in ((MAIN, STRICT), (USUAL, template)):
        data = replaced(tmp_path / "年报.docx", old, new)
        assert not misread(wanted, take_in_bytes(data, "年报.docx").report)


def test_a_long_text_is_read_without_what_no_reader_asks_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    word.write(report("2021", 7), tmp_path / "年报.docx")
    data = (tmp_path / "年报.docx").read_bytes()
    whole = read_word(data, "年报.docx")
    monkeypatch.setattr(word_package, "_LONG", 1_000)
    text = parts(usual_package(data))["word/document.xml"]
    assert "<w:rFonts" not in text
    assert 3 * len(text) < 2 * len(parts(data)["word/document.xml"])
    assert read_word(data, "年报.docx") == whole


@pytest.mark.parametrize(
    "kept",
    [
        b'<w:vertAlign w:val="superscript"/>', b"<w:strike/>", b"<w:vanish/>", b'<w:sz w:val="2"/>', b"<w:br/>", b"<w:tab/>",
        b'<w:gridSpan w:val="2"/>', b"<w:vMerge/>", b'<w:color w:val="FFFFFF"/>', b'<w:position w:val="9"/>', b"<w:t>w:jc</w:t>",
        b'<w:ilvl w:val="0"/>', b"<w:instrText>w:b</w:instrText>", b'<w:bookmarkStart w:name="b"/>', b"<w:bdo/>", b"<w:ins/>",
    ],
)  # fmt: skip
def test_what_tells_how_words_are_seen_is_left_in_a_long_text(
    kept: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_package, "_LONG", 0)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts(package()).items():
            archive.writestr(name, content)
        archive.writestr("word/document2.xml", b"<w:b/>" + kept + b'<w:jc w:val="center"/>')
    assert parts(usual_package(made.getvalue()))["word/document2.xml"].encode() == kept
