"""Shares of two years and how far they are apart."""

from decimal import Decimal

from model.prose.reckoned.figures import rows
from model.rules.told.families import Tables, known_in
from model.rules.told.shares_of_last import wrong_points_since, wrong_shares_of_last
from tests.model.drafts import case

_CELLS = {
    "disputes.review.upheld": "11",
    "disputes.review.corrected": "4",
    "disputes.review.pending": "5",
}


def test_a_share_of_last_year_that_is_a_slip_away() -> None:
    last = {"行政复议纠正数": Decimal(3), "行政复议总数": Decimal(16)}
    tables = Tables.of(case(2023, _CELLS, {}).report)
    for told, found in (("18.8", []), ("81.8", ["上年的占比算得 18.8%"])):
        (row,) = rows(f"复议纠正占20.0%，上年为{told}%。")
        families = known_in(row.words, tables)
        shares = wrong_shares_of_last(row.figures, families, tables, last.get)
        assert [one.says for one in shares] == found


def test_points_since_last_year_that_are_a_slip_away() -> None:
    last = {"行政复议纠正数": Decimal(3), "行政复议总数": Decimal(16)}
    tables = Tables.of(case(2023, _CELLS, {}).report)
    for told, found in (
        ("高1.3", []),
        ("上升1.2", []),
        ("高3.1", ["按两年的表格算得 1.3 个百分点"]),
        ("高12.0", []),
    ):
        (row,) = rows(f"复议纠正占20.0%，比上年{told}个百分点。")
        points = wrong_points_since(row.figures, known_in(row.words, tables), tables, last.get)
        assert [one.says for one in points] == found
