"""更正: what was signed is put down when a signed report is opened again, and what changed since is told place by place."""

import json
from datetime import date

import pytest

from model.errors import ReportSigned
from model.journal import Journal
from model.report import Report, Slot, SlotKind, SlotValue
from model.review.corrections import as_signed, corrections, opening, past_corrections, went_out
from model.stages import NOW, Stage
from tests.model.drafts import finished

CELL = Slot(SlotKind.CELL, "applications.granted.natural_person")
TEXT = Slot(SlotKind.TEXT, "problems")
STAGE = Slot(SlotKind.STAGE, NOW)
DAY = date(2024, 3, 1)


def deed(name: str) -> Slot:
    return Slot(SlotKind.DEED, name)


def come_to(report: Report, stage: Stage, **deeds: str) -> None:
    """Bring a report to a stage, with what was done with it; `signed_by` stands for signed.by."""
    report.set([(STAGE, stage.value), *((deed(n.replace("_", ".")), said) for n, said in deeds.items())])


@pytest.fixture
def signed() -> Report:
    report = finished(2023)
    come_to(report, Stage.SIGNED, signed_day="2024-01-20", signed_by="张三")
    return report


@pytest.mark.parametrize(
    ("slot", "new"),
    [
        (CELL, 5),
        (TEXT, "别的话。"),
        (Slot(SlotKind.FIELD, "phone"), "0500-7654321"),
        (Slot(SlotKind.EXPLANATION, "T3.4:x"), {"text": "好", "values": {}}),
        (Slot(SlotKind.LEDGER, CELL.key), 3),
        (STAGE, None),
        (STAGE, "returned"),
    ],
)
def test_nothing_of_a_signed_report_changes(signed: Report, slot: Slot, new: SlotValue) -> None:
    before = signed.slots
    with pytest.raises(ReportSigned, match=r"2023 年度报告已签，受保护.*“上报前检查”中点“更正”"):
        signed.set([(slot, new)])
    assert signed.slots == before


def test_what_changes_nothing_is_let_through_and_so_is_what_was_done_with_it(signed: Report) -> None:
    same = signed.value(CELL.key)
    assert not signed.set([(CELL, same), (TEXT, signed.text("problems"))]).edits
    signed.set([(STAGE, "filed"), (deed("filed.day"), "2024-01-26")])
    assert signed.stage is Stage.FILED


def test_a_signed_report_is_read_back_from_its_file_as_it_was(signed: Report) -> None:
    assert Report.from_json(signed.to_json()).slots == signed.slots


def test_opened_again_it_can_be_changed_and_has_to_be_signed_anew(signed: Report) -> None:
    signed.set(opening(signed, DAY), "更正")
    assert (signed.stage, signed.stage_words) == (Stage.RETURNED, "退回修改（更正）")
    assert signed.get(SlotKind.DEED, "signed.by") is None
    assert signed.get(SlotKind.DEED, "corrected.day") == "2024-03-01"
    assert corrections(signed) == ()
    signed.set([(CELL, 5)])


def test_what_changed_is_told_with_its_place_old_and_new(signed: Report) -> None:
    signed.set(opening(signed, DAY))
    signed.set([(CELL, 5), (TEXT, signed.text("problems").replace("单一", "不多"))])
    signed.set([(Slot(SlotKind.FIELD, "phone"), "0500-7654321")])
    told = {(entry.name, entry.before, entry.after) for entry in corrections(signed)}
    assert ("自然人·予以公开", "0", "5") in told
    assert ("联系电话", "", "0500-7654321") in told
    assert any("〔单一〕" in before and "〔不多〕" in after for _, before, after in told)


def test_what_was_put_back_is_no_correction(signed: Report) -> None:
    signed.set(opening(signed, DAY))
    signed.set([(CELL, 5)])
    signed.set([(CELL, 0)])
    assert corrections(signed) == ()


def test_the_list_stays_through_the_file_and_a_new_signature(signed: Report) -> None:
    signed.set(opening(signed, DAY))
    signed.set([(CELL, 5)])
    come_to(signed, Stage.SIGNED)
    again = Report.from_json(signed.to_json())
    assert corrections(again) == corrections(signed) != ()
    assert again.stage_words == "已签（更正）"


def test_undo_takes_the_correction_back_and_protects_again(signed: Report) -> None:
    journal = Journal(signed)
    journal.edit(opening(signed, DAY), "更正")
    journal.edit([(CELL, 5)], "填写")
    journal.undo()
    journal.undo()
    assert as_signed(signed) is None
    assert signed.get(SlotKind.DEED, "signed.by") == "张三"
    with pytest.raises(ReportSigned):
        journal.edit([(CELL, 5)], "填写")
    journal.redo()
    journal.redo()
    assert [entry.after for entry in corrections(signed) if entry.slot == CELL] == ["5"]


def test_a_report_that_went_out_is_compared_with_what_went_out(signed: Report) -> None:
    signed.set(opening(signed, DAY))
    signed.set([(CELL, 5)])
    come_to(signed, Stage.PUBLISHED, published_day="2024-03-02")
    signed.set(opening(signed, DAY))
    assert corrections(signed) == ()
    signed.set([(CELL, 6)])
    assert [(entry.before, entry.after) for entry in corrections(signed) if entry.slot == CELL] == [
        ("5", "6")
    ]


def test_what_was_corrected_before_stays_readable(signed: Report) -> None:
    signed.set([(STAGE, "published"), (deed("published.day"), "2024-01-25")])
    signed.set(opening(signed, DAY))
    assert past_corrections(signed) == ()
    signed.set([(CELL, 5), (deed("corrected.why"), "漏填5件")])
    come_to(signed, Stage.PUBLISHED, published_day="2024-03-02")
    assert past_corrections(signed) == ()
    signed.set(opening(signed, date(2024, 4, 1)))
    again = Report.from_json(json.loads(json.dumps(signed.to_json())))
    [past] = past_corrections(again)
    assert (past.day, past.why) == ("2024-03-01", "漏填5件")
    assert ("三、收到和处理政府信息公开申请情况", "自然人·予以公开", "0", "5") in past.places
    again.set([(CELL, 6)])
    come_to(again, Stage.PUBLISHED, published_day="2024-04-02")
    again.set(opening(again, date(2024, 5, 1)))
    assert [each.day for each in past_corrections(again)] == ["2024-03-01", "2024-04-01"]


def test_a_correction_that_changed_nothing_is_not_kept(signed: Report) -> None:
    for _ in range(2):
        signed.set(opening(signed, DAY))
        come_to(signed, Stage.PUBLISHED, published_day="2024-03-02")
    assert past_corrections(signed) == ()


@pytest.mark.parametrize(
    ("out", "again", "before"),
    [
        (Stage.SIGNED, Stage.SIGNED, "0"),
        (Stage.SIGNED, Stage.FILED, "5"),
        (Stage.FILED, Stage.SIGNED, "0"),
        (Stage.FILED, Stage.FILED, "5"),
        (Stage.PUBLISHED, Stage.SIGNED, "0"),
        (Stage.PUBLISHED, Stage.FILED, "0"),
        (Stage.PUBLISHED, Stage.PUBLISHED, "5"),
    ],
)
def test_the_list_goes_on_until_who_has_the_report_has_the_corrected_one(
    signed: Report, out: Stage, again: Stage, before: str
) -> None:
    days = {"filed_day": "2024-01-26", "published_day": "2024-01-28"}
    come_to(signed, out, **{day: days[day] for day in days if day.startswith(out.value)})
    signed.set(opening(signed, DAY))
    signed.set([(CELL, 5)])
    come_to(signed, again)
    signed.set(opening(signed, DAY))
    signed.set([(CELL, 6)])
    assert [each.before for each in corrections(signed) if each.slot == CELL] == [before]
    assert len(past_corrections(signed)) == (before == "5")


@pytest.mark.parametrize(
    ("stage", "deeds", "words"),
    [
        (Stage.SIGNED, {}, "签发"),
        (Stage.FILED, {}, "上报"),
        (Stage.PUBLISHED, {}, "公布"),
        (Stage.PUBLISHED, {"filed_day": "2024-01-26"}, "公布"),
        (Stage.FILED, {"filed_day": "2024-01-26"}, "上报"),
        (Stage.SIGNED, {"filed_day": "2024-01-26"}, "上报"),
        (Stage.PUBLISHED, {"filed_day": "2024-01-26", "published_day": "2024-01-28"}, "公布"),
    ],
)
def test_what_the_list_is_compared_with_has_a_name(
    signed: Report, stage: Stage, deeds: dict[str, str], words: str
) -> None:
    come_to(signed, stage, **deeds)
    signed.set(opening(signed, DAY))
    before = as_signed(signed)
    assert before is not None
    assert went_out(before) == words


def test_how_far_it_went_out_is_kept_in_the_file_and_for_what_is_listed(signed: Report) -> None:
    come_to(signed, Stage.PUBLISHED)
    signed.set(opening(signed, DAY))
    signed.set([(CELL, 5)])
    signed = Report.from_json(json.loads(json.dumps(signed.to_json())))
    come_to(signed, Stage.FILED)
    signed.set(opening(signed, DAY))
    assert [each.before for each in corrections(signed) if each.slot == CELL] == ["0"]
    before = as_signed(signed)
    assert before is not None
    assert went_out(before) == "公布"


def test_one_that_was_only_signed_again_goes_on_with_its_list(signed: Report) -> None:
    signed.set(opening(signed, DAY))
    signed.set([(CELL, 5)])
    come_to(signed, Stage.SIGNED)
    signed.set(opening(signed, DAY))
    assert [(entry.before, entry.after) for entry in corrections(signed) if entry.slot == CELL] == [
        ("0", "5")
    ]


def test_what_was_done_with_a_report_is_known_of_what_was_signed(signed: Report) -> None:
    signed.set(opening(signed, DAY))
    before = as_signed(signed)
    assert before is not None
    assert before.get(SlotKind.DEED, "signed.day") == "2024-01-20"
    assert as_signed(finished(2023)) is None
