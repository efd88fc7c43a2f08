"""What a finding is to the clerk, what it is filed under, and how its changes go into a text."""

import pytest

from model.findings import Finding, Rewording, Spot, Suggestion, reworded, said
from model.levels import Level

FINDING = Finding(
    "T3.1", Level.ERROR, "收支不平", ("applications.received.total", "applications.carried_in.total")
)
TEXT = "收到申请5件，答复4件，结转1件。"


def change(old: str, new: str) -> Rewording:
    start = TEXT.index(old)
    return Rewording(Spot("overview", start, start + len(old)), new, new)


def test_a_change_leaves_the_text_around_it_as_it_was() -> None:
    assert change("答复4件", "均已答复").applied(TEXT) == "收到申请5件，均已答复，结转1件。"


def test_changes_of_other_lengths_all_land_where_they_belong_in_whatever_order() -> None:
    changes = [change("5", "一百零五"), change("1件", ""), change("4", "{答复总数}")]
    for order in (changes, changes[::-1]):
        assert reworded(TEXT, order) == "收到申请一百零五件，答复{答复总数}件，结转。"


@pytest.mark.parametrize(("level", "word"), list(zip(Level, ["错误", "需说明", "提醒", "提示"], strict=True)))
def test_a_finding_stands_as_its_level_until_it_is_explained(level: Level, word: str) -> None:
    finding = FINDING._replace(level=level)
    assert finding.standing == word
    assert finding._replace(explanation="已核实").standing == "已说明"
    assert finding._replace(lapsed="已核实").standing == word


def test_it_can_be_mended_where_any_kind_of_change_is_offered() -> None:
    offer = Suggestion("applications.received.total", 1, 2, "")
    assert not FINDING.can_be_mended
    assert FINDING._replace(suggestions=(offer,)).can_be_mended
    assert FINDING._replace(rewording=change("4", "5")).can_be_mended
    assert FINDING._replace(respelling=(change("4", "5"),)).can_be_mended


def test_an_explanation_is_filed_under_the_first_cell_else_the_page_and_the_words() -> None:
    assert FINDING.subject == "T3.1:applications.received.total"
    assert FINDING._replace(cells=(), page="overview").subject == "T3.1:overview"
    assert FINDING._replace(cells=(), page="overview", quote="答复4件").subject == "T3.1:overview:答复4件"


def test_a_finding_moves_with_the_words_that_it_speaks_of() -> None:
    told = FINDING._replace(spot=Spot("overview", 4, 6), quote="5件")
    assert told.moved(3) == told._replace(spot=Spot("overview", 7, 9))
    assert FINDING.moved(3) == FINDING


def test_what_a_finding_offers_moves_with_it() -> None:
    here, there = (Rewording(Spot("overview", start, start + 2), "6件", "6") for start in (4, 7))
    told = FINDING._replace(spot=here.spot, rewording=here, respelling=(here,))
    assert told.moved(3) == FINDING._replace(spot=there.spot, rewording=there, respelling=(there,))


def test_findings_say_the_same_wherever_their_words_stand() -> None:
    here, there = Spot("overview", 4, 6), Spot("overview", 9, 11)
    told = FINDING._replace(spot=here, rewording=Rewording(here, "6件", "6"))
    moved = FINDING._replace(spot=there, rewording=Rewording(there, "6件", "6"))
    assert said([told, FINDING]) == said([moved, FINDING])
    for other in (told._replace(message="不平"), told._replace(rewording=Rewording(here, "7件", "7"))):
        assert said([told]) != said([other])
