"""What the commands answer: the whole report in lines, the verdict, and the keys that other programs read."""

import json
from pathlib import Path

from commands.answers import compared, judged, outcome_as_json, report_as_json, rolled_up, shown
from model.check import check
from model.contributions import Child
from model.merge import RollUp
from model.report import Slot, SlotKind
from model.rules.rule import Case
from tests.model.drafts import blank, finished, put
from tests.offices import office, report_on

RECEIVED = "applications.received.natural_person"


def unbalanced() -> Case:
    return Case(put(finished(), RECEIVED, 3))


def test_a_report_is_shown_whole() -> None:
    report = finished(texts={"overview": "全年收到申请{收到申请总数}件。"})
    lines = list(shown(report))
    assert lines[0].startswith("甲县乙局 2023 年度")
    assert "全年收到申请0件。" in lines
    assert len([line for line in lines if line.startswith("  ")]) == len(report.form.cells)
    assert [line.strip() for line in lines if line.startswith("\n")] == [
        section.heading for section in report.form.sections
    ]


def test_a_blank_cell_is_said_to_be_blank() -> None:
    assert all(line.endswith("：未填") for line in shown(blank()) if line.startswith("  "))


def test_blank_cells_are_counted_by_table_and_not_listed() -> None:
    report = blank()
    lines = list(judged(report, check(Case(report))))
    counts = [line for line in lines if line.startswith("未填 C3 ")]
    assert len(counts) == len(report.form.tables)
    assert sum(int(line.rpartition("：")[2].removesuffix(" 格")) for line in counts) == len(
        report.form.entered
    )


def test_a_finding_is_told_with_its_suggestion() -> None:
    wrong = unbalanced()
    lines = list(judged(wrong.report, check(wrong)))
    assert any(line.startswith("错误 T3.3 ") for line in lines)


def test_the_first_line_hides_nothing_and_each_line_says_which_section_it_is_on() -> None:
    report = finished(texts={"overview": "全年收到政府信息公开申请5件，主动公开信息  条。"})
    lines = list(judged(report, check(Case(report))))
    assert lines[0].endswith("有 1 处必须改正，1 处需说明")
    assert any(line.startswith("错误 N10 一、总体情况：“") for line in lines)
    assert any(line.startswith("需说明 N9 一、“") for line in lines)


def test_findings_in_json_have_both_numbers_and_their_cells() -> None:
    answer = outcome_as_json(check(unbalanced()))
    read = json.loads(json.dumps(answer))
    finding = next(finding for finding in read["findings"] if finding["code"] == "T3.3")
    assert RECEIVED in finding["cells"]
    assert {finding["left"], finding["right"]} == {3, 0}
    assert finding["level"] == "E"


def test_a_report_in_json_has_every_cell_and_its_words_as_printed() -> None:
    report = finished(texts={"overview": "全年收到申请{收到申请总数}件。"})
    read = json.loads(json.dumps(report_as_json(report)))
    assert list(read["cells"]) == list(report.form.cells)
    assert {str(value) for value in read["cells"].values()} == {"0"}
    assert read["sections"][0]["text"] == "全年收到申请0件。"
    assert read["title"].startswith("甲县乙局2023年")
    assert read["preamble"]


def test_what_an_import_would_change_is_counted_and_named() -> None:
    report = finished()
    slots = [Slot(SlotKind.CELL, RECEIVED), Slot(SlotKind.TEXT, "overview")]
    told = compared(report, slots)
    assert "不同的数字 1 格" in told
    assert report.form.cells[RECEIVED].name in told
    assert "不同的文字 1 处" in told


def test_a_roll_up_tells_what_it_replaced_what_is_not_known_and_who_is_in(tmp_path: Path) -> None:
    roll_up = RollUp(2024)
    for name, number in (("甲局", 3), ("乙局", None)):
        roll_up.take(office(tmp_path, name, {RECEIVED: number}), with_errors=True)
    above = report_on(2024, 9)
    before = above.values()
    roll_up.settle(above)
    lines = list(rolled_up(roll_up, above, before, [Child("丙局", 0, 0, {})]))
    assert f"留空，有 1 份未填：{above.form.cells[RECEIVED].name}" in lines
    assert f"原为 9，现为 空白：{above.form.cells[RECEIVED].name}" in lines
    assert "上次计入、本次没有：丙局" in lines
    assert "计入的单位：甲局、乙局" in lines
