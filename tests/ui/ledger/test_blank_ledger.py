"""An empty ledger is written where the clerk says, and never over one that was filled in."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from ui.frame.main_window import MainWindow


def test_a_ledger_that_was_filled_in_is_never_replaced_by_an_empty_one(
    sample_window: MainWindow, tmp_path: Path
) -> None:
    sample_window.deeds.ledgers.blank.write(str(tmp_path / "台账2026.1"))
    made = tmp_path / "台账2026.1.xlsx"
    made.write_bytes(b"a year of applications")
    sample_window.deeds.ledgers.blank.write(str(tmp_path / "台账2026.1"))
    assert (tmp_path / "台账2026.1（改动备份）.xlsx").read_bytes() == b"a year of applications"
    assert "没有覆盖，已另存为“台账2026.1（改动备份）.xlsx”" in sample_window.messages.text
    sample_window.deeds.ledgers.blank.write(str(made))
    assert len(list(tmp_path.glob("*.xlsx"))) == 2, "one that is still empty is no copy's worth"


def test_where_the_empty_ledger_goes_is_asked_with_a_name_for_the_next_year(
    sample_window: MainWindow,
) -> None:
    sample_window.deeds.ledgers.blank.ask()
    (dialog,) = (each for each in sample_window.findChildren(QFileDialog) if each.isVisible())
    assert Path(dialog.selectedFiles()[0]).name == "2026年政府信息公开申请登记台账.xlsx"
    dialog.reject()
