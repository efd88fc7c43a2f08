"""A map answers in a file what the window asks; what it names and is not there is refused."""

import pytest

from intake.errors import NotUnderstood
from intake.ledger.ledger import Ledger
from intake.ledger.map_file import give_words, lay_out, read_map
from intake.ledger.memory import Memory
from intake.ledger.sheets import Row
from model.form_file import form_for
from tests.intake.ledger.rows import TODAY, YEAR, ledger_of

FORM = form_for(YEAR)
OWN_HEAD: Row = ["编号", "甲日", "申请人", "申请人类型", "丙项", "丁日"]
ROW: Row = ["2024-001", "2024-03-01", "赵某", "公民", "A1", "2024-03-20"]
COLUMNS = """
[columns]
received = "甲日"
answered = "F"
kind = ["申请人类型"]
outcome = "丙项"
"""


def mapped(text: str) -> tuple[Ledger, Memory]:
    """The ledger with heads of its own as a map lays it out."""
    data, memory = read_map(text), Memory({})
    give_words(data, memory, FORM)
    ledger = ledger_of(ROW, head=OWN_HEAD, memory=memory)
    lay_out(data, ledger)
    return ledger, memory


@pytest.mark.parametrize("place", ["granted", "予以公开", "（一）予以公开", "同意公开"])
def test_columns_by_head_or_letter_and_words_by_name_or_id(place: str) -> None:
    ledger, memory = mapped(f'{COLUMNS}[words.outcome]\n"A1" = "{place}"')
    count = ledger.count(memory, TODAY)
    assert count.cells["applications.granted.natural_person"] == 1


def test_a_word_without_a_place_is_listed() -> None:
    ledger, memory = mapped(COLUMNS)
    count = ledger.count(memory, TODAY)
    assert [unknown.value for unknown in count.tallies["applications"].questions] == ["A1"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[columns", "不是有效的 TOML 文件"),
        ("columns = 3", "应是表"),
        ('[columns]\ncolour = "乙"', "不认识“colour”"),
        ('[words.weather]\n"晴" = "granted"', "不认识“weather”"),
        ('[words.outcome]\n"A1" = "下雨"', "不是表中的项目"),
        ('[words.outcome]\n"A1" = "不予公开"', "不是表中的项目"),
        ('[columns]\nreceived = "庚"', "台账中没有“庚”这一列"),
    ],
)
def test_what_a_map_gets_wrong_is_told(text: str, told: str) -> None:
    with pytest.raises(NotUnderstood, match=told):
        mapped(text)


def test_only_the_sheets_that_are_named_are_counted() -> None:
    ledger, _ = mapped('sheets = ["别的"]')
    assert [part.counted for part in ledger.parts] == [False]
