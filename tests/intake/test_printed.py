"""A printed report is read under any rules, or none: what is not told by them is doubtful and never half a number."""

from dataclasses import replace
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.readers.pdf.pdf_text import read_pdf
from intake.recognise import Recognition, recognise
from model.compose import compose
from model.document import Document, Paragraph, Table, TableCell
from model.report import Report, SlotKind
from tests.intake import layouts
from tests.intake.figures import balanced, misread, report
from tests.intake.printed import Print, printed

BARE = st.builds(
    Print,
    rules=st.just("none"),
    middle=st.booleans(),
    label=st.integers(5, 12),
    value=st.integers(2, 5),
    size=st.sampled_from((8.0, 9.0, 10.5)),
    doubled=st.booleans(),
    again=st.booleans(),
)


def read(document: Document, look: Print) -> Recognition:
    return recognise(read_pdf(printed(document, look), "report.pdf"))


def silent(wanted: Report, found: Recognition) -> list[str]:
    states = found.report.of_kind(SlotKind.STATE)
    return [key for key in misread(wanted, found.report) if states.get(key) != "doubtful"]


@settings(max_examples=12)
@given(look=BARE, seed=st.integers(0, 1000), blanks=st.sampled_from((0.0, 0.2, 0.4)))
def test_without_rules_nothing_is_wrong_without_a_mark(look: Print, seed: int, blanks: float) -> None:
    wanted = report("2021" if seed % 2 else "2019", seed, blanks=blanks)
    assert not silent(wanted, read(compose(wanted), look))


def with_licences(number: str) -> Document:
    return layouts.revalued(
        compose(balanced(7)),
        lambda cell: number if cell.key == "disclosure.licences.decisions" else cell.text,
    )


def test_a_number_that_goes_on_below_in_a_column_without_rules_is_doubtful() -> None:
    cut = 0
    for width in (1, 2):
        found = read(with_licences("123456789"), Print("none", value=width))
        states = found.report.of_kind(SlotKind.STATE)
        value = found.report.value("disclosure.licences.decisions")
        cut += value != 123456789
        assert value == 123456789 or states["disclosure.licences.decisions"] == "doubtful"
    assert cut


def test_two_numbers_with_a_narrow_blank_between_them_are_two() -> None:
    found = read(with_licences("36 38"), Print(value=8))
    assert found.report.value("disclosure.licences.decisions") is None
    assert found.report.of_kind(SlotKind.STATE)["disclosure.licences.decisions"] == "doubtful"
    assert any("36 38" in line for line in found.unread)


@pytest.mark.parametrize("doubled", [False, True])
def test_what_a_browser_prints_around_a_page_is_no_words_of_the_report(*, doubled: bool) -> None:
    wanted = balanced(8)
    found = read(compose(wanted), Print("boxes", value=5, browser=True, doubled=doubled)).report
    assert not misread(wanted, found)
    texts = [found.text(section.id) for section in wanted.form.sections]
    assert not [text for text in texts if "example.gov.cn" in text or "10:05" in text]


def test_the_last_row_of_a_page_needs_no_rule_below() -> None:
    wanted = balanced(9)
    assert not misread(wanted, read(compose(wanted), Print(value=5, open_foot=True)).report)


def test_a_row_alone_on_its_page_is_one_of_the_table_before() -> None:
    wanted = report("2021", 10)
    document = compose(wanted)
    place = next(i for i, b in enumerate(document.blocks) if isinstance(b, Table) and b.id == "disclosure")
    table = document.blocks[place]
    assert isinstance(table, Table)
    above, last = layouts.split(table, table.rows - 1, again=False)
    blocks = (*document.blocks[:place], above, last, *document.blocks[place + 1 :])
    found = read(replace(document, blocks=blocks), Print("boxes", value=5)).report
    assert found.value("disclosure.fees.amount") == wanted.value("disclosure.fees.amount")


def test_a_table_that_goes_on_with_other_columns_is_not_read_under_the_heads_before() -> None:
    first = Table(2, 7, (TableCell(0, 0, "信息内容"), TableCell(0, 1, "采购项目数量", 1, 3), TableCell(0, 4, "采购总金额", 1, 3),
                         TableCell(1, 0, ""), TableCell(1, 1, "", 1, 3), TableCell(1, 4, "", 1, 3)))  # fmt: skip
    second = Table(
        1, 7, (TableCell(0, 0, "政府集中采购"), TableCell(0, 1, ""), TableCell(0, 2, "3508.9716", 1, 2))
    )
    words = [
        Paragraph(text) for text in ("清河县水利局2020年政府信息公开工作年度报告", "二、主动公开政府信息情况")
    ]
    found = recognise(Document((*words, first, second))).report
    assert found.value("disclosure.procurement.projects") is None
    amount = found.value("disclosure.procurement.amount")
    states = found.of_kind(SlotKind.STATE)
    assert amount is not None or states["disclosure.procurement.amount"] == "doubtful"


@pytest.mark.parametrize("rules", ["lines", "bars", "boxes", "none"])
@pytest.mark.parametrize("apart", [1.5, 3.0, 6.0, 10.0])
def test_letters_set_apart_are_read_or_doubtful_whatever_rules_they_cross(
    rules: Literal["lines", "bars", "boxes", "none"], apart: float
) -> None:
    wanted = balanced(3)
    found = read(compose(wanted), Print(rules, value=3, apart=apart))
    assert not silent(wanted, found)
    if rules != "none":
        assert len(misread(wanted, found.report)) < len(wanted.form.cells) / 3
