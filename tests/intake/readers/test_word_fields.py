"""A formula is known to lack its result, however Word writes the field."""

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from intake.readers.word_fields import in_codes, lacks_result

BEGIN, APART, END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)


def code(words: str) -> str:
    return f"<w:r><w:instrText>{words}</w:instrText></w:r>"


def shown(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def lacks(inside: str) -> bool:
    return lacks_result(parse_xml(f"<w:p {nsdecls('w')}>{inside}</w:p>"))


@pytest.mark.parametrize(
    "field",
    [
        f"{BEGIN}{code(' =SUM(ABOVE) ')}{END}",
        f"{BEGIN}{code(' =SUM(ABOVE) ')}{APART}{END}",
        f"{BEGIN}{code(' =SUM(')}{code('ABOVE) ')}{APART}{shown(' ')}{END}",
        f"{BEGIN}{code(' =1+2 ')}",
        '<w:fldSimple w:instr=" =SUM(ABOVE) "/>',
        f"{BEGIN}{code(' EQ (38,2) ')}{END}",
    ],
)
def test_a_formula_without_a_result_is_known(field: str) -> None:
    assert lacks(field)
    assert lacks(shown("共") + field)


@pytest.mark.parametrize(
    "field",
    [
        shown("38"),
        f"{BEGIN}{code(' =SUM(ABOVE) ')}{APART}{shown('38')}{END}",
        f'<w:fldSimple w:instr=" =SUM(ABOVE) ">{shown("38")}</w:fldSimple>',
        f"{BEGIN}{code(' PAGE ')}{END}",
    ],
)
def test_what_has_a_result_or_is_no_formula_lacks_none(field: str) -> None:
    assert not lacks(field)


def test_the_result_of_a_field_inside_the_code_of_another_is_not_shown() -> None:
    inner = f"{BEGIN}{code(' =5 ')}{APART}{shown('5')}{END}"
    outer = f"{shown('共')}{BEGIN}{code(' IF ')}{inner}{APART}{shown('38')}{END}{shown('件')}"
    hidden = in_codes(parse_xml(f"<w:p {nsdecls('w')}>{outer}</w:p>"))
    assert [element.text for element in hidden] == ["5"]
