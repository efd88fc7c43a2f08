"""An amount goes by the unit that stands nearest to it: beside the number, in its label, above it, in the form."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

import pytest

from intake.readers.html import read_html
from intake.recognise import recognise
from intake.tables.named_block import read_block
from intake.tables.owners import claimed
from intake.tables.placing import find
from model.form_file import load_form
from tests.intake.tables.drawn import grid, lines

FORM: Final = load_form("2021")
TABLE: Final = FORM.table("disclosure")
AMOUNT: Final = "disclosure.fees.amount"


def amount(*rows: Sequence[str]) -> object:
    """What the rows say, which they say as well where they are pasted."""
    imported = find(FORM, TABLE, grid(*rows))
    pasted = read_block(FORM, TABLE, rows)
    assert pasted is not None
    assert pasted.values.get(AMOUNT) == imported.values.get(AMOUNT)
    return imported.values[AMOUNT]


@pytest.mark.parametrize(
    ("head", "label", "told", "wanted"),
    [
        ("本年收费金额（单位：元）", "行政事业性收费", "8600", "0.86"),
        ("本年收费金额（元）", "行政事业性收费", "8600", "0.86"),
        ("收费金额（千元）", "行政事业性收费", "8.6", "0.86"),
        ("本年收费金额（单位：万元）", "行政事业性收费", "0.86", "0.86"),
        ("本年收费金额", "行政事业性收费", "0.86", "0.86"),
        ("本年收费金额（单位：万元）", "行政事业性收费（元）", "8600", "0.86"),
        ("本年收费金额（单位：元）", "行政事业性收费（万元）", "0.86", "0.86"),
        ("本年收费金额（单位：元）", "行政事业性收费", "0.86万元", "0.86"),
        ("本年收费金额（单位：万元）", "行政事业性收费", "8.6千元", "0.86"),
        ("本年收费金额（单位：元）", "行政事业性收费", "0", "0"),
    ],
)
def test_the_nearest_unit_is_heeded(head: str, label: str, told: str, wanted: str) -> None:
    assert amount(("信息内容", head), (label, told)) == Decimal(wanted)


def test_a_head_above_another_row_tells_nothing_of_an_amount_under_its_own() -> None:
    rows = [("信息内容", "本年收费金额（万元）"), ("行政事业性收费", "3"), ("信息内容", "罚没金额（元）")]
    assert amount(*rows) == 3


def test_a_row_above_the_heads_tells_the_unit_of_a_table() -> None:
    assert amount(("（单位：元）", ""), ("信息内容", "本年收费金额"), ("行政事业性收费", "8600")) == Decimal(
        "0.86"
    )


def test_heads_in_lines_tell_the_unit() -> None:
    found = find(FORM, TABLE, lines("信息内容\t本年收费金额（单位：元）\n行政事业性收费\t8600"))
    assert found.values[AMOUNT] == Decimal("0.86")


@pytest.mark.parametrize("caption", ["（单位：元）", "金额单位：元", "单位：件、元"])
def test_a_caption_above_a_table_tells_its_unit(caption: str) -> None:
    rows = (("信息内容", "本年收费金额"), ("行政事业性收费", "8600"))
    cells = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in rows)
    page = (
        "<h1>清河县水利局2024年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>全年平稳。</p>"
        f"<h2>二、主动公开政府信息情况</h2><p>{caption}</p><table>{cells}</table>"
        "<h2>三、收到和处理政府信息公开申请情况</h2><p>没有收到申请。</p>"
    )
    report = recognise(read_html(page)).report
    assert report.value(AMOUNT) == Decimal("0.86")


@pytest.mark.parametrize("caption", ["（单位：元）", "单位：元", "金额单位：元", "单位：件、元"])
@pytest.mark.parametrize(
    "text",
    [
        "信息内容\t本年收费金额\n行政事业性收费\t8600",
        "| 信息内容 | 本年收费金额 |\n| 行政事业性收费 | 8600 |",
        "信息内容 |\n本年处理决定数量 |\n行政许可 |\n5 |\n信息内容 |\n本年收费金额 |\n行政事业性收费 |\n8600 |",
        "信息内容  本年处理决定数量\n行政许可  5\n信息内容  本年收费金额\n行政事业性收费  8600",
    ],
)
def test_a_caption_above_a_table_in_lines_tells_its_unit(caption: str, text: str) -> None:
    told = claimed(lines(f"二、主动公开政府信息情况\n{caption}\n{text}"), FORM.tables, {0: TABLE.section})
    assert find(FORM, TABLE, told.rows[TABLE.id]).values[AMOUNT] == Decimal("0.86")


def test_the_unit_of_another_rows_label_tells_nothing_of_an_amount_in_lines() -> None:
    text = "信息内容\t本年收费金额\n罚没款（元）\t5\n行政事业性收费\t3"
    assert find(FORM, TABLE, lines(text)).values[AMOUNT] == 3


def test_a_word_that_ends_like_a_unit_is_none() -> None:
    assert amount(("信息内容", "本年收费金额（各单元）"), ("行政事业性收费", "3")) == 3
