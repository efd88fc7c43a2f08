"""A row whose name is none of the form's takes no row's place, and leaves its neighbours as they are."""

from collections.abc import Callable, Sequence
from typing import Final

import pytest

from intake.tables.found import Found
from intake.tables.named_block import read_block
from intake.tables.placing import find
from model.form_file import load_form
from model.import_state import ImportState
from tests.intake.tables.drawn import grid, lines

FORM: Final = load_form("2021")
DECISIONS: Final = "本年处理决定数量"
HEADS: Final = ("项目", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
Read = Callable[[Sequence[Sequence[str]], str], Found]


def imported(rows: Sequence[Sequence[str]], table: str) -> Found:
    return find(FORM, FORM.table(table), grid(*rows))


def pasted(rows: Sequence[Sequence[str]], table: str) -> Found:
    found = read_block(FORM, FORM.table(table), rows)
    assert found is not None
    return found


def in_bars(rows: Sequence[Sequence[str]], table: str) -> Found:
    return find(FORM, FORM.table(table), lines("\n".join(f"| {' | '.join(row)} |" for row in rows)))


EACH: Final = pytest.mark.parametrize("read", [imported, pasted, in_bars])
BOTH: Final = pytest.mark.parametrize("read", [imported, pasted])


@EACH
def test_a_row_of_the_offices_own_is_not_the_one_that_lacks(read: Read) -> None:
    rows = (("信息内容", DECISIONS), ("行政处罚", "5"), ("行政检查", "220"))
    found = read(rows, "disclosure")
    assert found.values.get("disclosure.penalties.decisions") == 5
    assert 220 not in found.values.values()
    assert any("行政检查" in line and "220" in line for line in found.unread)


@BOTH
def test_a_row_of_the_offices_own_leaves_its_neighbours_sure(read: Read) -> None:
    rows = (
        ("信息内容", DECISIONS), ("行政许可", "31"), ("行政确认", "9"), ("行政处罚", "5"), ("行政检查", "220"),
        ("行政强制", "2"),
    )  # fmt: skip
    found = read(rows, "disclosure")
    told = {key.split(".")[1]: value for key, value in found.values.items() if value is not None}
    assert told == {"licences": 31, "penalties": 5, "coercive_measures": 2}
    assert {found.states[f"disclosure.{row}.decisions"] for row in told} == {ImportState.READ}
    assert [line.split()[0] for line in found.unread] == ["行政确认", "行政检查"]


@BOTH
@pytest.mark.parametrize("name", ["政策文件", "备案审查", "上年规范性文件"])
def test_a_row_above_the_first_that_is_known_is_not_the_form_s_first(read: Read, name: str) -> None:
    rows = (
        ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"), (name, "33", "4", "120"),
        ("行政规范性文件", "2", "1", "7"),
    )  # fmt: skip
    found = read(rows, "disclosure")
    assert not {33, 4, 120} & set(found.values.values())
    assert found.values["disclosure.normative_documents.in_force"] == 7


@BOTH
@pytest.mark.parametrize("name", ["其中：延期答复", "移送其他机关", "不予公开情形之一"])
def test_a_part_of_a_row_is_not_the_row_between_two_that_lacks(read: Read, name: str) -> None:
    rows = (HEADS, ("1.属于国家秘密", *"1000001"), (name, *"2000002"), ("3.危及“三安全一稳定”", *"3000003"))
    found = read(rows, "applications")
    key = "applications.refused_by_law.natural_person"
    assert found.values.get(key) is None
    assert found.states[key] is ImportState.DOUBTFUL
    assert any(name in line for line in found.unread)
    assert found.values["applications.refused_state_secret.total"] == 1
