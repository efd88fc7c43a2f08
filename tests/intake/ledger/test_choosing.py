"""Which place a ledger's words have: as the office has confirmed, else as the words say; never by guessing."""

from collections.abc import Mapping

import pytest

from intake.ledger.choosing import BETWEEN, Chooser, labels_of
from intake.ledger.days import Fault
from intake.ledger.sheets import Raw, Row
from intake.ledger.tally import Purpose
from intake.ledger.words import OPEN, words_of
from model.form_file import form_for

FORM = form_for(2025)


def chooser(remembered: Mapping[str, str] | None = None) -> Chooser:
    def place(_purpose: Purpose, words: str) -> str | None:
        return (remembered or {}).get(words)

    return Chooser(FORM, words_of(FORM), place)


def outcome(*cells: Raw) -> object:
    """The place of an outcome, else the sentence that says why there is none."""
    choice = chooser().choose(Purpose.OUTCOME, cells)
    return choice.why if isinstance(choice, Fault) else choice


def test_a_known_word_has_its_place_and_a_blank_or_a_stroke_has_none() -> None:
    assert outcome("予以公开") == "granted"
    assert outcome("") is None
    assert outcome(" / ", "无") is None


def test_a_word_that_nobody_knows_can_be_given_a_place() -> None:
    choice = chooser().choose(Purpose.OUTCOME, ("酌情处置",))
    assert choice == Fault("酌情处置", "不认识这个说法", word=True)


def test_what_was_confirmed_goes_before_what_the_words_say() -> None:
    assert chooser({"予以公开": "partial"}).choose(Purpose.OUTCOME, ("予以公开",)) == "partial"
    together = f"不予公开{BETWEEN}甲"
    assert chooser({together: "granted"}).choose(Purpose.OUTCOME, ("不予公开", "甲")) == "granted"


def test_two_columns_that_say_the_same_say_it_once() -> None:
    assert chooser({"甲": "granted"}).choose(Purpose.OUTCOME, ("甲", "甲")) == "granted"


def test_a_reason_beside_a_refusal_decides_and_a_remark_beside_it_does_not_disturb() -> None:
    assert outcome("不予公开", "属于国家秘密") == "refused_state_secret"
    assert outcome("予以公开", "已电话告知领导") == "granted"


def test_what_may_be_several_or_contradicts_itself_is_left_to_the_clerk() -> None:
    several = chooser().choose(Purpose.OUTCOME, ("不予公开",))
    assert isinstance(several, Fault)
    assert several.why == "可能是几种情形，看不出是哪一种"
    assert len(several.choices) > 1
    assert outcome("予以公开", "信息不存在") == "两种说法不一致"


def test_a_formula_without_a_result_is_no_word() -> None:
    choice = chooser().choose(Purpose.OUTCOME, ("=A1",))
    assert choice == Fault("=A1", "是没有计算结果的公式")


def test_a_column_is_chosen_row_by_row_several_together_and_none_without_one() -> None:
    rows: list[Row] = [["不予公开", "属于国家秘密"], ["予以公开", ""], ["予以公开", ""]]
    choose = chooser()
    assert choose.column(Purpose.OUTCOME, rows, (0, 1)) == ["refused_state_secret", "granted", "granted"]
    assert choose.column(Purpose.OUTCOME, rows[1:], (0,)) == ["granted", "granted"]
    assert choose.column(Purpose.OUTCOME, rows, ()) == [None, None, None]


def test_the_same_words_mean_a_place_for_each_purpose() -> None:
    choose = chooser()
    assert choose.choose(Purpose.APPLICANT, ("企业",)) == "enterprise"
    assert isinstance(choose.choose(Purpose.OUTCOME, ("企业",)), Fault)


@pytest.mark.parametrize(
    "row",
    [
        ["", "", ""],
        ["/", "无", ""],
        ["小计", 12, ""],
        ["合计：12", "", ""],
        ["三月", "", ""],
        ["2025年第一季度", "", ""],
        ["第1页 共3页", "", ""],
        ["上半年", "上半年", "上半年"],
        ["一、公民申请", "", ""],
        ["（二）法人申请", "", ""],
        ["填表说明：本表由办公室逐件登记", "", ""],
        [15, "", ""],
    ],
)
def test_totals_lines_between_and_lines_at_the_foot_are_no_applications(row: Row) -> None:
    assert chooser().is_aside(row)


@pytest.mark.parametrize(
    "row",
    [
        ["甲1", "2025-1-2", "公民"],
        ["计某", "", ""],
        ["小计算机公司", "", ""],
        ["三月", "2025-1-2", ""],
        ["一、公民申请", "甲1", ""],
        ["赵某某", "", ""],
        ["某某建材有限公", "", ""],
        [1, 2, ""],
    ],
)
def test_a_row_with_a_name_or_more_than_one_thing_is_an_application(row: Row) -> None:
    assert not chooser().is_aside(row)


def test_the_places_are_the_rows_and_columns_of_the_form_without_totals() -> None:
    outcomes = labels_of(FORM, Purpose.OUTCOME)
    assert outcomes[OPEN] == "尚未办结"
    assert {"granted", "other_remaining"} <= set(outcomes)
    assert not {"received", "carried_in", "handled_total", "carried_out"} & set(outcomes)
    assert "total" not in labels_of(FORM, Purpose.APPLICANT)
    assert "total" not in labels_of(FORM, Purpose.VERDICT)
    assert chooser().label(Purpose.APPLICANT, "natural_person") == "自然人"
    assert chooser().label(Purpose.APPLICANT, "gone") == "gone"


def test_marks_and_names_and_questions_are_read_by_the_words() -> None:
    choose = chooser()
    assert (choose.is_mark("√"), choose.is_mark(""), choose.is_mark("某某")) == (True, False, None)
    assert choose.by_name("清源建材有限公司") == choose.by_name("清源建材有限公司") == "enterprise"
    assert choose.is_blank(" / ")
    assert not choose.is_blank("0")
    assert choose.answers("是否予以公开") == words_of(FORM).answers("是否予以公开")
