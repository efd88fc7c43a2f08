"""Paragraphs have the style of their role, and what their neighbours ask of them."""

from docx.oxml.ns import qn
from lxml import etree

from export.word.paragraphs import Setting, paragraph, signature, title
from export.word.styles import Style
from export.word.tracking import USUAL
from model.document import Document, Paragraph, Role


def words(made: etree._Element) -> str:
    return "".join(piece.text or "" for piece in made.iter(qn("w:t")))


def has(made: etree._Element, name: str) -> bool:
    return made.find(f".//{qn(f'w:{name}')}") is not None


def value(made: etree._Element, name: str, attribute: str = "val") -> str | None:
    found = made.find(f".//{qn(f'w:{name}')}")
    return None if found is None else found.get(qn(f"w:{attribute}"))


def test_each_role_has_a_style() -> None:
    assert {value(paragraph(Paragraph("一", role), Setting()), "pStyle") for role in Role} <= set(Style)


def test_a_plain_paragraph_has_nothing_but_its_style() -> None:
    made = paragraph(Paragraph("公开"), Setting())
    assert value(made, "pStyle") == Style.BODY
    assert [child.tag for child in made[0]] == [qn("w:pStyle")]


def test_neighbours_are_heard() -> None:
    made = paragraph(Paragraph("公开"), Setting(new_page=True, signed=True, before=10, after=5))
    assert has(made, "pageBreakBefore")
    assert has(made, "keepNext")
    assert has(made, "widowControl")
    assert (value(made, "spacing", "before"), value(made, "spacing", "after")) == ("200", "100")
    assert has(paragraph(Paragraph("公开"), Setting(begun=True)), "widowControl")


def test_a_heading_below_which_nothing_is_written_does_not_stay_with_the_next_one() -> None:
    assert value(paragraph(Paragraph("一、概述", Role.HEADING1), Setting(bare=True)), "keepNext") == "0"
    assert not has(paragraph(Paragraph("一、概述", Role.HEADING1), Setting()), "keepNext")


def test_a_run_in_heading_has_its_own_face_and_loses_no_character() -> None:
    made = paragraph(Paragraph("（一）主动公开。全年公开。", lead=8), Setting())
    lead, rest = made.findall(qn("w:r"))
    assert value(lead, "rStyle") == Style.LEAD
    assert (words(lead), words(rest)) == ("（一）主动公开。", "全年公开。")


def test_a_paragraph_that_is_set_tighter_is_so_in_all_its_parts() -> None:
    made = paragraph(Paragraph("（一）主动公开。全年公开。", lead=8), Setting(tracking=USUAL - 2))
    assert [value(run, "spacing") for run in made.findall(qn("w:r"))] == [str(USUAL - 2)] * 2


def test_an_empty_paragraph_is_one() -> None:
    assert words(paragraph(Paragraph(""), Setting())) == ""


def test_a_title_is_broken_by_meaning_and_whole() -> None:
    text = "清河县行政审批服务局2024年政府信息公开工作年度报告"
    made = title(Document((Paragraph(text, Role.TITLE),), title=text))
    assert words(made) == text
    assert has(made, "br")
    assert int(value(made, "spacing", "after") or 0) > 0


def test_office_and_date_stay_together_and_the_shorter_is_centred_above() -> None:
    office, day = signature(
        [Paragraph("清河县教育局", Role.SIGNATURE), Paragraph("2025年1月20日", Role.SIGNATURE)]
    )
    assert has(office, "keepNext")
    assert not has(day, "keepNext")
    assert value(office, "spacing", "before")
    assert int(value(office, "ind", "right") or 0) > int(value(day, "ind", "right") or 0)


def test_a_long_office_stays_off_the_edge() -> None:
    office, day = signature(
        [
            Paragraph("清河县" + "自然资源和规划" * 3 + "局", Role.SIGNATURE),
            Paragraph("2025年1月20日", Role.SIGNATURE),
        ]
    )
    assert 0 < int(value(office, "ind", "right") or 0) < int(value(day, "ind", "right") or 0)
