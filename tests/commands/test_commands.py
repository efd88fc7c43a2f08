"""The command line, as other programs call it: in a process of its own, with its output and exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from model.check import check
from model.days import today
from model.explanations import explain
from model.file.office_content import Content
from model.file.office_file import OfficeFile
from model.findings import LAPSED
from model.report import Slot, SlotKind
from model.rules.rule import Case
from model.stages import NOW
from tests.offices import office

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLE = ROOT / "resources" / "samples" / "示例.xxgk"
FAULTY = ROOT / "tests" / "fixtures" / "faulty.xxgk"


class Done:
    """What a call of main.py said, and its exit code."""

    def __init__(self, *arguments: str | Path, stdin: bytes = b"") -> None:
        command = [sys.executable, "main.py", *map(str, arguments)]
        done = subprocess.run(
            command, check=False, cwd=ROOT, capture_output=True, input=stdin, env=os.environ
        )
        self.code = done.returncode
        self.out = done.stdout.decode()
        self.complaint = done.stderr.decode()

    def json(self) -> dict[str, object]:
        data = json.loads(self.out)
        assert isinstance(data, dict)
        return data


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A new file with one blank report."""
    path = tmp_path / "云溪县局.xxgk"
    assert Done("new", path, "--office", "云溪县局", "--year", "2024").code == 0
    return path


def test_a_new_file_has_the_office_and_a_blank_report_in_the_form_of_its_year(book: Path) -> None:
    shown = Done("show", book, "--json").json()
    assert (shown["office"], shown["year"], shown["form"]) == ("云溪县局", 2024, "2021")
    cells = shown["cells"]
    assert isinstance(cells, dict)
    assert len(cells) == 200
    assert set(cells.values()) == {None}
    assert shown["states"] == {}


def test_a_report_before_2021_has_the_form_of_its_time(tmp_path: Path) -> None:
    Done("new", tmp_path / "旧.xxgk", "--office", "甲", "--year", "2019")
    assert Done("show", tmp_path / "旧.xxgk", "--json").json()["form"] == "2019"


def test_a_new_file_never_takes_the_place_of_another(book: Path) -> None:
    before = book.read_bytes()
    again = Done("new", book, "--office", "别的局", "--year", "2023")
    assert again.code == 2
    assert again.out == ""
    assert "已有名为“云溪县局.xxgk”的文件，没有覆盖，请换一个名称\n" in again.complaint
    assert book.read_bytes() == before


def test_the_sample_is_shown_whole_as_json() -> None:
    shown = Done("show", SAMPLE, "--json").json()
    assert {"office", "year", "form", "cells", "preamble", "sections", "states"} <= set(shown)
    assert (shown["merged"], shown["contributions"]) == ([], {})
    sections = shown["sections"]
    assert isinstance(sections, list)
    assert [section["id"] for section in sections] == [
        "overview",
        "disclosure",
        "applications",
        "disputes",
        "problems",
        "other_matters",
    ]
    assert sections[4]["heading"] == "五、存在的主要问题及改进情况"
    assert "收到政府信息公开申请57件" in sections[0]["text"], "number fields are printed as their numbers"
    cells = shown["cells"]
    assert isinstance(cells, dict)
    assert cells["applications.received.total"] == 57
    assert cells["disclosure.fees.amount"] == "0", "an amount is a decimal string"


def test_another_year_is_shown_when_asked_for() -> None:
    assert Done("show", SAMPLE, "--year", "2024", "--json").json()["year"] == 2024


def test_states_of_imported_cells_are_shown_until_they_are_confirmed() -> None:
    assert Done("show", FAULTY, "--json").json()["states"] == {
        "applications.granted.enterprise": "placed",
        "applications.granted.legal_service": "doubtful",
    }


def test_show_reads_as_the_report_does() -> None:
    lines = Done("show", SAMPLE).out.splitlines()
    assert lines[0] == "云溪县行政审批服务局 2025 年度（2021 年版格式）"
    assert "六、其他需要报告的事项" in lines
    assert "  自然人·予以公开：21" in lines


def test_a_clean_report_exits_with_0() -> None:
    checked = Done("check", SAMPLE)
    assert checked.code == 0
    assert checked.out.splitlines()[0].endswith("可以上报")
    assert Done("check", SAMPLE, "--json").json()["verdict"] == "可以上报"


def test_errors_exit_with_1_and_are_told_with_both_numbers() -> None:
    checked = Done("check", FAULTY, "--json")
    assert checked.code == 1
    findings = checked.json()["findings"]
    assert isinstance(findings, list)
    balance = next(finding for finding in findings if finding["code"] == "T3.3")
    assert {"code", "level", "message", "cells", "left", "right", "suggestions"} <= set(balance)
    assert (balance["explanation"], balance["lapsed"]) == ("", "")
    assert (balance["level"], balance["left"], balance["right"]) == ("E", 41, 31)
    assert "applications.received.natural_person" in balance["cells"]


def test_check_in_words_names_level_code_and_blanks(book: Path) -> None:
    lines = Done("check", FAULTY).out.splitlines()
    assert any(line.startswith("错误 T3.3 三、自然人列：") for line in lines)
    assert "未填 C3 三、收到和处理政府信息公开申请情况：2 格" in lines
    assert Done("check", book).code == 1, "a blank cell keeps a report from being finished"


def test_the_table_below_an_older_report_is_shown_and_its_blanks_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "旧.xxgk"
    Done("new", path, "--office", "云溪县局", "--year", "2017")
    assert "政府信息公开情况统计表：51 格" in Done("check", path).out
    assert "  1.政府公报公开政府信息数：未填" in Done("show", path).out


def test_what_the_diagnosis_cannot_tell_is_said() -> None:
    assert "只凭合计不能确定是哪一格，较可能的是：" in Done("check", FAULTY).out


def test_an_explanation_is_told_with_its_finding(tmp_path: Path) -> None:
    path = tmp_path / "说明.xxgk"
    with OfficeFile.unsaved(Content.read(FAULTY)) as opened:
        report = opened.reports[2025]
        finding = next(f for f in check(Case(report, opened.reports[2024])).findings if f.code == "T2.3")
        report.set(explain(report, finding, "合署办公，一并统计"))
        opened.save_as(path)
    assert "（已说明：合署办公，一并统计）" in Done("check", path).out


def test_an_explanation_written_for_another_number_is_told_as_lapsed(tmp_path: Path) -> None:
    path = tmp_path / "失效.xxgk"
    with OfficeFile.unsaved(Content.read(FAULTY)) as opened:
        report = opened.reports[2025]
        finding = next(f for f in check(Case(report, opened.reports[2024])).findings if f.code == "T2.3")
        report.set(explain(report, finding, "合署办公，一并统计"))
        report.set([(Slot(SlotKind.CELL, finding.cells[0]), 8)])
        opened.save_as(path)
    told = Done("check", path).out
    assert f"（{LAPSED}，请重新说明）" in told
    assert "合署办公，一并统计" not in told


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("check",), "命令的参数不对"),
        (("show", SAMPLE, "--year", "甲"), "命令的参数不对"),
        (("frobnicate", "x"), "不认识的命令“frobnicate”"),
        (("none.xxgk",), "没有名为“none.xxgk”的文件"),
        (("show", "none.xxgk"), "没有找到“none.xxgk”"),
        (("show", SAMPLE, "--year", "2001"), "没有 2001 年度报告，有的年度：2024、2025"),
        (("show", ROOT), "是文件夹"),
        (("show", ROOT / "README.md"), "不是年报助手的文件"),
        (("export", SAMPLE, "--to", "/nowhere/at/all", "--formats", "doc"), "不能导出“doc”格式"),
        (("export", SAMPLE, "--to", ROOT / "README.md"), "已有同名的文件"),
        (("export", SAMPLE, "--to", "/nowhere/at/all", "--formats", ""), "--formats 后面没有写格式"),
        (("new", "x.xxgk", "--office", " ", "--year", "2024"), "写明单位名称"),
        (("new", "x.xxgk", "--office", "甲", "--year", "1999"), "没有对应的年度报告格式"),
    ],
)
def test_unusable_input_is_complained_of_on_standard_error(
    arguments: tuple[str | Path, ...], sentence: str
) -> None:
    done = Done(*arguments)
    assert done.code == 2
    assert done.out == ""
    assert sentence in done.complaint
    assert "Traceback" not in done.complaint
    assert not (ROOT / "x.xxgk").exists(), "nothing half-done is left"


def test_a_damaged_file_is_told_with_the_place_and_the_newest_sound_generation(book: Path) -> None:
    book.write_bytes(book.read_bytes()[:-9])
    done = Done("show", book)
    assert done.code == 2
    assert "已损坏（第 " in done.complaint
    assert "可在窗口中打开此文件，恢复 " in done.complaint


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The sample in all four formats, by ending."""
    folder = tmp_path_factory.mktemp("out") / "新建" / "导出"
    done = Done("export", SAMPLE, "--to", folder)
    assert (done.code, done.complaint) == (0, "")
    paths = [Path(line) for line in done.out.splitlines()]
    assert sorted(folder.iterdir()) == sorted(paths)
    return {path.suffix: path for path in paths}


def test_export_writes_the_report_in_all_formats_under_its_official_name(exported: dict[str, Path]) -> None:
    assert set(exported) == {".pdf", ".docx", ".xlsx", ".html"}
    assert {path.stem for path in exported.values()} == {"云溪县行政审批服务局2025年政府信息公开工作年度报告"}


def test_an_export_names_what_no_typeface_can_print_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "生僻字.xxgk"
    with OfficeFile.unsaved(Content.read(SAMPLE)) as opened:
        opened.reports[2025].set([(Slot(SlotKind.TEXT, "problems"), "存在的问题\ue123已经改进。")])
        opened.save_as(path)
    complaint = Done("export", path, "--to", tmp_path / "出", "--formats", "pdf").complaint
    assert "印不出的字：U+E123（五、" in complaint
    assert "印不出" not in Done("export", path, "--to", tmp_path / "出", "--formats", "html").complaint


def test_only_the_formats_asked_for_are_written(tmp_path: Path) -> None:
    done = Done("export", SAMPLE, "--to", tmp_path, "--year", "2024", "--formats", "html,html")
    assert done.code == 0
    assert [path.name for path in tmp_path.glob("*.*")] == [
        "云溪县行政审批服务局2024年政府信息公开工作年度报告.html"
    ]


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".xlsx", ".html"])
def test_what_was_exported_is_imported_again_number_by_number(
    exported: dict[str, Path], tmp_path: Path, ending: str
) -> None:
    book = tmp_path / "读回.xxgk"
    done = Done("import", exported[ending], "--into", book)
    assert (done.code, done.complaint) == (0, "")
    assert "机关：云溪县行政审批服务局；年度：2025；格式：2021 年版格式" in done.out
    assert cells_of(book) == cells_of(SAMPLE)


def test_a_report_is_imported_from_standard_input(exported: dict[str, Path], tmp_path: Path) -> None:
    book = tmp_path / "读回.xxgk"
    page = exported[".html"].read_bytes()
    assert Done("import", "-", "--into", book, stdin=page).code == 0
    assert cells_of(book) == cells_of(SAMPLE)


def test_an_import_adds_a_year_to_a_file_that_is_there(exported: dict[str, Path], book: Path) -> None:
    assert Done("import", exported[".html"], "--into", book).code == 0
    assert Done("show", book, "--year", "2024", "--json").code == 0
    assert Done("show", book, "--json").json()["year"] == 2025


def test_an_import_of_another_offices_report_is_told(exported: dict[str, Path], book: Path) -> None:
    done = Done("import", exported[".html"], "--into", book)
    assert "原有云溪县局的报告，读入的是云溪县行政审批服务局的" in done.complaint


def test_office_data_that_differ_are_told(exported: dict[str, Path], tmp_path: Path) -> None:
    book = tmp_path / "读回.xxgk"
    Done("import", exported[".xlsx"], "--into", book, "--office", "石桥县行政审批局")
    done = Done("import", exported[".xlsx"], "--into", book)
    assert (done.code, "不同的数字 0 格，不同的文字 1 处" in done.complaint) == (2, True)


def test_office_and_year_given_overrule_the_source(exported: dict[str, Path], tmp_path: Path) -> None:
    book = tmp_path / "别.xxgk"
    Done("import", exported[".html"], "--into", book, "--office", "石桥县行政审批局", "--year", "2023")
    shown = Done("show", book, "--json").json()
    assert (shown["office"], shown["year"]) == ("石桥县行政审批局", 2023)


def test_a_year_that_is_there_is_not_put_over_but_compared(exported: dict[str, Path], tmp_path: Path) -> None:
    book = office(tmp_path, "云溪县局", {RECEIVED: 1}, year=2025)
    before = book.read_bytes()
    done = Done("import", exported[".html"], "--into", book)
    assert done.code == 2
    assert "文件中已有 2025 年度报告，没有改动" in done.complaint
    assert "不同的数字 31 格" in done.complaint
    assert "自然人·予以公开" in done.complaint
    assert book.read_bytes() == before


def test_the_same_report_may_be_imported_twice(exported: dict[str, Path], tmp_path: Path) -> None:
    book = tmp_path / "读回.xxgk"
    Done("import", exported[".html"], "--into", book)
    before = book.read_bytes()
    assert Done("import", exported[".html"], "--into", book).code == 0
    assert book.read_bytes() == before


@pytest.mark.parametrize(
    ("source", "sentence"),
    [(b"", "空"), (b"hello world, nothing here", "没有"), (b"%PDF-1.7 broken", "已损坏")],
)
def test_a_source_without_a_report_is_complained_of_and_leaves_no_file(
    tmp_path: Path, source: bytes, sentence: str
) -> None:
    (tmp_path / "来源.txt").write_bytes(source)
    done = Done("import", tmp_path / "来源.txt", "--into", tmp_path / "新.xxgk")
    assert (done.code, done.out) == (2, "")
    assert sentence in done.complaint
    assert "Traceback" not in done.complaint
    assert not (tmp_path / "新.xxgk").exists()


RECEIVED = "applications.received.natural_person"
GRANTED = "applications.granted.natural_person"


def cells_of(book: Path) -> dict[str, object]:
    cells = Done("show", book, "--json").json()["cells"]
    assert isinstance(cells, dict)
    return cells


def test_merge_adds_the_offices_up_into_a_new_file_or_into_one_that_is_there(tmp_path: Path) -> None:
    offices = [
        office(tmp_path, f"{name}局", {RECEIVED: 12, GRANTED: 12}) for name in ("林业", "水利", "民政")
    ]
    county = tmp_path / "云溪县.xxgk"
    done = Done("merge", *offices, "--into", county, "--year", "2024", "--office", "云溪县人民政府")
    assert (done.code, done.complaint) == (0, "")
    assert done.out == (
        "计入的单位：林业局、水利局、民政局\n已将 3 份 2024 年度报告汇总到云溪县人民政府的报告\n"
    )
    assert cells_of(county)["applications.received.total"] == 36
    again = Done("merge", *offices[:2], "--into", county, "--year", "2024")
    assert again.code == 0
    assert "原为 36，现为 24：自然人·一、本年新收政府信息公开申请数量" in again.out
    assert "上次计入、本次没有：民政局" in again.out
    shown = json.loads(Done("show", county, "--json").out)
    assert shown["contributions"][RECEIVED] == {"林业局": 12, "水利局": 12}
    assert [child["office"] for child in shown["merged"]] == ["林业局", "水利局"]
    assert "汇总自 2 个单位：林业局、水利局" in Done("show", county).out
    assert cells_of(county)[RECEIVED] == 24


def test_an_office_that_only_the_name_of_a_new_file_tells_is_to_be_looked_at(tmp_path: Path) -> None:
    child = office(tmp_path, "林业局", {RECEIVED: 12, GRANTED: 12})
    rows = tmp_path / "台账.csv"
    rows.write_text(
        "申请人,申请日期,答复日期,办理结果\n甲某,2024-03-01,2024-03-08,予以公开\n", encoding="utf-8"
    )
    for command, source in (("merge", child), ("count", rows)):
        book = tmp_path / f"草稿{command}.xxgk"
        first = Done(command, source, "--into", book, "--year", "2024", "--office", "  ")
        assert f"暂以文件名“草稿{command}”为单位名称，请核对" in first.complaint
        assert "单位名称" not in Done(command, source, "--into", book, "--year", "2024").complaint
        named = Done(
            command, source, "--into", tmp_path / f"{command}.xxgk", "--year", "2024", "--office", "县局"
        )
        assert "单位名称" not in named.complaint


def test_nothing_is_said_of_a_new_file_that_is_not_made(tmp_path: Path) -> None:
    for command in ("merge", "count"):
        done = Done(command, tmp_path / "没有.xlsx", "--into", tmp_path / "新.xxgk", "--year", "2024")
        assert done.code == 2
        assert "单位名称" not in done.complaint


def test_a_year_that_has_not_begun_is_to_be_looked_at(tmp_path: Path) -> None:
    year = str(today().year + 1)
    early = Done("new", tmp_path / "早.xxgk", "--office", "县局", "--year", year)
    assert early.code == 0
    assert f"{year} 年还没有到，请核对年度" in early.complaint


def test_merge_names_the_offices_with_faults_and_the_cells_that_stay_blank(tmp_path: Path) -> None:
    sound = office(tmp_path, "林业局", {RECEIVED: 12, GRANTED: 12})
    faulty = office(tmp_path, "水利局", {RECEIVED: 12, GRANTED: None})
    done = Done("merge", sound, faulty, "--into", tmp_path / "县.xxgk", "--year", "2024")
    assert done.code == 0
    assert "1 格未填：水利局" in done.out
    assert "留空，有 1 份未填：自然人·予以公开" in done.out
    assert cells_of(tmp_path / "县.xxgk")[GRANTED] is None


def test_merge_leaves_out_an_office_that_does_not_balance_unless_asked(tmp_path: Path) -> None:
    faulty = office(tmp_path, "水利局", {RECEIVED: 12, GRANTED: 11})
    county = tmp_path / "县.xxgk"
    refused = Done("merge", faulty, "--into", county, "--year", "2024")
    assert refused.code == 2
    assert "（水利局）的表格有 2 处不平衡" in refused.complaint
    assert not county.exists()
    done = Done("merge", faulty, "--into", county, "--year", "2024", "--with-errors")
    assert done.code == 0
    assert "已计入，但有 2 处必须改正：水利局" in done.out


def test_merge_writes_nothing_unless_every_office_could_be_counted(tmp_path: Path) -> None:
    county = office(tmp_path, "云溪县", {RECEIVED: 1, GRANTED: 1})
    before = county.read_bytes()
    torn = office(tmp_path, "林业局", {})
    torn.write_bytes(torn.read_bytes()[:-9])
    sound = office(tmp_path, "水利局", {})
    done = Done("merge", torn, sound, tmp_path / "无.xxgk", county, "--into", county, "--year", "2024")
    assert (done.code, done.out) == (2, "")
    complaints = done.complaint.splitlines()
    assert "“林业局.xxgk”已损坏" in complaints[0]
    assert "没有找到“无.xxgk”" in complaints[1]
    assert "“云溪县.xxgk”是汇总到的文件" in complaints[2]
    assert "有 3 份没有计入" in complaints[3]
    assert county.read_bytes() == before


def test_merge_leaves_a_file_alone_that_somebody_else_has_open(tmp_path: Path) -> None:
    county = office(tmp_path, "云溪县", {})
    sound = office(tmp_path, "林业局", {})
    with OfficeFile.open(county):
        done = Done("merge", sound, "--into", county, "--year", "2024")
    assert done.code == 2
    assert "正在编辑此文件" in done.complaint


def test_the_help_is_chinese() -> None:
    assert Done("--help").out.startswith("用法：")


def signed(path: Path) -> None:
    """Sign the newest report of a file."""
    with OfficeFile.open(path) as made:
        newest = made.reports[max(made.reports)]
        newest.set([(Slot(SlotKind.STAGE, NOW), "signed"), (Slot(SlotKind.DEED, "signed.by"), "张三")])
        made.save()


def test_what_lies_before_filing_is_listed_in_words_and_as_data(book: Path) -> None:
    told = Done("check", book, "--before-filing")
    assert told.out.startswith("云溪县局 2024 年度：起草，还有 ")
    assert "待办　封面：未填：地址、联系电话" in told.out
    signed(book)
    data = Done("check", book, "--before-filing", "--json").json()
    assert data["stage"] == "signed"
    lines = data["lines"]
    assert isinstance(lines, list)
    assert {"id": "signed", "title": "领导签发", "open": True, "words": "张三　未填：签发日期"} in lines


def test_no_command_changes_a_signed_report(tmp_path: Path) -> None:
    county = office(tmp_path, "云溪县", {RECEIVED: 1, GRANTED: 1})
    child = office(tmp_path, "林业局", {RECEIVED: 12, GRANTED: 12})
    signed(county)
    before = county.read_bytes()
    rows = tmp_path / "台账.csv"
    rows.write_text("申请人,申请日期,办理结果\n甲某,2024-03-01,予以公开\n", encoding="utf-8")
    for done in (
        Done("merge", child, "--into", county, "--year", "2024"),
        Done("count", rows, "--into", county, "--year", "2024"),
        Done("import", child, "--into", county),
    ):
        assert done.code == 2, done.out
    assert "更正" in Done("merge", child, "--into", county, "--year", "2024").complaint
    assert county.read_bytes() == before
    assert Done("export", county, "--to", tmp_path / "出", "--formats", "html").code == 0


def test_a_report_out_of_a_signed_file_comes_in_unsigned(tmp_path: Path) -> None:
    child = office(tmp_path, "林业局", {RECEIVED: 12, GRANTED: 12})
    signed(child)
    copy = tmp_path / "另一份.xxgk"
    assert Done("import", child, "--into", copy).code == 0
    assert not Content.read(copy).reports[2024].of_kind(SlotKind.STAGE)
    assert not Content.read(copy).reports[2024].of_kind(SlotKind.DEED)


def test_a_print_is_matched_with_its_file_by_the_check_code(tmp_path: Path) -> None:
    exported = Done("export", SAMPLE, "--to", tmp_path, "--formats", "signoff,charts,pdf", "--code")
    assert exported.code == 0
    assert len([path for path in tmp_path.iterdir() if path.is_file()]) == 4
    unmatched = Done("check", SAMPLE, "--code", "0000 0000 0000")
    assert unmatched.code == 1
    code = unmatched.out.partition("校验码是 ")[2][:14]
    matched = Done("check", SAMPLE, "--code", code)
    assert (matched.code, matched.out[:5]) == (0, "校验码相符")
