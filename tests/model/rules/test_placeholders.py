"""What a draft left open is found; words that are done are left in peace, for N10 is an error."""

import pytest

from model.check import check
from tests.model.drafts import OVERVIEW, case


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
    ],
)
def test_what_was_left_open(words: str, found: str) -> None:
    assert found in left_open(words)


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
    ],
)
def test_words_that_are_done(words: str) -> None:
    assert left_open(words) == []
