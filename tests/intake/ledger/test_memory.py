"""What was confirmed of a ledger is known again next time, and kept so that nothing of the ledger can be read in it."""

from intake.ledger.columns import Field
from intake.ledger.ledger import Ledger
from intake.ledger.memory import Memory
from intake.ledger.reading import LedgerFile
from intake.ledger.tally import Purpose
from model.form_file import form_for
from tests.intake.ledger.files import APPLICATIONS
from tests.intake.ledger.invented import TODAY, YEAR
from tests.intake.ledger.layouts import CODES, LAYOUTS

FORM = form_for(YEAR)
CODED = next(layout for layout in LAYOUTS if layout.name == "codes")


def ledger_of(memory: Memory) -> Ledger:
    source = LedgerFile("台账.xlsx", tuple(CODED.sheets(list(APPLICATIONS), {})))
    return Ledger.of([source], FORM, YEAR, memory)


def test_columns_that_were_confirmed_need_no_question_next_time() -> None:
    memory = Memory({})
    assert not ledger_of(memory).known
    ledger = ledger_of(memory)
    ledger.confirm(memory)
    assert ledger.known
    assert ledger_of(Memory(memory.entries)).known


def test_a_column_that_was_changed_is_proposed_as_it_was_confirmed() -> None:
    memory = Memory({})
    ledger = ledger_of(memory)
    remark = next(at for at, (head, _) in enumerate(CODED.columns) if head == "备注")
    ledger.use(0, remark, Field.OUTCOME)
    ledger.confirm(memory)
    again = ledger_of(Memory(memory.entries))
    assert again.parts[0].layout.fields[remark] is Field.OUTCOME


def test_a_word_that_no_one_knows_is_asked_for_once_with_its_rows_and_remembered() -> None:
    memory = Memory({})
    (first, *_) = ledger_of(memory).count(memory, TODAY).tallies["applications"].questions
    assert first.purpose is Purpose.OUTCOME
    assert first.value in CODES
    assert not first.choices
    memory.give(first.purpose, first.value, CODES[first.value])
    asked = ledger_of(memory).count(memory, TODAY).tallies["applications"].questions
    assert first.value not in {question.value for question in asked}
    memory.forget(first.purpose, first.value)
    asked = ledger_of(memory).count(memory, TODAY).tallies["applications"].questions
    assert first.value in {question.value for question in asked}


def test_nothing_that_stood_in_a_ledger_can_be_read_in_what_is_remembered() -> None:
    memory = Memory({"office": "云溪县某局"})
    ledger = ledger_of(memory)
    ledger.confirm(memory)
    memory.give(Purpose.APPLICANT, "赵某某", "natural_person")
    kept = " ".join((*memory.entries, *memory.entries.values()))
    assert kept.isascii()
    assert "office" not in memory.entries
    assert memory.place(Purpose.APPLICANT, " 赵某某") == "natural_person"
