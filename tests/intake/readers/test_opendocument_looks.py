"""Styles of OpenDocument say how words look, by themselves or by those that they stand on."""

import pytest

from intake.readers.opendocument_looks import Look, Looks
from tests.intake.readers.test_opendocument import NAMES

FO = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'


def styles(*said: str) -> bytes:
    return f"<office:document-styles {NAMES} {FO}>{''.join(said)}</office:document-styles>".encode()


def style(name: str, words: str = "", cell: str = "", parent: str = "", family: str = "table-cell") -> str:
    on = f'style:parent-style-name="{parent}"' if parent else ""
    properties = f"<style:text-properties {words}/><style:table-cell-properties {cell}/>"
    return f'<style:style style:name="{name}" style:family="{family}" {on}>{properties}</style:style>'


@pytest.mark.parametrize(
    ("words", "look"),
    [
        ('style:text-line-through-style="solid"', Look(struck=True)),
        ('style:text-line-through-type="single"', Look(struck=True)),
        ('style:text-line-through-type="none"', Look()),
        ('style:text-position="super 58%"', Look(raised=True)),
        ('style:text-position="33% 58%"', Look(raised=True)),
        ('style:text-position="-33% 58%"', Look(lowered=True)),
        ('style:text-position="sub 58%"', Look(lowered=True)),
        ('style:text-position="0% 100%"', Look()),
        ('fo:color="#ffffff"', Look(unseen=True)),
        ('fo:color="#ffffff" style:use-window-font-color="true"', Look()),
        ('fo:font-size="1pt"', Look(unseen=True)),
        ('text:display="none"', Look(unseen=True)),
    ],
)
def test_what_a_style_says_of_its_words(words: str, look: Look) -> None:
    assert Looks(styles(style("run", words, family="text"))).look("", "run") == look
    assert Looks(styles(style("cell", words))).look("cell") == look


def test_a_style_has_what_the_one_it_stands_on_says_unless_it_says_otherwise() -> None:
    struck = style("usual", 'style:text-line-through-type="single"')
    looks = Looks(
        styles(struck),
        styles(
            style("ce1", parent="usual"), style("T1", 'style:text-line-through-type="none"', family="text")
        ),
    )
    assert looks.look("ce1") == Look(struck=True)
    assert looks.look("ce1", "T1") == Look()


def test_words_have_the_looks_of_all_runs_that_they_stand_in_the_inmost_first() -> None:
    looks = Looks(
        styles(
            style("T1", 'style:text-line-through-type="single"', family="text"),
            style("T2", 'style:text-position="super 58%"', family="text"),
            style("T3", 'style:text-position="0% 100%"', family="text"),
        )
    )
    assert looks.look("", "T1", "T2") == Look(struck=True, raised=True)
    assert looks.look("", "T1", "T2", "T3") == Look(struck=True)


@pytest.mark.parametrize("family", ["graphic", "paragraph", "table-row", "text"])
def test_a_cells_style_is_not_another_familys_of_the_same_name(family: str) -> None:
    struck = 'style:text-line-through-type="single"'
    looks = Looks(styles(style("Default", struck), style("Default", 'fo:color="#ffffff"', family=family)))
    assert looks.look("Default") == Look(struck=True)


def test_styles_that_stand_on_each_other_come_to_an_end() -> None:
    assert Looks(styles(style("a", parent="b"), style("b", parent="a"))).look("a") == Look()


def test_white_words_are_seen_on_a_ground_of_their_own() -> None:
    assert (
        Looks(styles(style("a", 'fo:color="#ffffff"', 'fo:background-color="#003366"'))).look("a") == Look()
    )


def test_a_sheet_that_is_not_displayed_is_known() -> None:
    table = '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
    looks = Looks(styles(table))
    assert not looks.is_shown("ta2")
    assert looks.is_shown("ta1")
