"""The journal: undo and redo over the whole report, one step for a run of typing."""

from hypothesis import given
from hypothesis import strategies as st

from model.form_file import form_for
from model.journal import Journal
from model.report import Change, Report, Slot, SlotKind

OVERVIEW = Slot(SlotKind.TEXT, "overview")
LICENCES = Slot(SlotKind.CELL, "disclosure.licences.decisions")


def journal() -> Journal:
    return Journal(Report(form_for(2024), "云溪县林业局", 2024))


def test_a_run_of_typing_is_one_step() -> None:
    typed = journal()
    heard: list[Change] = []
    typed.listen(heard.append)
    for text in ("全", "全年", "全年公开"):
        typed.edit([(OVERVIEW, text)], "修改文字", run=1)
    assert [change.edits[0].new for change in heard] == ["全", "全年", "全年公开"]
    typed.undo()
    assert typed.report.text("overview") == ""
    typed.redo()
    assert typed.report.text("overview") == "全年公开"


def test_what_is_typed_after_the_clerk_went_elsewhere_is_a_step_of_its_own() -> None:
    typed = journal()
    typed.edit([(OVERVIEW, "一")], "修改文字", run=1)
    typed.edit([(OVERVIEW, "一二")], "修改文字", run=1)
    typed.end_run()
    typed.edit([(OVERVIEW, "一二三")], "修改文字", run=1)
    typed.undo()
    assert typed.report.text("overview") == "一二"
    typed.undo()
    assert typed.report.text("overview") == ""


def test_another_run_or_an_edit_between_begins_a_new_step() -> None:
    typed = journal()
    typed.edit([(OVERVIEW, "一")], "修改文字", run=1)
    typed.edit([(LICENCES, 3)], "填写")
    typed.edit([(OVERVIEW, "一二")], "修改文字", run=1)
    typed.edit([(OVERVIEW, "一二三")], "修改文字", run=2)
    assert [typed.undo() is not None for _ in range(5)] == [True, True, True, True, False]


def test_typing_after_an_undo_does_not_join_what_was_before() -> None:
    typed = journal()
    typed.edit([(OVERVIEW, "一")], "修改文字", run=1)
    typed.edit([(LICENCES, 3)], "填写")
    typed.undo()
    typed.edit([(OVERVIEW, "一二")], "修改文字", run=1)
    typed.undo()
    assert typed.report.text("overview") == "一"


def test_a_step_that_changes_nothing_is_not_remembered() -> None:
    typed = journal()
    typed.edit([(LICENCES, None)], "清除")
    assert typed.undo_label == ""


NUMBERS = st.none() | st.integers(min_value=0, max_value=99)
STEPS = st.lists(
    st.tuples(
        st.lists(st.tuples(st.sampled_from(list(form_for(2024).entered[:8])), NUMBERS), max_size=4),
        st.sampled_from(["填数", "粘贴"]),
        st.sampled_from([None, 1]),
    ),
    max_size=12,
)


@given(STEPS)
def test_undoing_everything_is_the_report_as_it_was_and_redoing_everything_as_it_became(
    steps: list[tuple[list[tuple[str, int | None]], str, int | None]],
) -> None:
    made = journal()
    blank = made.report.slots
    for settings, label, run in steps:
        made.edit([(Slot(SlotKind.CELL, key), value) for key, value in settings], label, run=run)
    after = made.report.slots
    while made.undo() is not None:
        assert made.redo_label
    assert made.report.slots == blank
    assert made.undo_label == ""
    while made.redo() is not None:
        assert made.undo_label
    assert made.report.slots == after
