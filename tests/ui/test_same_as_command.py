"""The command line and the window give the same report from the same file."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import commands
from export.products import PRODUCTS, produce
from model.file.office_content import Content
from model.report import Report, Slot, SlotKind
from tests.intake.figures import report
from tests.ui.windows import session_of
from ui.frame.main_window import MainWindow

PUBLISHED = Path(__file__).resolve().parents[3] / "shared" / "reports"
"""Reports as offices have published them, where there are any beside the program."""
SOURCES = sorted(
    path for ending in ("txt", "html", "docx", "pdf", "xlsx") for path in PUBLISHED.glob(f"*.{ending}")
)
OFFICES = {"department": "云溪县林业局", "government": "云溪县人民政府", "town": "云溪县云河镇人民政府"}
FORMS = {"2014": 2016, "2019": 2020, "2021": 2024}
USUAL = [product.name for product in PRODUCTS if product.usual]


def published(form: str, office: str) -> Report:
    """A report as it would be published: an office of some kind, its own preamble left to the program."""
    made = report(form, 5)
    made.set([(Slot(SlotKind.FIELD, "office"), office), (Slot(SlotKind.FIELD, "year"), FORMS[form])])
    return made


@pytest.mark.parametrize("kind", USUAL)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("office", OFFICES)
def test_a_published_report_is_taken_in_alike(
    start_window: MainWindow, qtbot: QtBot, tmp_path: Path, office: str, form: str, kind: str
) -> None:
    source = published(form, OFFICES[office])
    (path,) = produce(kind, {source.year: source}, source.year, tmp_path)
    file = tmp_path / "读入.xxgk"
    assert commands.run(["import", str(path), "--into", str(file)]) == commands.DONE
    imports = start_window.deeds.imports
    with qtbot.waitSignal(imports.show_wanted, timeout=60_000):
        imports.read_file(path)
    imports.page.take_button.click()
    read = Content.read(file).reports[source.year]
    assert session_of(start_window).report.to_json() == read.to_json()
    assert session_of(start_window).report.values() == source.values()


@pytest.mark.skipif(not SOURCES, reason="no published reports beside the program")
@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_what_offices_have_published_is_taken_in_alike(
    start_window: MainWindow, qtbot: QtBot, tmp_path: Path, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "读入.xxgk"
    done = commands.run(["import", str(path), "--into", str(file)])
    imports = start_window.deeds.imports
    if done != commands.DONE:
        why = capsys.readouterr().err.strip()
        imports.read_file(path)
        qtbot.waitUntil(lambda: start_window.messages.text == why, timeout=60_000)
        return
    with qtbot.waitSignal(imports.show_wanted, timeout=60_000):
        imports.read_file(path)
    imports.page.take_button.click()
    [read] = Content.read(file).reports.values()
    assert session_of(start_window).report.to_json() == read.to_json()
