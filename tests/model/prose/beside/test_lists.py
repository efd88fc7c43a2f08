"""Lists of parts: the row or column of table 三 that they hang on."""

import pytest

from model.prose.claim import Kind
from tests.model.prose.telling import claims

PERSONS, COMPANIES, BODIES = "自然人申请数", "商业企业申请数", "法人或其他组织申请数"


def readings(text: str, words: str) -> tuple[tuple[str, ...], ...]:
    """What the number told in some words of a text may be."""
    (found,) = [claim for claim in claims(text) if claim.words == words and claim.quantity.unit == "件"]
    return found.readings


@pytest.mark.parametrize(
    "text",
    [
        "不予公开7件，其中自然人6件。",
        "政府信息公开申请不予公开7件（自然人6件）。",
        "不予公开的7件中，自然人6件。",
        "不予公开的申请中，自然人6件。",
        "收到政府信息公开申请30件（不予公开7件，占23.3%（其中自然人6件））。",
    ],
)
def test_applicants_of_a_row_are_its_cell(text: str) -> None:
    assert readings(text, "自然人6件") == ((f"不予公开数×{PERSONS}",),)


@pytest.mark.parametrize("row", ["上年结转申请数", "结转下年度申请数", "部分公开数"])
def test_every_row_has_applicants(row: str) -> None:
    name = {"上年结转申请数": "上年结转", "结转下年度申请数": "结转下年度", "部分公开数": "部分公开"}[row]
    text = f"政府信息公开申请{name}7件，其中自然人5件，法人或其他组织2件。"
    assert readings(text, "法人或其他组织2件") == ((f"{row}×{BODIES}",),)


def test_results_of_a_column_are_its_cells() -> None:
    assert readings("商业企业申请9件，其中予以公开4件。", "予以公开4件") == ((f"予以公开数×{COMPANIES}",),)


def test_a_list_may_go_on_behind_a_half_stop_or_have_ended() -> None:
    text = "收到政府信息公开申请30件。不予公开7件，其中自然人6件；商业企业1件。"
    assert readings(text, "商业企业1件") == ((f"不予公开数×{COMPANIES}",), (COMPANIES,))


def test_a_list_may_have_ended_where_something_else_is_told() -> None:
    text = "不予公开7件，其中自然人6件，无法提供3件，自然人申请21件。"
    assert (PERSONS,) in readings(text, "自然人申请21件")


def test_parts_of_what_came_are_the_whole_column() -> None:
    assert readings("收到政府信息公开申请30件，其中自然人21件。", "自然人21件") == ((PERSONS,),)


def test_where_it_is_open_what_a_list_hangs_on_all_is_admitted() -> None:
    text = "收到政府信息公开申请30件，上年结转2件，其中自然人22件。"
    carried = f"上年结转申请数×{PERSONS}"
    assert set(readings(text, "自然人22件")) == {
        (carried,),
        (PERSONS,),
        (f"收到申请总数×{PERSONS}", carried),
    }


def test_in_a_sentence_of_its_own_a_list_may_go_on_with_all() -> None:
    text = "收到政府信息公开申请30件，不予公开7件。其中，自然人21件。"
    assert (PERSONS,) in readings(text, "自然人21件")


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请30件，其中网上申请12件（自然人9件）。",
        "征地补偿类申请21件，其中自然人9件。",
    ],
)
def test_applicants_of_a_part_that_has_no_row_are_no_claim(text: str) -> None:
    assert [claim for claim in claims(text) if claim.code == "N11"] == []


def test_results_of_those_answered_of_what_came_in_are_at_most_all() -> None:
    found = claims("全年受理政府信息公开申请226件，其中224件已答复，其中予以公开67件、部分公开8件。")
    assert [(claim.words, claim.kind) for claim in found][-2:] == [
        ("予以公开67件", Kind.AT_MOST),
        ("部分公开8件", Kind.AT_MOST),
    ]


def test_what_an_office_calls_a_result_is_told_amid_others() -> None:
    found = claims(
        "受理政府信息公开申请17件，其中：属于公开范围5件，公开答复4件，不予公开3件，结转下年度5件。"
    )
    assert {"属于公开范围5件", "不予公开3件", "结转下年度5件"} <= {claim.words for claim in found}
