"""What a draft left open is found; words that are done are left in peace, for N10 is an error."""

import pytest

from model.check import check
from model.levels import Level
from model.rules.rule import Case
from tests.model.drafts import OVERVIEW, case, field, finished


def left_open(words: str) -> list[str]:
    text = f"{OVERVIEW}\n{words}"
    findings = check(case(texts={"overview": text})).findings
    spots = [finding.spot for finding in findings if finding.code == "N10"]
    return [text[spot.start : spot.end] for spot in spots if spot]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("主动公开信息  条。", "主动公开信息  条"),
        ("主动公开信息　　条，其中文件8件。", "主动公开信息　　条"),
        ("收到申请____件。", "收到申请____件"),
        ("收到申请_件。", "收到申请_件"),
        ("XX局认真落实条例。", "XX"),
        ("××局认真落实条例。", "××"),
        ("召开会议xx次。", "xx次"),
        ("某某局认真落实条例。", "某某"),
        ("某年某月召开会议。", "某年某月"),
        ("（文字描述）", "（文字描述）"),
        ("【此处填写培训情况】", "【此处填写培训情况】"),
        ("收到申请{申请数}件。", "{申请数}"),
        ("收到申请（ ）件。", "（ ）件"),
        ("收到申请【】件。", "【】件"),
        ("收到申请（具体数字）件。", "（具体数字）件"),
        ("收到申请×件，办结N件。", "×件"),
        ("收到申请？？件。", "？？件"),
        ("收到申请0O件。", "0O件"),
        ("收到申请件，办结件。", "件，办结件"),
        ("收到申请几件。", "几件"),
        ("主动公开信息 条。", "主动公开信息 条"),
        ("于2024年X月X日公开。", "X月X日"),
        ("于2024年__月__日公开。", "2024年__月__日"),
        ("培训情况：待补充。", "待补充"),
        ("○○局认真落实条例。", "○○"),
        ("公开形式有（   ）。", "（   ）"),
        ("20XX年，甲局认真落实条例。", "20XX年"),
        ("我局（单位名称）认真落实条例。", "（单位名称）"),
        ("收到申请OO件。", "OO件"),
        ("收到申请XX余件。", "XX余件"),
        ("办结率为 %。", "办结率为 %"),
        ("培训时间（待定）。", "（待定）"),
        ("全年收到申请【待核实】。", "【待核实】"),
        ("此处填写培训情况。", "此处填写"),
        ("TODO培训情况。", "TODO"),
    ],
)
def test_what_was_left_open(words: str, found: str) -> None:
    assert found in left_open(words)


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("收到申请XX件。", Level.ERROR),
        ("收到申请____件。", Level.ERROR),
        ("（请填写具体数字）", Level.ERROR),
        ("XX局认真落实条例。", Level.EXPLAIN),
        ("某某局认真落实条例。", Level.EXPLAIN),
        ("（请在此处填写培训情况）", Level.EXPLAIN),
    ],
)
def test_what_may_be_right_can_be_explained(words: str, level: Level) -> None:
    found = check(case(texts={"overview": f"{OVERVIEW}\n{words}"})).findings
    assert [finding.level for finding in found if finding.code == "N10"] == [level]


@pytest.mark.parametrize(
    "words",
    [
        "网址为http://www.example.gov.cn/zfxxgk/，邮箱为xxzx@example.com。",
        "个别单位重视不够，某些信息更新不及时，存在某种畏难情绪。",
        "按照AB岗制度，XXL号展板一块。",
        "2023 年 公开 信息 30 条。",
        "公开信息（含解读）30条。",
        "（二）依申请公开情况。收到申请 件数较少。",
        "全年共收到申请{收到申请总数}件。",
        "印发文  件，明确负责  人，规范各  项。",
        "开展了C++等培训，评分为4*5分。",
        "召开某区域协作会议。",
        "公开目录（ＸＸＧＫ系统）运行正常。",
        "培训内容（填写规范、答复格式）实用。",
    ],
)
def test_words_that_are_done(words: str) -> None:
    assert left_open(words) == []


def test_a_name_made_unknown_at_the_very_beginning_is_a_name() -> None:
    text = "张某某局长带队培训，信息均已公开。"
    findings = check(case(texts={"problems": text})).findings
    assert not [finding.message for finding in findings if finding.code == "N10"]


@pytest.mark.parametrize(
    ("name", "value"),
    [("address", "甲县XX路1号"), ("title", "XX局2023年年度报告"), ("contact", "（待补充）")],
)
def test_the_office_s_data_that_stand_in_the_report_are_looked_at_too(name: str, value: str) -> None:
    found = [f for f in check(Case(field(finished(), name, value))).findings if f.code == "N10"]
    assert [(finding.page, finding.quote) for finding in found] == [("cover", value)]


def test_an_office_may_call_itself_as_it_likes() -> None:
    assert not [f for f in check(case(office="某县某局")).findings if f.code == "N10"]
    assert [f.level for f in check(case(office="XX县某局")).findings if f.code == "N10"] == [Level.EXPLAIN]


def test_names_of_those_who_sign_are_no_part_of_the_report() -> None:
    found = check(Case(field(finished(), "drafter", "某某"))).findings
    assert not [finding for finding in found if finding.code == "N10"]
