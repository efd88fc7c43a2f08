"""The foot of a Word page: the number at one side, the check code with its picture at the other."""

import docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from export.word.footer import set_footer

CODE = "7K3M9PQX2T4V"


def foot(side: str, code: str = "") -> list[BaseOxmlElement]:
    footer = docx.Document().sections[0].footer
    set_footer(footer, side, code)
    return [paragraph._p for paragraph in footer.paragraphs]


def words(paragraph: BaseOxmlElement) -> str:
    return "".join(text.text or "" for text in paragraph.iter(qn("w:t")))


@pytest.mark.parametrize("side", ["left", "right"])
def test_the_number_stands_between_dashes_one_character_from_the_edge(side: str) -> None:
    (line,) = foot(side)
    assert words(line) == "— 1 —"
    indent, alignment = line.find(f".//{qn('w:ind')}"), line.find(f".//{qn('w:jc')}")
    assert indent is not None
    assert indent.get(qn(f"w:{side}")) == "280"
    assert alignment is not None
    assert alignment.get(qn("w:val")) == side


@pytest.mark.parametrize(("side", "other"), [("left", "right"), ("right", "left")])
def test_the_code_stands_at_the_other_side(side: str, other: str) -> None:
    code, number = foot(side, CODE)
    assert words(number) == "— 1 —"
    assert words(code).strip() == "校验码：7K3M 9PQX 2T4V"
    assert len(list(code.iter(qn("w:drawing")))) == 1
    frame = code.find(f".//{qn('w:framePr')}")
    assert frame is not None
    assert frame.get(qn("w:xAlign")) == other


def test_the_code_takes_no_line_from_the_page() -> None:
    """Its frame begins below the type area, 37 mm from the top and 225 mm high, whatever stands in the foot."""
    code, _ = foot("right", CODE)
    frame = code.find(f".//{qn('w:framePr')}")
    assert frame is not None
    assert frame.get(qn("w:vAnchor")) == "page"
    assert int(frame.get(qn("w:y")) or 0) / 1440 * 25.4 == pytest.approx(266, abs=0.05)


def test_the_picture_is_nearest_to_the_edge() -> None:
    for side, last in (("left", True), ("right", False)):
        code, _ = foot(side, CODE)
        runs = list(code.iter(qn("w:r")))
        assert [run.find(f".//{qn('w:drawing')}") is not None for run in runs] == [not last, last]
