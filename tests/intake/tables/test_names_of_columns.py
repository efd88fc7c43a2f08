"""Heads in plain words tell the columns, wherever they stand; a column of the office's own takes no other's place."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import pytest

from intake.tables.found import Found
from intake.tables.named_block import read_block
from intake.tables.placing import find
from model.form_file import load_form
from model.import_state import ImportState
from tests.intake.tables.drawn import grid, lines

FORM: Final = load_form("2021")
HEADS: Final = ("项目", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
ROWS: Final = (
    ("（一）予以公开", "7", "1", "5", "2", "0", "3", "18"),
    ("（二）部分公开", "2", "4", "3", "6", "1", "0", "16"),
    ("3.其他", "1", "0", "0", "0", "0", "0", "1"),
)
NAMES: Final = ("natural_person", "enterprise", "research", "nonprofit", "legal_service", "other", "total")
Read = Callable[[Sequence[Sequence[str]], str], Found]


def imported(rows: Sequence[Sequence[str]], table: str = "applications") -> Found:
    return find(FORM, FORM.table(table), grid(*rows))


def pasted(rows: Sequence[Sequence[str]], table: str = "applications") -> Found:
    found = read_block(FORM, FORM.table(table), rows)
    assert found is not None
    return found


def wanted() -> dict[str, int]:
    lines_of = zip(("granted", "partial", "other_remaining"), ROWS, strict=True)
    return {
        f"applications.{row}.{name}": int(text)
        for row, texts in lines_of
        for name, text in zip(NAMES, texts[1:], strict=True)
    }


def table(gone: str, own: str) -> list[list[str]]:
    """The table without a column, and with one of the office's own at its end."""
    at = HEADS.index(gone)
    return [[*row[:at], *row[at + 1 :], own if row is HEADS else "9"] for row in (HEADS, *ROWS)]


def wrong(found: Found, right: Mapping[str, int]) -> list[str]:
    """The cells that are said to be read and are not what the source has."""
    return [
        key
        for key, value in found.values.items()
        if found.states[key] is not ImportState.DOUBTFUL and value != right.get(key)
    ]


@pytest.mark.parametrize("read", [imported, pasted])
@pytest.mark.parametrize("gone", HEADS[1:])
@pytest.mark.parametrize("own", ["备注", "上年总计", "上年", "增减", "占比"])
def test_a_column_of_the_offices_own_takes_the_place_of_none_that_lacks(
    read: Read, gone: str, own: str
) -> None:
    found = read(table(gone, own), "applications")
    name = NAMES[HEADS.index(gone) - 1]
    assert not wrong(found, wanted())
    assert all(found.values.get(key) is None for key in wanted() if key.endswith(f".{name}"))
    assert {
        key: value for key, value in found.values.items() if value is not None
    }.items() <= wanted().items()
    assert any("9" in line for line in found.unread)


@pytest.mark.parametrize("read", [imported, pasted])
def test_a_row_whose_sum_fails_without_the_column_that_lacks_is_doubtful(read: Read) -> None:
    found = read(table("科研机构", "备注"), "applications")
    assert found.states["applications.granted.total"] is ImportState.DOUBTFUL


@pytest.mark.parametrize("read", [imported, pasted])
def test_a_head_in_the_offices_words_stands_for_the_column_that_lacks_where_each_row_adds_up(
    read: Read,
) -> None:
    heads = tuple("研究所" if head == "科研机构" else head for head in HEADS)
    assert not wrong(found := read((heads, *ROWS), "applications"), wanted())
    assert found.values["applications.granted.research"] == 5


@pytest.mark.parametrize("read", [imported, pasted])
def test_one_row_that_adds_up_by_chance_does_not_tell_what_a_head_means_where_others_do_not(
    read: Read,
) -> None:
    heads = tuple("网上申请" if head == "科研机构" else head for head in HEADS)
    rows = [(*row[:3], own, *row[4:]) for row, own in zip(ROWS, "597", strict=True)]
    found = read((heads, *rows), "applications")
    assert found.states["applications.granted.research"] is ImportState.DOUBTFUL


@pytest.mark.parametrize("read", [imported, pasted])
@pytest.mark.parametrize(
    ("heads", "columns"),
    [
        (("上年有效件数", "本年制发件数", "现行有效件数"), (None, "issued", "in_force")),
        (("上年有效件数", "本年制发件数", "本年废止件数"), (None, "issued", "repealed")),
        (("本年制发件数", "本年修订件数", "现行有效件数"), ("issued", None, "in_force")),
        (("本年制发件数", "公开件数", "现行有效件数"), ("issued", None, "in_force")),
        (
            ("本年制发件数", "其中公开件数", "本年废止件数", "现行有效件数"),
            ("issued", None, "repealed", "in_force"),
        ),
    ],
)
def test_columns_that_nothing_adds_up_are_told_by_their_names(
    read: Read, heads: Sequence[str], columns: Sequence[str | None]
) -> None:
    numbers = ("6", "2", "8", "5")[: len(heads)]
    found = read((("信息内容", *heads), ("行政规范性文件", *numbers)), "disclosure")
    right = {
        f"disclosure.normative_documents.{column}": int(number)
        for column, number in zip(columns, numbers, strict=True)
        if column
    }
    assert {key: value for key, value in found.values.items() if value is not None} == right
    assert ImportState.DOUBTFUL not in {found.states[key] for key in right}
    assert any(numbers[columns.index(None)] in line for line in found.unread)


@pytest.mark.parametrize("read", [imported, pasted])
@pytest.mark.parametrize("names", [("公益组织", "科研单位"), ("社会组织", "科研机构"), ("公益", "科研")])
def test_columns_that_have_changed_places_are_followed_in_the_offices_words(
    read: Read, names: tuple[str, str]
) -> None:
    heads = (*HEADS[:3], *names, *HEADS[5:])
    rows = [(*row[:3], row[4], row[3], *row[5:]) for row in ROWS]
    found = read((heads, *rows), "applications")
    assert {key: value for key, value in found.values.items() if value is not None} == wanted()


@pytest.mark.parametrize("between", ["\t", "  ", " | "])
def test_columns_in_the_offices_words_are_not_taken_by_order_in_lines(between: str) -> None:
    heads = (*HEADS[:3], "公益组织", "科研单位", *HEADS[5:])
    rows = [(*row[:3], row[4], row[3], *row[5:]) for row in ROWS]
    text = "\n".join(between.join(row) for row in (heads, *rows))
    assert not wrong(find(FORM, FORM.table("applications"), lines(text)), wanted())


@pytest.mark.parametrize("read", [imported, pasted])
@pytest.mark.parametrize("own", ["小计", "合计", "法人小计"])
def test_a_part_sum_among_the_columns_is_the_offices_own_beside_the_total(read: Read, own: str) -> None:
    rows = [
        (*row[:2], own if row is HEADS else str(sum(map(int, row[2:7]))), *row[2:]) for row in (HEADS, *ROWS)
    ]
    found = read(rows, "applications")
    assert {key: value for key, value in found.values.items() if value is not None} == wanted()
    assert set(map(found.states.get, wanted())) == {ImportState.READ}


@pytest.mark.parametrize("read", [imported, pasted])
def test_a_table_with_all_heads_in_fewer_words_is_read(read: Read) -> None:
    found = read((("项目", "个人", "企业", "科研", "公益", "律所", "其它", "合计"), *ROWS), "applications")
    assert {key: value for key, value in found.values.items() if value is not None} == wanted()


@pytest.mark.parametrize("read", [imported, pasted])
def test_a_row_of_which_only_a_named_column_is_filled_is_read_there(read: Read) -> None:
    heads = ["项目", "社团", "公司", "其余", "院所", "小结", "公民个人", "律所"]
    rows = [["（一）予以公开", "1", "2", "", "", "", "3", "4"], ["（二）部分公开", *([""] * 6), "0"]]
    found = read([heads, *rows], "applications")
    told = {key: value for key, value in found.values.items() if value is not None}
    assert told == {"applications.granted.legal_service": 4, "applications.partial.legal_service": 0}


def test_columns_of_which_but_one_is_named_are_not_taken_by_order_though_rows_add_up() -> None:
    found = imported([["项目", "其余", "院所", "社团", "公司", "律所", "群众", "小结"], *ROWS])
    told = {key: value for key, value in found.values.items() if value is not None}
    assert told == {key: value for key, value in wanted().items() if key.endswith(".legal_service")}


@pytest.mark.parametrize("own", ["其他组织", "法人或其他组织小计", "组织", "高校"])
@pytest.mark.parametrize("read", [imported, pasted])
def test_a_head_like_a_part_of_the_forms_is_the_offices_own_beside_the_forms(read: Read, own: str) -> None:
    found = read(
        [(*row[:3], own if row is HEADS else "4", *row[3:]) for row in (HEADS, *ROWS)], "applications"
    )
    assert {key: value for key, value in found.values.items() if value is not None} == wanted()
    assert set(map(found.states.get, wanted())) == {ImportState.READ}


def test_heads_that_a_page_tears_are_none_of_the_offices_own() -> None:
    above = ("项目", "自然人", "商业企业", "科研机", "社会公", "法律服务", "其他", "总计")
    below = ("", "", "", "", "", "构", "益组织", "机构", "", "")
    rows = [(label, "", "", *values) for label, *values in ROWS]
    found = find(FORM, FORM.table("applications"), [*grid(above), *grid(below, *rows, number=1, start=1)])
    assert not wrong(found, wanted())
    assert {key: value for key, value in found.values.items() if value is not None} == wanted()


def test_merged_heads_written_into_each_of_their_places_stand_over_their_columns() -> None:
    common = ("项目", "自然人", *["法人或其他组织"] * 5, "总计")
    found = imported([common, HEADS, *ROWS])
    assert {key: value for key, value in found.values.items() if value is not None} == wanted()
    assert set(map(found.states.get, wanted())) == {ImportState.READ}


@pytest.mark.parametrize("own", ["备注", "占比", "上年总计"])
@pytest.mark.parametrize("number", ["", "5"])
def test_heads_that_end_with_a_total_and_one_of_the_offices_own_are_no_row(own: str, number: str) -> None:
    found = imported([(*row, own if row is HEADS else number) for row in (HEADS, *ROWS)])
    assert {key: value for key, value in found.values.items() if value is not None} == wanted()
    assert not any(own in told for told in found.unread)


def test_a_row_that_adds_up_is_doubtful_where_its_numbers_stand_beside_the_heads_that_are_there() -> None:
    heads = ("项目", "", "", *HEADS[1:4], *HEADS[5:])
    rows = [("本年度办理结果", label, "", *"301004") for label in ("（一）予以公开", "（二）部分公开")]
    found = imported([heads, *rows])
    right = {"natural_person": 3, "research": 1, "total": 4}
    assert not [
        key
        for key, value in found.values.items()
        if found.states[key] is not ImportState.DOUBTFUL and value != right.get(key.rpartition(".")[2], 0)
    ]


@pytest.mark.parametrize("between", ["\t", " | "])
def test_in_lines_a_head_of_the_offices_own_between_the_forms_leaves_the_columns_open(between: str) -> None:
    heads = (*HEADS[:6], "其他机构", *HEADS[6:])
    rows = [
        ("（一）予以公开", *["", "1", "", "", "", "0", "", "1"]),
        ("（二）部分公开", *["2", "", "", "", "", "0", "3", "5"]),
    ]
    text = "\n".join(between.join(row) for row in (heads, *rows))
    right = {"applications.granted.enterprise": 1, "applications.granted.total": 1}
    assert not wrong(find(FORM, FORM.table("applications"), lines(text)), right)
