"""`count`: ledgers on the command line become the tables of a report, and every row that has no place is listed."""

import os
from pathlib import Path

import pytest

from model.file.office_content import Content
from model.report import Report, SlotKind
from tests.commands.test_commands import Done
from tests.intake.ledger.files import APPLICATIONS, PLAIN, QUARTERS, separated, sheets_of, workbook
from tests.intake.ledger.invented import YEAR, truth

GRANTED = "applications.granted.natural_person"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return workbook(tmp_path / "台账.xlsx", sheets_of(PLAIN))


def report_in(path: Path) -> Report:
    return Content.read(path).reports[YEAR]


def count(*arguments: str | Path, into: Path) -> Done:
    return Done("count", *arguments, "--into", into, "--year", str(YEAR))


def test_a_ledger_becomes_the_table_of_a_new_report(ledger: Path, tmp_path: Path) -> None:
    path = tmp_path / "年报.xxgk"
    done = count(ledger, "--office", "云溪县某局", into=path)
    assert (done.code, done.complaint) == (0, "")
    assert f"已归类 {len(APPLICATIONS)} 行" in done.out
    report = report_in(path)
    assert report.office == "云溪县某局"
    for key, number in truth(APPLICATIONS).items():
        assert report.value(key) == number
    assert report.value("applications.declined_excessive.research") is not None
    assert report.value("disputes.review.upheld") is None
    assert report.get(SlotKind.CONTROL, "applications.received.total") == report.value(
        "applications.received.total"
    )


def test_the_answer_for_programs_has_the_cells_the_rows_and_what_has_no_place(
    ledger: Path, tmp_path: Path
) -> None:
    text = separated(sheets_of(PLAIN)[0]) + "61,YX9,2025-2-30,赵某,公民,材料,2025-3-9,予以公开\n"
    plain = tmp_path / "台账.csv"
    plain.write_text(text, encoding="gb18030")
    answer = count(plain, "--json", into=tmp_path / "年报.xxgk").json()
    expected = truth(APPLICATIONS)
    cells, rows = answer["cells"], answer["rows"]
    assert isinstance(cells, dict)
    assert isinstance(rows, dict)
    assert cells[GRANTED] == expected[GRANTED] == len(rows[GRANTED])
    assert all(isinstance(row, int) for row in rows[GRANTED])
    assert answer["unplaced"] == [{"row": 63, "value": "2025-2-30", "why": "收到日期：没有这一天"}]


def test_rows_of_several_sheets_are_named_with_their_sheet(tmp_path: Path) -> None:
    path = workbook(tmp_path / "台账.xlsx", sheets_of(QUARTERS))
    rows = count(path, "--json", into=tmp_path / "年报.xxgk").json()["rows"]
    assert isinstance(rows, dict)
    assert rows["applications.received.total"][0].startswith("台账.xlsx　第一季度!")


def test_a_new_file_gets_the_ending_of_a_report(ledger: Path, tmp_path: Path) -> None:
    assert f"已统计到 {tmp_path / '年报.xxgk'}" in count(ledger, into=tmp_path / "年报").out
    assert report_in(tmp_path / "年报.xxgk").year == YEAR


def test_counting_again_tells_what_it_replaces(ledger: Path, tmp_path: Path) -> None:
    path = tmp_path / "年报.xxgk"
    count(ledger, into=path)
    (sheet,) = sheets_of(PLAIN)
    shorter = workbook(tmp_path / "短.xlsx", [type(sheet)("台账", sheet.rows[:20])])
    assert "原为" in count(shorter, into=path).out
    origins = report_in(path).of_kind(SlotKind.LEDGER_SOURCE)
    assert [entry["name"] for entry in origins.values() if isinstance(entry, dict)] == ["短.xlsx"]


def test_a_ledger_whose_columns_cannot_be_told_is_refused_and_a_map_tells_them(tmp_path: Path) -> None:
    plain, path, told = tmp_path / "台账.csv", tmp_path / "年报.xxgk", tmp_path / "对应.toml"
    plain.write_text(
        "编号,收到日期,栏一,答复日期,栏二\n甲1,2025-1-2,P,2025-1-9,K1\n甲2,2025-1-3,P,2025-1-9,K2\n",
        encoding="utf-8",
    )
    done = count(plain, into=path)
    assert done.code == 2
    assert "看不出哪一列是“申请人类型”或“申请人”、“办理结果”" in done.complaint
    assert not path.exists()
    told.write_text(
        '[columns]\nkind = "栏一"\noutcome = "E"\n[words.applicant]\nP = "自然人"\n'
        '[words.outcome]\nK1 = "予以公开"\nK2 = "unavailable_not_held"\n',
        encoding="utf-8",
    )
    done = count(plain, "--map", told, "--office", "云溪县某局", into=path)
    assert (done.code, done.complaint) == (0, "")
    assert report_in(path).value(GRANTED) == 1
    assert report_in(path).value("applications.unavailable_not_held.natural_person") == 1
    # What the map told is remembered.
    assert count(plain, into=path).code == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("not toml", "不是有效的 TOML"),
        ('[columns]\nwhat = "甲"', "不认识“what”"),
        ('[columns]\nkind = "没有的列"', "没有“没有的列”这一列"),
        ('[words.outcome]\nA = "没有的项"', "不是表中的项目"),
    ],
)
def test_a_map_that_does_not_fit_is_refused(ledger: Path, tmp_path: Path, text: str, words: str) -> None:
    told = tmp_path / "对应.toml"
    told.write_text(text, encoding="utf-8")
    done = count(ledger, "--map", told, into=tmp_path / "年报.xxgk")
    assert done.code == 2
    assert words in done.complaint


@pytest.mark.parametrize("name", ["没有.xlsx", "坏.xlsx"])
def test_a_ledger_that_cannot_be_read_leaves_the_file_alone(ledger: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / "年报.xxgk"
    count(ledger, into=path)
    before = path.read_bytes()
    (tmp_path / "坏.xlsx").write_bytes(b"PK\x03\x04" + os.urandom(50))
    done = count(ledger, tmp_path / name, into=path)
    assert done.code == 2
    assert name in done.complaint
    assert path.read_bytes() == before


def test_cases_without_closing_dates_are_counted_and_what_is_supposed_is_told(
    ledger: Path, tmp_path: Path
) -> None:
    cases, path = tmp_path / "复议.csv", tmp_path / "年报.xxgk"
    cases.write_text(f"案号,案件类型,受理日期,审理结果\n1,行政复议,{YEAR}-1-2,维持\n", encoding="utf-8")
    done = count(ledger, cases, "--office", "云溪县某局", into=path)
    assert (done.code, done.complaint) == (0, "")
    assert "1 行有审理结果而台账没有“审结日期”一列，按本年审结计入，请核对" in done.out
    assert report_in(path).value("disputes.review.upheld") == 1
    assert report_in(path).value(GRANTED) == truth(APPLICATIONS)[GRANTED]


def test_a_sheet_that_lacks_a_column_is_named_with_the_way_to_leave_it_out(
    ledger: Path, tmp_path: Path
) -> None:
    cases = tmp_path / "复议.csv"
    cases.write_text(f"案号,案件类型,审结日期,审理结果\n1,行政复议,{YEAR}-1-2,维持\n", encoding="utf-8")
    done = count(ledger, cases, into=tmp_path / "年报.xxgk")
    assert done.code != 0
    assert "看不出哪一列是“受理日期”" in done.complaint
    assert "不列入对应关系文件的 sheets" in done.complaint
