"""An office suite turns an old file into one that is read, or the way out is told."""

import errno
import sys
from pathlib import Path
from threading import Event

import pytest

from intake.apart import office_suite as suite_module
from intake.apart.office_suite import converted, office_suite
from intake.apart.reading_apart import ReadingApart
from intake.apart.wire import BytesSource, Request
from intake.errors import ReadingCancelled, SourceRefused

RTF = b"{\\rtf1 hello}"
ONE_FILE = b'<office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet"/>'
SHEETS = b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'
COPIES = """#!/bin/sh
# Makes "what was asked for" of what it is given, beside its place.
while [ "$1" != "--convert-to" ]; do shift; done
mkdir -p "$4"
cp "$5" "$4/source.${2%%:*}"
echo "$2" >> "$4/source.${2%%:*}"
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="scripts stand in for the suite")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder in which programs are looked for, with what scripts need."""
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(suite_module, "_PROGRAMS", ("invented-suite",))
    return tmp_path


def install(folder: Path, program: str) -> Path:
    suite = folder / "invented-suite"
    suite.write_text(program, encoding="utf-8")
    suite.chmod(0o755)
    return suite


@pytest.mark.parametrize(
    ("data", "made"),
    [
        (RTF, b"docx:MS Word 2007 XML"),
        (SHEETS, b"xlsx:Calc MS Excel 2007 XML"),
        (ONE_FILE, b"xlsx:Calc MS Excel 2007 XML"),
    ],
    ids=["words", "sheets", "sheets in one file"],
)
def test_words_become_words_and_sheets_become_sheets(data: bytes, made: bytes, folder: Path) -> None:
    install(folder, COPIES)
    assert converted(data, "年报.xml", Event()) == data + made + b"\n"


def test_nothing_of_it_stays_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = folder / "temporary"
    made.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(made))
    install(folder, COPIES)
    converted(RTF, "年报.rtf", Event())
    assert list(made.iterdir()) == []


def test_a_full_disk_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    install(folder, COPIES)
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(SourceRefused, match=r"磁盘已满.*另存为 \.docx"):
        converted(RTF, "年报.rtf", Event())


def test_a_suite_that_goes_on_for_ever_is_stopped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(folder, "#!/bin/sh\nexec tail -f /dev/null\n")
    monkeypatch.setattr(suite_module, "PATIENCE", 0.2)
    with pytest.raises(SourceRefused, match="秒还没有转换完"):
        converted(RTF, "年报.rtf", Event())


def test_a_suite_at_its_usual_place_on_windows_is_found(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ProgramFiles", "")
    monkeypatch.setenv("ProgramFiles(x86)", str(folder))
    assert office_suite() is None
    program = folder / "LibreOffice" / "program" / "soffice.exe"
    program.parent.mkdir(parents=True)
    program.write_bytes(b"")
    assert office_suite() == str(program)


def test_a_conversion_is_given_up_at_once(folder: Path) -> None:
    install(folder, "#!/bin/sh\nexec tail -f /dev/null\n")
    cancelled = Event()
    cancelled.set()
    with pytest.raises(ReadingCancelled):
        converted(RTF, "年报.rtf", cancelled)


@pytest.mark.parametrize(
    ("program", "told"),
    [("#!/bin/sh\nexit 3\n", "没有能转换"), ("no program", "无法启动")],
)
def test_a_suite_that_makes_nothing_is_told(program: str, told: str, folder: Path) -> None:
    suite = install(folder, program)
    assert office_suite() == str(suite)
    with pytest.raises(SourceRefused, match=f"{told}.*另存为 .docx"):
        ReadingApart(Request(BytesSource(RTF, "年报.rtf")), convert=True).result()


def test_without_an_office_suite_the_way_out_is_told(folder: Path) -> None:
    assert office_suite() is None
    with pytest.raises(SourceRefused, match="没有找到可以转换"):
        converted(RTF, "年报.rtf", Event())
