"""A ledger that names another office than the report's is told."""

from datetime import date

import pytest

from intake.ledger.ledger import Ledger
from intake.ledger.memory import Memory
from intake.ledger.offices import of_others
from intake.ledger.reading import LedgerFile
from intake.ledger.sheets import Sheet, squared
from tests.intake.ledger.promise import FORM

DAY = date(2025, 3, 8)
TITLE = "云溪县水利局2025年政府信息公开申请台账"


def ledger(*titles: str) -> Ledger:
    head = ["编号", "收到日期", "申请人类型", "答复日期", "办理结果"]
    sheets = tuple(
        Sheet(f"表{at}", squared([[title], list(head), ["1", DAY, "公民", DAY, "予以公开"]]))
        for at, title in enumerate(titles)
    )
    return Ledger.of([LedgerFile("台账.xlsx", sheets)], FORM, 2025, Memory({}))


def test_a_ledger_of_another_office_is_told() -> None:
    (note,) = of_others(ledger(TITLE), "云溪县林业局")
    assert note == "台账写的是“云溪县水利局”，报告是“云溪县林业局”的；请核对是不是这个机关的台账"


def test_one_sheet_of_another_office_is_told() -> None:
    assert list(of_others(ledger(TITLE, TITLE.replace("水利局", "教育局")), "云溪县水利局"))


@pytest.mark.parametrize("office", ["云溪县水利局", "云溪县水利局办公室", "水利局", "清河市云溪县水利局", ""])
def test_the_reports_own_office_and_its_rooms_are_nothing_to_tell(office: str) -> None:
    assert not list(of_others(ledger(TITLE, "2025年依申请公开台账"), office))
