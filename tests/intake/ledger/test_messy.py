"""Ledgers as they grow in offices: heads of two lines, remarks, days of all spellings in one column, lines between."""

from collections import Counter

import pytest

from intake.ledger.ledger import Count, Ledger, likely_year
from intake.ledger.memory import Memory
from intake.ledger.reading import read_ledger
from tests.intake.ledger.invented import TODAY, YEAR
from tests.intake.ledger.promise import FORM

DISTRICT = """\
云溪区市场监督管理局2025年度政府信息公开申请办理情况登记表,,,,,,,,,
填报单位（盖章）：办公室,,,,,填报时间：2026年1月8日,,,,
序号,受理编号,收到申请时间,申请人,,联系方式,申请公开的内容,办理情况,,,备注
,,,姓名或名称,类别,,,答复时间,答复类型,答复文号,
1,2025-001,2025年1月6日,赵某,公民,13800000000,招标材料,2025年1月20日,予以公开,〔2025〕1号,1月8日补正
2,2025-002,1月9日,钱某,公民,13800000001,营业执照,1月22日,属于行政查询事项,〔2025〕2号,
3,2025-003,2025.2.10,云溪商贸有限公司,企业,,处罚决定,2025.3.7,部分公开（区分处理）,〔2025〕3号,延期至3月7日
4,2025-004,20250301,孙某,个人,,处理结果,2025/3/18,属于信访、举报、投诉类事项,,
5,2025-005,2025/4/1,李某,公民,,检验报告,2025/4/20,经检索，该信息不存在,,
6,2025-006,2025-12-26,周某,公民,,材料,,办理中,,
合计,6,,,,,,,,,
"""
SECTIONS = """\
2025年依申请公开办理台账
序号,收文时间,申请人,申请人性质,内容,办结时间,办理结果
一、公民个人申请
1,2025-1-3,赵某,公民,材料,2025-1-13,全部公开
2,2025-1-4,钱某,公民,材料,2025-1-14,重复申请
二、法人和其他组织申请
1,2025-1-5,云溪公司,企业,材料,2025-1-15,需另行制作、加工分析
小计,3,,,,,
"""


def counted(text: str) -> Count:
    source = read_ledger(text.encode(), "台账.csv")
    memory = Memory({})
    return Ledger.of([source], FORM, YEAR, memory).count(memory, TODAY)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        (
            DISTRICT,
            {
                "granted.natural_person": 1,
                "refused_administrative_inquiry.natural_person": 1,
                "partial.enterprise": 1,
                "declined_petition.natural_person": 1,
                "unavailable_not_held.natural_person": 1,
                "carried_out.natural_person": 1,
                "received.natural_person": 5,
                "received.enterprise": 1,
            },
        ),
        (
            SECTIONS,
            {
                "granted.natural_person": 1,
                "declined_repeat.natural_person": 1,
                "unavailable_needs_creation.enterprise": 1,
                "received.natural_person": 2,
                "received.enterprise": 1,
            },
        ),
    ],
)
def test_a_messy_ledger_counts_all_its_rows(text: str, ends: dict[str, int]) -> None:
    tally = counted(text).tallies["applications"]
    assert not tally.unplaced
    assert {key.partition(".")[2]: len(rows) for key, rows in tally.rows.items()} == Counter(ends)


def test_the_day_on_which_a_ledger_was_filled_in_is_not_its_year() -> None:
    source = read_ledger(DISTRICT.encode(), "台账.csv")
    assert likely_year([source], FORM, 2020) == 2025
