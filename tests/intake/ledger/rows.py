"""Small ledgers written out row by row."""

from collections.abc import Sequence
from datetime import date

from intake.ledger.ledger import Count, Ledger
from intake.ledger.memory import Memory
from intake.ledger.reading import LedgerFile
from intake.ledger.sheets import Raw, Row, Sheet, squared
from model.form_file import form_for

YEAR = 2024
TODAY = date(2025, 1, 10)
HEAD: Row = ["编号", "收到日期", "申请人", "申请人类型", "办理结果", "答复日期"]


def ledger_of(*rows: Sequence[Raw], memory: Memory | None = None, head: Row = HEAD) -> Ledger:
    """A ledger on one sheet with these rows below its head."""
    sheet = Sheet("台账", squared([list(head), *map(list, rows)]))
    return Ledger.of([LedgerFile("台账.xlsx", (sheet,))], form_for(YEAR), YEAR, memory or Memory({}))


def count_of(*rows: Sequence[Raw], memory: Memory | None = None) -> Count:
    """What such a ledger counts."""
    given = memory or Memory({})
    return ledger_of(*rows, memory=given).count(given, TODAY)
