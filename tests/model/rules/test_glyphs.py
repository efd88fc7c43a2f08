"""Characters that no face has are named; radicals and rare names are printed, the latter not everywhere."""

from model.check import check
from model.levels import Level
from model.rules.glyphs import seldom_shown, unprintable
from tests.model.drafts import OVERVIEW, case


def test_what_no_face_has_is_named_once_in_its_order() -> None:
    assert unprintable("甲\uf06c、乙\uf06c与\ue123") == "\uf06c\ue123"


def test_a_radical_is_printed_as_the_character_it_is() -> None:
    assert unprintable("⾏政⼯作") == ""


def test_a_rare_name_is_printed_and_told_to_be_seldom_on_other_computers() -> None:
    assert unprintable("陈𠮷") == ""
    assert seldom_shown("陈𠮷、李𠮷，1200m²✓") == "𠮷"


def test_what_takes_no_ink_needs_no_glyph() -> None:
    assert unprintable("甲\u200b乙\u3000丙\t丁\ufeff\n戊") == ""


def test_a_text_is_told_of_once_whatever_it_lacks() -> None:
    text = OVERVIEW + "\n\uf06c一是\uf06c二是\ue123，陈𠮷。"
    findings = [f for f in check(case(texts={"overview": text})).findings if f.code == "S13"]
    assert [finding.level for finding in findings] == [Level.WARNING, Level.HINT]
    assert [finding.quote for finding in findings] == ["\uf06c\ue123", "𠮷"]
    assert findings[0].spot is not None
    assert text[findings[0].spot.start] == "\uf06c"


def test_a_title_is_looked_at_too() -> None:
    (finding,) = (f for f in check(case(office="甲县\ue123局")).findings if f.code == "S13")
    assert finding.page == "cover"
