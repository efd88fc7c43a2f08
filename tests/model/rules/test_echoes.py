"""One finding for one slip: a sum that a wrong number breaks, and what was guessed beside it, is not told as well."""

import pytest

from model.check import check
from model.findings import Finding, Spot
from model.levels import Level
from model.rules.echoes import without_echoes
from tests.model.drafts import case

RECEIVED = "applications.received.natural_person"
HANDLED = "applications.granted.natural_person"


def told(words: str) -> list[str]:
    cells = {RECEIVED: "57", HANDLED: "57"}
    found = check(case(cells=cells, texts={"overview": words})).findings
    return [finding.code for finding in found if finding.code.startswith("N")]


def on(code: str, start: int, end: int, left: int, right: int, level: Level = Level.EXPLAIN) -> Finding:
    return Finding(code, level, code, (), left, right, "overview", Spot("overview", start, end))


TEXTS = {"overview": "收到申请66件，其中网上30件、信函27件。" + "其他工作正常。" * 3}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("收到政府信息公开申请66件，其中网络申请30件、信函申请27件。", "N1"),
        ("收到政府信息公开申请57件，其中网络申请30件、信函申请28件。", "N14"),
    ],
)
def test_a_slip_is_told_once_by_the_finding_that_names_it(words: str, code: str) -> None:
    assert told(words) == [code]


def test_a_sum_that_is_wrong_by_itself_is_told_beside_a_number_that_is() -> None:
    total, number = on("N14", 4, 20, 57, 66), on("N5", 8, 12, 30, 27)
    assert without_echoes(TEXTS, (total, number)) == (total, number)


def test_a_sum_that_a_wrong_number_breaks_is_left_out_whichever_was_found_first() -> None:
    total, number = on("N14", 4, 20, 57, 66), on("N1", 0, 7, 66, 57)
    assert without_echoes(TEXTS, (total, number)) == without_echoes(TEXTS, (number, total)) == (number,)


def test_the_same_sum_said_of_text_and_table_is_told_once_and_weighs_what_it_can() -> None:
    of_text, of_table = on("N14", 2, 20, 58, 57), on("N14", 9, 20, 58, 57, Level.WARNING)
    assert without_echoes(TEXTS, (of_table, of_text)) == (of_text,)


def test_nothing_is_guessed_in_a_sentence_that_has_a_number_the_tables_deny() -> None:
    number, guess = on("N1", 0, 7, 66, 57), on("N17", 14, 18, 0, 0, Level.WARNING)
    later = on("N17", 26, 30, 0, 0, Level.WARNING)
    assert without_echoes(TEXTS, (number, guess, later)) == (number, later)


def test_of_a_sum_and_a_guess_that_say_the_same_one_is_told() -> None:
    total, guess = on("N14", 4, 20, 57, 58, Level.WARNING), on("N16", 8, 12, 30, 31, Level.WARNING)
    assert without_echoes(TEXTS, (total, guess)) == (guess,)


def test_a_guess_alone_is_told() -> None:
    guess = on("N17", 14, 18, 0, 0, Level.WARNING)
    assert without_echoes(TEXTS, (guess,)) == (guess,)


def test_findings_on_cells_are_left_as_they_are() -> None:
    cells = (Finding("T3.4", Level.EXPLAIN, "格", (RECEIVED,), 1, 2, "applications"),) * 2
    assert without_echoes({}, cells) == cells
