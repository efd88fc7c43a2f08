"""A report is found in whatever its page looks like."""

from dataclasses import replace

import pytest

from intake.errors import NotUnderstood, YearNotTold
from intake.readers.reading import read_clipboard
from intake.readers.text import read_text
from intake.recognise import recognise
from model.compose import compose
from model.document import Document, Table, TableCell
from model.import_state import ImportState
from model.report import SlotKind
from tests.intake.figures import report


def test_a_text_that_is_no_report_is_refused() -> None:
    with pytest.raises(NotUnderstood, match="没有"):
        recognise(read_text("今天天气很好。"))


def test_the_year_is_asked_for_only_where_there_is_a_report() -> None:
    with pytest.raises(NotUnderstood) as nothing:
        recognise(read_text("今天天气很好。"))
    assert not isinstance(nothing.value, YearNotTold)
    with pytest.raises(YearNotTold):
        recognise(
            read_text(
                "一、总体情况\n" + "围绕水利工程、防汛抗旱等事项公开信息，公开的范围更广，查阅更便。" * 3
            )
        )


def test_the_clipboard_is_read_as_a_page_where_it_holds_one() -> None:
    document = read_clipboard("<table><tr><td>规章</td><td>1</td></tr></table>", "规章 1")
    (table,) = document.tables
    assert [cell.text for cell in table.cells] == ["规章", "1"]


def with_cell(key: str, text: str, doubt: str) -> Document:
    """A report's document in which one cell holds something else."""

    def changed(cell: TableCell) -> TableCell:
        return replace(cell, text=text, doubt=doubt) if cell.key == key else cell

    document = compose(report("2021", 5, zeros=0.0))
    return replace(
        document,
        blocks=tuple(
            replace(block, cells=tuple(map(changed, block.cells))) if isinstance(block, Table) else block
            for block in document.blocks
        ),
    )


@pytest.mark.parametrize("key", ["disclosure.regulations.issued", "disputes.review.corrected"])
@pytest.mark.parametrize("text", ["", "38"])
def test_a_cell_that_holds_more_than_words_is_doubtful_and_told(key: str, text: str) -> None:
    found = recognise(with_cell(key, text, "一张图片"))
    assert found.report.get(SlotKind.STATE, key) == ImportState.DOUBTFUL.value
    assert found.report.value(key) == (int(text) if text else None)
    assert any("一张图片" in line for line in found.unread)


def test_every_cell_has_the_words_that_it_was_read_from() -> None:
    wanted = report("2021", 5, zeros=0.0)
    found = recognise(compose(wanted))
    assert {key for key in wanted.form.cells if str(wanted.value(key)) in found.sources[key]} == set(
        wanted.form.cells
    )


def test_a_page_that_is_only_a_cover_gives_its_year_and_tells_what_it_says() -> None:
    found = recognise(read_text("云溪县林业局2023年度"))
    assert found.report.year == 2023
    assert set(found.report.of_kind(SlotKind.STATE).values()) == {ImportState.MISSING.value}
    assert found.unread == ("云溪县林业局2023年度",)


def test_words_of_some_year_are_no_cover() -> None:
    with pytest.raises(NotUnderstood, match="没有在其中找到"):
        recognise(read_text("2023年，云溪县雨水充沛，粮食丰收。"))


def test_a_year_that_is_guessed_is_to_be_checked_unless_the_clerk_names_it() -> None:
    page = read_text("一、总体情况\n2023年公开信息三条，" + "公开的范围更广，查阅更便，答复更快。" * 4)
    assert any("2023 是正文中说得最多的年份" in doubt for doubt in recognise(page).doubts)
    assert not any("年份" in doubt for doubt in recognise(page, year=2022).doubts)
