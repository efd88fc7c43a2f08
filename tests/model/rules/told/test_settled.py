"""Numbers that need not be reckoned: the claims of the text settle them."""

from model.rules.rule import Case
from model.rules.told.own_claims import told_in
from model.rules.told.settled import Settled, settled_in
from tests.model.drafts import applications, case

_NAME = "overview"


def settled(text: str, carried_in: int = 0, handled: int = 12) -> list[tuple[str, bool]]:
    """The words that are settled in a text on 14 applications, 2 of them carried on, and whether they agree."""
    told: Case = case(2023, applications(14, handled, carried_in, 2), {_NAME: text})
    places = [name for name in told.texts if name != "preamble"]
    found = settled_in(told, told.report.office, _NAME, list(told_in(told))[places.index(_NAME)])
    return list(dict.fromkeys((text[one.start : one.end], one.agrees) for one in found))


def test_a_number_that_agrees_is_settled() -> None:
    assert settled("收到政府信息公开申请14件。") == [("14", True)]


def test_a_number_that_is_faulted_is_settled_with_its_words() -> None:
    assert ("收到政府信息公开申请15件", False) in settled("收到政府信息公开申请15件。")


def test_another_offices_number_is_settled() -> None:
    assert ("9", True) in settled("县教育局收到政府信息公开申请9件。")


def test_what_was_handled_of_this_year_alone_is_settled_where_the_rest_is_told_apart() -> None:
    assert ("12", True) in settled(
        "收到政府信息公开申请14件，办结12件；上年结转3件已全部办结。", carried_in=3, handled=15
    )


def test_a_number_that_no_words_tell_is_open() -> None:
    assert settled("柜中还有9件。") == []


def test_the_numbers_of_all_ways_are_settled_where_they_make_up_what_came() -> None:
    text = "收到政府信息公开申请14件。从申请方式看，网上提交{}件、信函5件、当面1件；从申请人看，公民14件。"
    assert ("网上提交8件、信函5件、当面1件", True) in settled(text.format(8))
    assert not [agrees for words, agrees in settled(text.format(9)) if "信函5件" in words and agrees]


def test_it_moves_to_its_paragraph() -> None:
    assert Settled(12, 14).moved(10) == Settled(2, 4)


def test_a_list_of_ways_that_is_far_from_what_came_settles_nothing() -> None:
    assert settled("网站受理依申请公开3件；当面受理依申请公开2件；邮寄受理依申请公开4件。") == []
