"""A source is read in a process of its own: whatever it does there, the program gets an answer and goes on."""

import io
import os
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from export import pdf
from export.html import render
from intake.apart import READER
from intake.apart.bounds import Bounds
from intake.apart.reading_apart import ReadingApart
from intake.apart.wire import BytesSource, CopiedSource, FileSource, Request, Source
from intake.errors import NotUnderstood, ReaderEnded, ReadingCancelled, SourceRefused, YearNotTold
from intake.readers.limits import MOST_CHARACTERS
from intake.recognise import Recognition
from intake.taking_in import take_in
from model.compose import compose
from tests.children import ROOT
from tests.intake.figures import report

DRAWS_ITSELF_TWICE = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</Y 4 0 R>>>>/Contents 5 0 R>>endobj
4 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</Y 4 0 R>>>>/Length 11>>stream
/Y Do /Y Do
endstream endobj
5 0 obj<</Length 5>>stream
/Y Do
endstream endobj
trailer<</Root 1 0 R>>"""


def read(source: Source, *, year: int | None = None, bounds: Bounds | None = None) -> Recognition:
    return ReadingApart(Request(source, year=year, bounds=bounds or Bounds())).result()


def sheet(rows: int) -> bytes:
    """A workbook that is a labour to read."""
    book = Workbook(write_only=True)
    page = book.create_sheet()
    for number in range(rows):
        page.append([number] * 40)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def test_what_is_read_apart_is_what_is_read_here(tmp_path: Path) -> None:
    path = tmp_path / "年报.pdf"
    pdf.write(report("2021", 4, blanks=0.1), path)
    here, apart = take_in(path), read(FileSource(path))
    assert apart.report.slots == here.report.slots
    assert (apart.summary, apart.unread, apart.sources) == (here.summary, here.unread, here.sources)


def test_bytes_and_the_clipboard_are_read_apart_as_well() -> None:
    wanted = report("2021", 4)
    page = render(compose(wanted))
    for source in (BytesSource(page.encode(), "年报.html"), CopiedSource(page, "")):
        assert read(source).report.values() == wanted.values()


def test_refusals_keep_their_kind_and_their_words() -> None:
    with pytest.raises(SourceRefused, match="图片"):
        read(BytesSource(b"\x89PNG\r\n\x1a\n" + bytes(50), "年报.png"))
    with pytest.raises(NotUnderstood, match="没有"):
        read(CopiedSource("", "今天天气很好。"), year=2024)
    with pytest.raises(YearNotTold, match="年度"):
        read(
            CopiedSource("", "一、总体情况\n" + "公开的范围比上年更广，查阅比上年更便，答复比上年更快。" * 3)
        )


def test_the_way_through_the_pages_is_told(tmp_path: Path) -> None:
    path = tmp_path / "年报.pdf"
    pdf.write(report("2021", 4), path)
    told: list[str] = []
    ReadingApart(Request(FileSource(path)), told.append).result()
    assert told[0].startswith("第 1 页，共 ")


def test_memory_is_bounded() -> None:
    with pytest.raises(SourceRefused, match=r"已损坏.*另存一份再导入"):
        read(BytesSource(DRAWS_ITSELF_TWICE, "年报.pdf"))


def test_the_processors_time_is_bounded() -> None:
    with pytest.raises(SourceRefused, match="读了超过 1 秒还没有读完"):
        read(BytesSource(sheet(20_000), "年报.xlsx"), bounds=Bounds(seconds=1))


def test_waiting_is_bounded() -> None:
    with pytest.raises(SourceRefused, match="读了超过 0 秒还没有读完"):
        read(BytesSource(b"1", "年报.txt"), bounds=Bounds(patience=0))


def test_more_than_a_report_can_have_is_not_even_sent() -> None:
    with pytest.raises(SourceRefused, match="过多"):
        read(CopiedSource("", "申请" * MOST_CHARACTERS))


def test_the_answer_is_bounded() -> None:
    with pytest.raises(SourceRefused, match="内容过多；请只保留年度报告正文"):
        read(CopiedSource(render(compose(report())), ""), bounds=Bounds(answer=1_000))


@pytest.mark.skipif(os.name == "nt", reason="pipes are no files on Windows")
def test_a_pipe_and_a_device_are_no_sources(tmp_path: Path) -> None:
    pipe = tmp_path / "年报.txt"
    os.mkfifo(pipe)
    for path in (pipe, Path(os.devnull)):
        with pytest.raises(SourceRefused, match="不是文件"):
            read(FileSource(path))


def test_a_cancelled_reading_ends_at_once(tmp_path: Path) -> None:
    path = tmp_path / "年报.pdf"
    pdf.write(report("2021", 4), path)
    reading: list[ReadingApart] = []

    def cancel(_words: str) -> None:
        reading[0].cancel()

    reading.append(ReadingApart(Request(FileSource(path)), cancel))
    with pytest.raises(ReadingCancelled):
        reading[0].result()


def test_a_reading_cancelled_before_it_began_gives_nothing() -> None:
    reading = ReadingApart(Request(CopiedSource("", "年报")))
    reading.cancel()
    with pytest.raises(ReadingCancelled):
        reading.result()


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], None]:
    """Puts a program of the test's own in the reader's place."""

    def put(program: str) -> None:
        script = tmp_path / "reader.py"
        script.write_text(program, encoding="utf-8")
        monkeypatch.setattr("intake.apart.process._MAIN", script)

    return put


@pytest.mark.parametrize(
    "program",
    [
        "raise SystemExit(3)",
        "import os; os.abort()",
        "print('not what was agreed')",
        "print('{}')",
        "print('[1, 2]')",
        'print(\'{"read": {"report": {"form": "none"}}}\')',
        'print(\'{"refused": "no", "kind": {}}\')',
    ],
)
def test_a_reader_that_breaks_off_or_talks_nonsense_is_a_refusal(
    reader: Callable[[str], None], program: str
) -> None:
    reader(program)
    with pytest.raises(SourceRefused, match=r"已损坏.*另存一份再导入") as told:
        read(BytesSource(b"1", "年报.txt"))
    assert isinstance(told.value.__cause__, ReaderEnded)


@pytest.mark.skipif(os.name == "nt", reason="resource limits are not known on Windows")
def test_a_system_that_sets_no_limits_is_no_hindrance() -> None:
    bounds = Bounds(memory=-5)
    assert read(CopiedSource(render(compose(report())), ""), bounds=bounds).report.year == 2024


def test_what_goes_wrong_in_the_reader_is_kept_for_us() -> None:
    damaged = b"PK" + bytes(100)
    with pytest.raises(SourceRefused) as told:
        read(BytesSource(damaged, "年报.docx"))
    assert "BadZipFile" in str(told.value.__cause__)


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    started = tmp_path / "started"
    code = tmp_path / "code.py"
    code.write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom main import main\n"
        f"open({str(started)!r}, 'w').write(' '.join(sys.argv[1:]))\nsys.exit(main(sys.argv[1:]))\n",
        encoding="utf-8",
    )
    program = tmp_path / "nianbao"
    command = shlex.join((sys.executable, str(code)))
    program.write_text(f'#!/bin/sh\nexec {command} "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    assert read(CopiedSource(render(compose(report())), "")).report.year == 2024
    assert started.read_text(encoding="utf-8") == READER


def test_a_reader_that_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/program")
    with pytest.raises(SourceRefused, match="系统资源不足"):
        read(BytesSource(b"1", "年报.txt"))


@pytest.mark.skipif(os.name == "nt", reason="signals are not known on Windows")
def test_a_reader_that_cannot_be_ended_is_left_to_itself(reader: Callable[[str], None]) -> None:
    # It stands still and holds its output open.
    reader("import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)")
    with pytest.raises(SourceRefused, match="还没有读完"):
        read(BytesSource(b"1", "年报.txt"), bounds=Bounds(patience=1))


@pytest.mark.parametrize("token", ["\n", "\n\n\t", "|", "+---+\n", "{|\n", "（", "#", "规章 "])
def test_a_long_run_of_anything_is_read_within_the_bounds(token: str) -> None:
    with pytest.raises((NotUnderstood, SourceRefused)) as told:
        read(CopiedSource("", "字" + token * 40_000), year=2024)
    assert "还没有读完" not in told.value.message
