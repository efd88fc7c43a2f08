"""How far each page is: not begun, so many cells open, so many errors, to be explained, done."""

from model.report import Slot, SlotKind
from model.sections import COVER
from tests.ui.windows import GRANTED, session_of
from ui.desk.page_state import Progress, state_of
from ui.desk.pages import pages_of
from ui.desk.session import Session
from ui.frame.main_window import MainWindow

LICENCES = Slot(SlotKind.CELL, "disclosure.licences.decisions")


def states(session: Session) -> dict[str, tuple[Progress, str]]:
    found = {}
    for page in pages_of(session.report):
        state = state_of(session.report, session.outcome, page.id)
        found[page.id] = (state.progress, state.words)
    return found


def test_a_new_report_is_not_begun_anywhere(session: Session) -> None:
    told = states(session)
    assert told["overview"] == told["disclosure"] == (Progress.NOT_BEGUN, "未开始")
    assert told[COVER] == (Progress.UNFINISHED, "2 项未填")


def test_a_page_counts_its_open_cells_then_its_errors(session: Session) -> None:
    session.edit([(LICENCES, 3)], "填写")
    assert states(session)["disclosure"] == (Progress.UNFINISHED, "9 格未填")
    keys = [key for key in session.report.form.entered if key.startswith("applications.")]
    session.edit([(Slot(SlotKind.CELL, key), 1) for key in keys], "填写")
    assert states(session)["applications"][0] is Progress.ERROR


def test_every_page_of_a_finished_report_is_done(sample_window: MainWindow) -> None:
    assert {progress for progress, _ in states(session_of(sample_window)).values()} == {Progress.DONE}


def test_what_must_be_explained_is_told_where_nothing_else_is_open(sample_window: MainWindow) -> None:
    session = session_of(sample_window)
    text = session.report.text("overview") + "收到政府信息公开申请3218件。"
    session.edit([(Slot(SlotKind.TEXT, "overview"), text)], "修改文字")
    assert states(session)["overview"] == (Progress.EXPLAIN, "1 处待说明")


def test_errors_weigh_more_than_what_is_still_open(sample_window: MainWindow) -> None:
    session = session_of(sample_window)
    session.edit([(Slot(SlotKind.CELL, GRANTED), 900)], "填写")
    progress, words = states(session)["applications"]
    assert progress is Progress.ERROR
    assert words.endswith("处错误")


def test_the_cover_is_done_when_the_office_can_be_reached(session: Session) -> None:
    session.edit(
        [(Slot(SlotKind.FIELD, "phone"), "0500-1"), (Slot(SlotKind.FIELD, "address"), "县城")], "填写"
    )
    assert states(session)[COVER][0] is not Progress.UNFINISHED
