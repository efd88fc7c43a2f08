"""Roll-up: sums are exact, blank stays unknown, nothing is counted twice, what cannot be counted is named."""

import random
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from model.contributions import children_of, contributions
from model.diagnosis.advisor import Advisor
from model.errors import CannotRead, NotOurs
from model.file.office_file import OfficeFile
from model.form_file import form_for, load_form
from model.merge import NotCounted, RollUp
from model.report import Report, Slot, SlotKind
from model.rules.rule import Case
from model.values import Value, add_up, parse
from tests.model.balanced import balanced
from tests.offices import new_file, office

RECEIVED = "applications.received.natural_person"
GRANTED = "applications.granted.natural_person"
FEES = "disclosure.fees.amount"


def parent(numbers: Mapping[str, Value] | None = None) -> Report:
    report = Report(form_for(2024), "云溪县人民政府", 2024)
    report.set((Slot(SlotKind.CELL, key), value) for key, value in (numbers or {}).items())
    return report


def test_every_cell_is_the_sum_of_the_offices(tmp_path: Path) -> None:
    roll_up = RollUp(2024)
    roll_up.take(office(tmp_path, "林业局", {RECEIVED: 12, GRANTED: 12, FEES: Decimal("0.35")}))
    roll_up.take(office(tmp_path, "水利局", {RECEIVED: 30, GRANTED: 30, FEES: Decimal("1.0004")}))
    roll_up.take(office(tmp_path, "县政府办公室", {RECEIVED: 5, GRANTED: 5}))
    report = parent()
    roll_up.settle(report)
    expected = dict.fromkeys(report.form.entered, 0) | {RECEIVED: 47, GRANTED: 47, FEES: Decimal("1.3504")}
    assert {key: report.value(key) for key in report.form.entered} == expected
    assert report.value("applications.received.total") == 47
    assert roll_up.count == 3
    assert not roll_up.unknown


def test_a_cell_that_one_office_left_blank_stays_blank(tmp_path: Path) -> None:
    roll_up = RollUp(2024)
    roll_up.take(office(tmp_path, "林业局", {RECEIVED: 12, GRANTED: 12}))
    assert roll_up.take(office(tmp_path, "水利局", {RECEIVED: 3, GRANTED: None})).blanks == 1
    report = parent()
    roll_up.settle(report)
    assert report.value(RECEIVED) == 15
    assert report.value(GRANTED) is None
    assert roll_up.unknown == {GRANTED: 1}


def test_an_office_whose_sums_are_wrong_is_counted_only_where_that_is_asked_for(tmp_path: Path) -> None:
    path = office(tmp_path, "林业局", {RECEIVED: 12, GRANTED: 11})
    roll_up = RollUp(2024)
    with pytest.raises(NotCounted, match=r"林业局\.xxgk.*2 处不平衡.*--with-errors"):
        roll_up.take(path)
    assert roll_up.count == 0
    assert roll_up.take(path, with_errors=True).errors == 2


def test_faults_of_the_words_keep_no_numbers_out(tmp_path: Path) -> None:
    path = tmp_path / "林业局.xxgk"
    report = Report(form_for(2024), "林业局", 2024)
    report.set((Slot(SlotKind.CELL, key), 0) for key in report.form.entered)
    with new_file(path, "林业局") as file:
        file.add(report)
        file.save()
    assert RollUp(2024).take(path).errors == 2


def test_an_office_is_known_by_its_name_without_blanks(tmp_path: Path) -> None:
    roll_up = RollUp(2024)
    roll_up.take(office(tmp_path, "林业局", {RECEIVED: 12, GRANTED: 12}))
    with pytest.raises(NotCounted, match="前面已经有一份"):
        roll_up.take(office(tmp_path, "林 业局 ", {RECEIVED: 12, GRANTED: 12}))


def test_a_report_that_does_not_say_whose_it_is_counts_for_nobody(tmp_path: Path) -> None:
    path = office(tmp_path, "无名", {RECEIVED: 12, GRANTED: 12})
    with OfficeFile.open(path) as file:
        file.reports[2024].set([(Slot(SlotKind.FIELD, "office"), None)])
        file.save()
    with pytest.raises(NotCounted, match=r"无名\.xxgk.*没有写明机关名称"):
        RollUp(2024).take(path)


def merged(folder: Path, *children: Path) -> Report:
    """A report above with these children, kept in a file and read again."""
    roll_up = RollUp(2024)
    for child in children:
        roll_up.take(child, with_errors=True)
    report = parent()
    roll_up.settle(report)
    with new_file(folder / "上级.xxgk", "云溪县人民政府") as file:
        file.add(report)
        file.save()
    return OfficeFile.open(folder / "上级.xxgk", read_only=True).reports[2024]


def test_the_report_above_knows_who_is_in_and_what_each_adds(tmp_path: Path) -> None:
    report = merged(
        tmp_path,
        office(tmp_path, "林业局", {RECEIVED: 12, GRANTED: 12, FEES: Decimal("0.35")}),
        office(tmp_path, "水利局", {RECEIVED: 30, GRANTED: 30}),
    )
    assert [child.office for child in children_of(report)] == ["林业局", "水利局"]
    assert contributions(report)[RECEIVED] == {"林业局": 12, "水利局": 30}
    assert contributions(report)[FEES] == {"林业局": Decimal("0.35")}
    assert "applications.partial.natural_person" not in contributions(report)


def test_merging_without_an_office_forgets_what_it_added(tmp_path: Path) -> None:
    paths = [office(tmp_path, name, {RECEIVED: 12, GRANTED: 12}) for name in ("林业局", "水利局")]
    report = parent()
    for children in (paths, paths[:1]):
        roll_up = RollUp(2024)
        for path in children:
            roll_up.take(path)
        roll_up.settle(report)
    assert contributions(report)[RECEIVED] == {"林业局": 12}


def test_a_gap_that_a_child_brought_blames_the_child_and_no_cell_above(tmp_path: Path) -> None:
    report = merged(
        tmp_path,
        office(tmp_path, "林业局", {RECEIVED: 12, GRANTED: 11}),
        office(tmp_path, "水利局", {RECEIVED: 30, GRANTED: 30}),
    )
    findings = [f for f in Advisor(Case(report)).outcome.findings if f.code == "T3.3"]
    assert findings
    for finding in findings:
        assert finding.advice == "不平衡来自林业局的报告，请由其改正后重新汇总"
        assert not finding.suggestions


def test_a_gap_of_the_report_above_is_still_its_own(tmp_path: Path) -> None:
    report = merged(tmp_path, office(tmp_path, "水利局", {RECEIVED: 30, GRANTED: 30}))
    report.set([(Slot(SlotKind.CELL, GRANTED), 3)])
    findings = [f for f in Advisor(Case(report)).outcome.findings if f.code == "T3.3"]
    assert findings
    assert all("水利局" not in finding.advice for finding in findings)
    assert any(finding.suggestions for finding in findings)


def test_beside_a_childs_gap_no_cell_of_the_report_above_is_named(tmp_path: Path) -> None:
    report = merged(
        tmp_path,
        office(tmp_path, "林业局", {RECEIVED: 12, GRANTED: 11}),
        office(tmp_path, "水利局", {RECEIVED: 30, GRANTED: 30}),
    )
    report.set([(Slot(SlotKind.CELL, GRANTED), 36)])
    findings = [f for f in Advisor(Case(report)).outcome.findings if f.code == "T3.3"]
    assert findings
    for finding in findings:
        assert "有一部分来自林业局的报告" in finding.advice
        assert not finding.suggestions


@pytest.mark.parametrize(("year", "form"), [(2024, "2021"), (2020, "2019"), (2017, "2014")])
@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_merged_each_cell_is_the_sum_of_what_the_offices_add(
    tmp_path: Path, year: int, form: str, seed: int
) -> None:
    dice = random.Random(seed)
    roll_up = RollUp(year)
    for number in range(4):
        typed = balanced(load_form(form), dice)
        numbers = {key: parse(text, load_form(form).cells[key].kind) for key, text in typed.items()}
        name = f"云溪县第{number}局"
        roll_up.take(office(tmp_path, name, numbers, year=year, form=form), with_errors=form == "2014")
    report = Report(load_form(form), "云溪县人民政府", year)
    roll_up.settle(report)
    added = contributions(report)
    assert {key: report.value(key) for key in report.form.entered} == {
        key: add_up(added.get(key, {}).values()) for key in report.form.entered
    }
    assert not {"T3.1", "T3.2", "T3.3", "T4.1", "A1"} & {
        finding.code for finding in Advisor(Case(report)).outcome.findings
    }


def test_merging_again_counts_nothing_twice(tmp_path: Path) -> None:
    path = office(tmp_path, "林业局", {RECEIVED: 12, GRANTED: 12})
    report = parent()
    for _ in range(2):
        roll_up = RollUp(2024)
        roll_up.take(path)
        change = roll_up.settle(report)
    assert report.value(RECEIVED) == 12
    assert not change.edits


def test_one_step_replaces_what_stood_there_and_takes_back(tmp_path: Path) -> None:
    report = parent({RECEIVED: 99})
    total = Slot(SlotKind.DECLARED, "applications.received.total")
    report.set([(total, 98), (Slot(SlotKind.STATE, RECEIVED), "doubtful")])
    before = dict(report.slots)
    roll_up = RollUp(2024)
    roll_up.take(office(tmp_path, "林业局", {RECEIVED: 12, GRANTED: 12}))
    change = roll_up.settle(report)
    assert report.value("applications.received.total") == 12
    assert not report.of_kind(SlotKind.STATE)
    report.apply(change.inverse)
    assert dict(report.slots) == before


def test_the_sum_is_remembered_beside_the_cell_and_in_the_file(tmp_path: Path) -> None:
    roll_up = RollUp(2024)
    roll_up.take(office(tmp_path, "林业局", {RECEIVED: 12, GRANTED: 12}))
    report = parent()
    roll_up.settle(report)
    report.set([(Slot(SlotKind.CELL, RECEIVED), 13)])
    assert Report.from_json(report.to_json()).get(SlotKind.ROLL_UP, RECEIVED) == 12
    with new_file(tmp_path / "县.xxgk", "云溪县人民政府") as file:
        file.add(report)
        file.save()
    with OfficeFile.open(tmp_path / "县.xxgk") as file:
        assert file.reports[2024].of_kind(SlotKind.ROLL_UP) == report.of_kind(SlotKind.ROLL_UP)


def test_what_cannot_be_counted_is_named_and_changes_nothing(tmp_path: Path) -> None:
    roll_up = RollUp(2024)
    first = office(tmp_path, "林业局", {RECEIVED: 12, GRANTED: 12})
    roll_up.take(first)
    again = tmp_path / "林业局（副本）.xxgk"
    again.write_bytes(first.read_bytes())
    (tmp_path / "说明.xxgk").write_text("不是报告", encoding="utf-8")
    with pytest.raises(NotCounted, match=r"副本.*前面已经有一份"):
        roll_up.take(again)
    with pytest.raises(NotCounted, match="没有 2024 年度报告"):
        roll_up.take(office(tmp_path, "水利局", {}, year=2023))
    with pytest.raises(NotCounted, match="2019 年试行格式"):
        roll_up.take(office(tmp_path, "民政局", {}, form="2019"))
    with pytest.raises(NotOurs, match=r"说明\.xxgk"):
        roll_up.take(tmp_path / "说明.xxgk")
    with pytest.raises(CannotRead, match=r"教育局\.xxgk"):
        roll_up.take(tmp_path / "教育局.xxgk")
    report = parent()
    roll_up.settle(report)
    assert report.value(RECEIVED) == 12
    assert roll_up.count == 1


def test_a_report_above_in_another_form_is_left_alone(tmp_path: Path) -> None:
    roll_up = RollUp(2024)
    roll_up.take(office(tmp_path, "林业局", {RECEIVED: 12, GRANTED: 12}))
    older = Report(load_form("2019"), "云溪县人民政府", 2024)
    with pytest.raises(NotCounted, match="2019 年试行格式"):
        roll_up.settle(older)
