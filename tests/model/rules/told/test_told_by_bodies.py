"""What an office and the bodies under it tell, each in a clause of its own."""

import pytest

from model.prose.reckoned.figures import rows
from model.rules.told.families import Tables, known_in
from model.rules.told.told_by_bodies import wrong_by_bodies
from tests.model.drafts import case

_CELLS = {
    "applications.received.natural_person": "20",
    "applications.granted.natural_person": "9",
    "applications.unavailable_not_held.natural_person": "7",
    "applications.declined_petition.natural_person": "4",
}
_TEXT = "政府新收申请公开8件，予以公开5件，无法提供3件；部门新收申请公开12件，予以公开4件，无法提供4件，不予处理4件。"


def doubted(text: str) -> list[str]:
    """What is reckoned of clauses that do not make up the tables' numbers."""
    tables = Tables.of(case(2023, _CELLS, {}).report)
    (row,) = rows(text)
    return [doubt.says for doubt in wrong_by_bodies(row, known_in(row.words, tables))]


def test_clauses_that_make_up_the_tables() -> None:
    assert doubted(_TEXT) == []


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ("新收申请公开12件", "新收申请公开21件", "8＋21＝29，表格是 20"),
        ("予以公开5件", "予以公开6件", "6＋4＝10，表格是 9"),
        ("不予处理4件", "不予处理1件", "1＝1，表格是 4"),
    ],
)
def test_the_one_part_that_they_do_not_make_up(right: str, wrong: str, says: str) -> None:
    assert doubted(_TEXT.replace(right, wrong)) == [says]


def test_clauses_of_nobody_or_of_one_body_are_not_added_up() -> None:
    assert doubted(_TEXT.replace("部门新收", "全年新收").replace("不予处理4件", "不予处理1件")) == []
