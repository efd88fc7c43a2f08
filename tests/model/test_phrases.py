"""常用语: kept once, dropped again, handed on to the next year with their fields."""

from model.file.office_content import Content
from model.next_year import start_year
from model.phrases import added, phrases, removed
from model.report import Report
from tests.model.drafts import finished

WORDS = "2023年，本局收到申请{收到申请总数}件。"


def with_phrases(*words: str) -> Report:
    report = finished()
    for text in words:
        report.set(added(report, text))
    return report


def test_phrases_are_kept_in_the_order_in_which_they_came_and_once() -> None:
    assert list(phrases(with_phrases("甲", " 乙 ", "甲", "  ")).values()) == ["甲", "乙"]


def test_a_phrase_that_was_dropped_leaves_the_others_alone() -> None:
    report = with_phrases("甲", "乙")
    report.set(removed("1"))
    assert phrases(report) == {"2": "乙"}
    report.set(added(report, "丙"))
    assert phrases(report) == {"2": "乙", "3": "丙"}


def test_the_next_year_offers_them_again_with_its_own_year() -> None:
    assert list(phrases(start_year(with_phrases(WORDS), {}, 2024)).values()) == [
        WORDS.replace("2023", "2024")
    ]


def test_a_change_in_a_phrase_is_counted_from_the_year_it_is_handed_on_from() -> None:
    words = "本年收到申请{收到申请总数}件，{收到申请总数较9}。"
    assert list(phrases(start_year(with_phrases(words), {}, 2024)).values()) == [words.replace("较9", "较0")]


def test_a_change_in_a_phrase_handed_over_a_gap_stands_as_it_was_told() -> None:
    words = "本年收到申请{收到申请总数}件，{收到申请总数较9}。"
    assert list(phrases(start_year(with_phrases(words), {}, 2025)).values()) == [
        words.replace("{收到申请总数较9}", "比上年下降100%")
    ]


def test_on_another_form_a_field_becomes_its_number() -> None:
    old = finished(2018)
    old.set(added(old, "收到申请{收到申请总数}件、微博{微博公开信息数}条。"))
    assert list(phrases(start_year(old, {}, 2019)).values()) == ["收到申请0件、微博0条。"]


def test_they_are_kept_with_the_report() -> None:
    report = with_phrases(WORDS)
    assert phrases(Report.from_json(report.to_json())) == {"1": WORDS}
    assert Content(reports={2023: report}).slots[2023]
