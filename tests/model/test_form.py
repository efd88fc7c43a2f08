"""A form answers for its tables, sections and cells."""

import pytest

from model.form_file import load_form

FORM = load_form("2021")


def test_cells_stand_in_printed_order_under_keys_of_table_row_and_column() -> None:
    keys = list(FORM.cells)
    assert keys[0] == "disclosure.regulations.issued"
    assert keys[10] == "applications.received.natural_person"
    assert keys[-1] == "disputes.suit_after_review.total"
    assert all(key == f"{cell.table.id}.{cell.row.id}.{cell.column.id}" for key, cell in FORM.cells.items())


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("applications.granted.natural_person", "自然人·予以公开"),
        ("applications.received.other", "其他·一、本年新收政府信息公开申请数量"),
        ("disclosure.licences.decisions", "行政许可·本年处理决定数量"),
        ("disputes.direct_suit.pending", "行政诉讼·未经复议直接起诉·尚未审结"),
    ],
)
def test_a_cell_is_named_in_the_forms_own_words(key: str, name: str) -> None:
    assert FORM.cells[key].name == name


def test_tables_and_sections_are_found_by_their_ids() -> None:
    assert FORM.table("disputes").section == "disputes"
    assert FORM.section("problems").title == "存在的主要问题及改进情况"
    assert [table.id for table in FORM.tables_of("applications")] == ["applications"]
    assert FORM.tables_of("overview") == ()
    for find in (FORM.table, FORM.section):
        with pytest.raises(KeyError):
            find("nowhere")


def test_a_cell_knows_the_identities_it_takes_part_in() -> None:
    codes = [identity.code for identity in FORM.identities_of("applications.granted.natural_person")]
    assert codes == ["T3.1", "T3.2"]
    assert [i.code for i in FORM.identities_of("applications.received.total")] == ["T3.1", "T3.3"]
    assert FORM.identities_of("disclosure.licences.decisions") == ()
