"""A tally keeps the rows behind each number, those of a total too."""

from intake.ledger.days import Fault
from intake.ledger.tally import Purpose, Reason, Tally
from model.form_file import load_form

FORM = load_form("2021")
RECEIVED = "applications.received"


def tally() -> Tally:
    made = Tally("applications")
    made.put(7, [f"{RECEIVED}.natural_person", "applications.granted.natural_person"])
    made.put(5, [f"{RECEIVED}.enterprise", "applications.granted.enterprise"], guessed=True)
    return made


def test_every_cell_of_its_table_has_a_count_and_totals_add_up() -> None:
    cells = tally().cells(FORM)
    assert list(cells) == [key for key, cell in FORM.cells.items() if cell.table.id == "applications"]
    assert cells[f"{RECEIVED}.total"] == cells["applications.handled_total.total"] == 2
    assert cells[f"{RECEIVED}.other"] == 0


def test_the_rows_behind_a_total_are_those_behind_its_parts() -> None:
    made = tally()
    assert made.behind(f"{RECEIVED}.total", FORM) == (5, 7)
    assert made.behind("applications.handled_total.enterprise", FORM) == (5,)
    assert made.behind(f"{RECEIVED}.other", FORM) == ()


def test_only_a_guess_is_marked_as_one() -> None:
    assert tally().guessed == {f"{RECEIVED}.enterprise": [5], "applications.granted.enterprise": [5]}


def test_words_without_a_place_are_asked_for_those_of_most_rows_first() -> None:
    made = tally()
    for place, word in enumerate(("甲", "乙", "乙")):
        fault = Fault(word, "不认识这个说法", word=True)
        made.leave_word(place, fault, Purpose.OUTCOME, Reason.OUTCOME, "没有填写办理结果")
    assert [(unknown.value, unknown.places) for unknown in made.questions] == [("乙", (1, 2)), ("甲", (0,))]
    assert len(made.unplaced) == 3


def test_what_is_no_word_or_blank_is_listed_and_not_asked_for() -> None:
    made = tally()
    made.leave_word(3, Fault("√、√", "有 2 列打了勾"), Purpose.OUTCOME, Reason.OUTCOME, "没有填写办理结果")
    made.leave_word(4, None, Purpose.OUTCOME, Reason.OUTCOME, "没有填写办理结果")
    told = [(row.place, row.value, row.why) for row in made.unplaced]
    assert told == [(3, "√、√", "有 2 列打了勾"), (4, "", "没有填写办理结果")]
    assert made.questions == ()
