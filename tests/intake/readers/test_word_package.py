"""Templates, files with macros and the strict dialect are read as the Word files that they are."""

import io
import zipfile
from pathlib import Path

import pytest

from export import word
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
