"""Aspects, problems, fees and repeats in the texts."""

import pytest

from model.check import check
from model.findings import Finding, reworded
from model.form_file import load_form
from model.levels import Level
from model.rules.rule import Case
from model.rules.wording import speaks_of
from tests.model.drafts import OVERVIEW, blank, case, finished


def findings(code: str, checked: Case) -> list[Finding]:
    return [finding for finding in check(checked).findings if finding.code == code]


def told(code: str, words: str) -> list[Finding]:
    return findings(code, case(texts={"overview": f"{OVERVIEW}\n{words}"}))


def test_a_government_tells_how_it_is_supervised() -> None:
    (finding,) = findings("S5", case(office="甲县人民政府"))
    assert "工作考核、责任追究" in finding.message
    assert "缺 2 个" in finding.message
    told = OVERVIEW + "\n工作考核纳入年度目标，没有发生责任追究的情形。"
    assert findings("S5", case(office="甲县人民政府", texts={"overview": told})) == []
    assert findings("S5", case(office="甲县乙镇人民政府"))
    assert findings("S5", case(office="甲县乙局")) == []


def test_an_aspect_is_known_by_the_words_that_offices_use_or_by_its_own_name() -> None:
    assert speaks_of("政府信息公开平台建设", "维护门户网站专栏。")
    assert not speaks_of("监督保障", "维护门户网站专栏。")


@pytest.mark.parametrize("words", ["（二）收到和处理申请情况。", "全年受理各类申请4件。", "新收4件申请。"])
def test_applications_are_spoken_of_in_other_words_too(words: str) -> None:
    assert speaks_of("依申请公开", words)
    assert not speaks_of("依申请公开", "办理行政许可申请30件。")
    assert speaks_of("数据开放", "推进数据开放。")


def test_information_that_was_published_in_numbers_was_so_of_the_offices_own_accord() -> None:
    assert speaks_of("主动公开", "通过网站公开信息816条。")
    assert not speaks_of("主动公开", "公开信息的范围由条例规定。")


@pytest.mark.parametrize(
    ("aspect", "words"),
    [
        ("主动公开", "网站公开256条。"),
        ("主动公开", "预决算公开：31家单位按时晒出账本。"),
        ("主动公开", "公布抽检结果18期。"),
        ("依申请公开", "全年收到群众书面申请3件。"),
        ("依申请公开", "申请受理。申请有8件。"),
        ("政府信息管理", "制定规范性文件3件。"),
        ("政府信息公开平台建设", "村口设公示栏12处。"),
        ("监督保障", "成立领导小组，专人负责。"),
    ],
)
def test_what_an_aspect_is_about_is_that_aspect_without_its_name(aspect: str, words: str) -> None:
    assert speaks_of(aspect, words)


@pytest.mark.parametrize(
    ("aspect", "words"),
    [
        ("主动公开", "申请公开信息3件，予以公开2件。"),
        ("主动公开", "部分公开4件。"),
        ("依申请公开", "受理行政许可申请30件。"),
        ("依申请公开", "许可申请30件，登记申请9件。"),
    ],
)
def test_what_came_of_applications_or_was_asked_for_otherwise_is_another_aspect(
    aspect: str, words: str
) -> None:
    assert not speaks_of(aspect, words)


def test_each_missing_aspect_is_named() -> None:
    missing = findings("S5", case(texts={"overview": "（一）主动公开及时。\n（二）依申请公开规范。"}))
    assert len(missing) == 3
    assert all("应写 5 个方面" in finding.message for finding in missing)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("全年收取信息处理费0元。", 0),
        ("全年收取信息处理费 3940 元。", 0),
        ("未收取信息处理费。", 0),
        ("信息处理费按每件100元/件的标准收取，共200元。", 0),
        ("全年收取信息处理费1,200元。", 0),
        ("全年收取信息处理费3945元。", 1),
        ("全年收取信息处理费0.394万元。", 1),
        ("全年没有收费。", 0),
        ("发出收费通知2件，申请人均未缴纳。", 0),
        ("未收取任何费用。", 0),
        ("收取行政事业性收费12万元。", 1),
        ("无其他需要报告的事项。", 1),
        ("", 1),
    ],
)
def test_section_six_tells_the_fee_in_yuan_and_in_tens(text: str, count: int) -> None:
    assert len(findings("S7", case(texts={"other_matters": text}))) == count


@pytest.mark.parametrize(
    ("text", "words"),
    [("信息处理费0.394万元。", "请改为 3940 元"), ("信息处理费1,205元。", "（1,205 元）应为 10 元的整数倍")],
)
def test_the_fee_is_told_as_it_stands_and_as_it_should(text: str, words: str) -> None:
    (finding,) = findings("S7", case(texts={"other_matters": text}))
    assert words in finding.message


def test_form_2019_knows_no_processing_fee() -> None:
    assert findings("S7", case(2020, texts={"other_matters": "无。"})) == []


SENTENCES = [f"{name}方面的工作按照年初安排有序推进。" for name in "甲乙丙丁戊己庚辛壬癸"]


@pytest.mark.parametrize(("same", "level"), [(8, Level.HINT), (9, Level.WARNING), (10, Level.WARNING)])
def test_more_than_four_parts_in_five_of_last_year_are_too_many(same: int, level: Level) -> None:
    fresh = [f"{name}方面新开展的事项于年底前取得成效。" for name in "子丑寅"[: 10 - same]]
    text = "".join(SENTENCES[:same] + fresh)
    checked = case(texts={"overview": text}, last_texts={"overview": "".join(SENTENCES)})
    assert [finding.level for finding in findings("S8", checked)] == [level]


def test_last_years_sentences_with_a_word_changed_in_each_clause_are_last_years() -> None:
    before = "全年重点公开财政预决算和乡村振兴项目的进展，完善依申请公开的登记、审核和答复流程。" * 2
    now = "全年主要公开财政预决算和乡村振兴项目的进展，健全依申请公开的登记、审核和答复流程。" * 2
    (finding,) = findings("S8", case(texts={"overview": now}, last_texts={"overview": before}))
    assert finding.level is Level.WARNING
    assert "与上年重复 0%（数字不计），连同只改了少数字词的句子共 99%" in finding.message


def test_last_years_words_with_other_numbers_are_last_years() -> None:
    now, before = (
        f"{year}年举办培训{year - 2020}期。{year}年收到申请 {year - 1990} 件，均已答复，并按要求更新了公开指南和目录。"
        for year in (2023, 2022)
    )
    (finding,) = findings("S8", case(texts={"problems": now}, last_texts={"problems": before}))
    assert finding.level is Level.WARNING
    assert "与上年重复 100%" in finding.message


def test_a_line_that_tells_of_nothing_may_stay_the_same() -> None:
    text = "本局没有其他需要报告的事项，全年未收取信息处理费。"
    checked = case(texts={"other_matters": text}, last_texts={"other_matters": text})
    assert findings("S8", checked) == []


def test_a_section_of_new_words_is_not_spoken_of() -> None:
    checked = case(
        texts={"problems": f"存在问题：{SENTENCES[0] * 2}改进措施：加强培训。"},
        last_texts={"problems": "去年的说法。"},
    )
    assert findings("S8", checked) == []


def test_what_is_blank_is_not_yet_wrong() -> None:
    report = finished(texts={"problems": "", "other_matters": ""}, cells={"disclosure.fees.amount": ""})
    assert [finding.code for finding in check(Case(report)).findings] == ["C3"]


def test_a_fee_told_in_the_wrong_unit_is_put_right_with_one_key() -> None:
    words = "全年收取信息处理费0.394万元。"
    (finding,) = findings("S7", case(texts={"other_matters": words}))
    assert finding.rewording is not None
    assert reworded(words, [finding.rewording]) == "全年收取信息处理费3940元。"


def test_a_report_whose_first_section_is_empty_is_not_ready_once_its_tables_are_filled() -> None:
    aspects = load_form("2021").section("overview").aspects
    alone = "\n".join(f"（{n}）{aspect}\n无" for n, aspect in zip("一二三四五", aspects, strict=True))
    headed = ("一、总体情况\n不涉及", "主动公开情况：无。依申请公开情况：无。", alone)
    for words in (
        "",
        " \n　",
        "无。",
        "/",
        "略",
        "（略）",
        "……",
        "N/A",
        "1",
        "见附件",
        "同上年",
        "没有发生。",
        *headed,
    ):
        outcome = check(case(texts={"overview": words}))
        codes = [finding.code for finding in outcome.findings]
        assert [code for code in codes if code != "S18"] == ["S17"], "of a heading alone it is told besides"
        assert not outcome.ready
    assert not [f for f in check(Case(blank())).findings if f.code == "S17"], "nobody has come that far"
