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
        ("根据省政府令第____号，全部公开。", "____"),
        ("收到申请1?件。", "1?件"),
        ("收到申请1X件。", "1X件"),
        ("共收到件政府信息公开申请。", "件"),
        ("自然人申请9件，占比为。", "占比为"),
        ("（请根据实际情况修改）", "（请根据实际情况修改）"),
        ("（删除本段）", "（删除本段）"),
        ("（写明具体做法）", "（写明具体做法）"),
        ("单击或点击此处输入文字。", "单击或点击此处输入文字"),
        ("单击此处添加文本", "单击此处添加文本"),
        ("详见错误!未找到引用源。", "错误!未找到引用源"),
        ("Error! Reference source not found.", "Error! Reference source not found."),
        ("收到申请#REF!件。", "#REF!"),
        ("办结申请NaN件。", "NaN"),
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
        ("共收到申请件，其中自然人8件。", "件"),
        ("作出行政许可件。", "件"),
        ("作出行政处罚件，行政许可120件。", "件"),
        ("予以公开件、部分公开5件。", "件"),
        ("发生行政复议3件、行政诉讼件。", "件"),
        ("收到政府信息公开申请件，办结58件。", "件"),
        ("制发行政规范性文件件，现行有效7件。", "件件"),
        ("结转下年度继续办理件。", "件"),
        ("收取信息处理费元。", "元"),
        ("收到申请几件。", "几件"),
        ("主动公开信息 条。", "主动公开信息 条"),
        ("于2024年X月X日公开。", "X月X日"),
        ("于2024X月X日公开。", "X日"),
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
        ("于 月 日召开会议。", " 月 日"),
        ("202X年召开会议。", "202X年"),
        ("收到申请n件。", "n件"),
        ("收到申请#件。", "#件"),
        ("收到申请l0件。", "l0件"),
        ("收到申请……件。", "……件"),
        ("全年共办结件。", "共办结件"),
        ("公开信息约条。", "约条"),
        ("公开率为%。", "%"),
        ("值班电话XXXX-XXXXXXX。", "XXXX-XXXXXXX"),
        ("分布情况见附表X。", "表X"),
        ("（请根据实际情况填写）", "（请根据实际情况填写）"),
        ("（请各科室补充）", "（请各科室补充）"),
        ("（数据待核实）", "（数据待核实）"),
        ("（样例文字，请删除）", "（样例文字，请删除）"),
        ("收到申请${count}件。", "${count}"),
        ("收到申请<数字>件。", "<数字>"),
        ("※※局认真落实。", "※※"),
    ],
)
def test_what_was_left_open(words: str, found: str) -> None:
    assert found in left_open(words)


def test_a_prompt_to_fill_in_is_an_error() -> None:
    for words in ("（请填写数字）", "（请填写本单位培训情况）", "【请填】", "（待填写）"):
        findings = check(case(texts={"overview": f"{OVERVIEW}\n{words}"})).findings
        assert [finding.level for finding in findings if finding.code == "N10"] == [Level.ERROR], words


def test_an_office_may_call_itself_as_it_likes() -> None:
    assert not [f for f in check(case(office="某县某局")).findings if f.code == "N10"]
    assert [f.level for f in check(case(office="XX县某局")).findings if f.code == "N10"] == [Level.EXPLAIN]


def test_names_of_those_who_sign_are_no_part_of_the_report() -> None:
    found = check(Case(field(finished(), "drafter", "某某"))).findings
    assert not [finding for finding in found if finding.code == "N10"]


@pytest.mark.parametrize(
    "words",
    [
        "上一篇：某县水务局年报",
        "当前位置：首页",
        "【打印】",
        "【关闭窗口】",
        "浏览次数：123",
        "〖大 中 小〗",
        "返回顶部",
        "责任编辑：陈某",
        "【 关闭 】",
        "（打印本页）",
        "打印本页 关闭窗口",
        "您的位置：网站首页>年报",
        "发布时间：2024-01-18 09:30",
        "信息来源：办公室",
        "字号：大 中 小",
        "点击数：86",
        "版权所有：某县水务局",
    ],
)
def test_what_came_along_from_a_web_page_is_to_be_explained_or_taken_out(words: str) -> None:
    findings = check(case(texts={"overview": f"{OVERVIEW}\n{words}"})).findings
    told = {(finding.code, finding.level) for finding in findings if "网页上的文字" in finding.message}
    assert told == {("N10", Level.EXPLAIN)}


@pytest.mark.parametrize(
    "words",
    [
        "专栏浏览次数达12万次。",
        "全年浏览次数：12.3万次，较上年增加。",
        "上一条所列事项已办结。",
        "设“下一篇”按钮。",
        "扫一扫二维码即可查看。",
        "打印、关闭等按键已调整。",
        "增设【打印】键。",
        "提供【大】字版本。",
        "调整了返回顶部、上一篇等按键。",
        "修复按键：打印、返回。",
        "地块所在位置：城东。",
        "网站浏览量：325次，较上年增加。",
    ],
)
def test_what_is_told_of_a_web_page_is_left_in_peace(words: str) -> None:
    assert left_open(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "（根据实际需要调整目录）",
        "（删除个人信息后公开）",
        "（插入二维码的文件9份）",
        "网址为http://a.example/x__y.html。",
        "设“单击此处添加文本”提示。",
        "网民点击此处输入文字即可查询。",
        "占比为全县第一。",
        "收到来件9份。",
    ],
)
def test_words_that_only_look_like_remains_are_left_in_peace(words: str) -> None:
    assert left_open(words) == []
