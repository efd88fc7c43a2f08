"""Disputes by whom they were brought against."""

import pytest

from model.prose.reckoned.figures import rows
from model.rules.told.families import Tables
from model.rules.told.told_by_parties import wrong_by_parties
from tests.model.drafts import case

_CELLS = {
    "disputes.review.upheld": "36",
    "disputes.review.corrected": "11",
    "disputes.direct_suit.upheld": "20",
}


def doubted(text: str) -> list[str]:
    """What is reckoned of a sentence on 47 reviews and 20 suits."""
    tables = Tables.of(case(2023, _CELLS, {}).report)
    (row,) = rows(text)
    return [doubt.says for doubt in wrong_by_parties(row, tables)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "复议47件，纠错11件；以县政府为被申请人的5件，以部门为被申请人的17件，以乡镇为被申请人的24件。",
            "5＋17＋24＝46，上文是 47",
        ),
        ("诉讼20件，其中县政府作为被告5件、部门和乡镇作为被告51件。", "5＋51＝56，上文是 20"),
    ],
)
def test_parties_that_a_slip_parts_from_all(text: str, says: str) -> None:
    assert doubted(text) == [says]


@pytest.mark.parametrize(
    "text",
    [
        "复议47件，以县政府为被申请人的6件，以部门为被申请人的17件，以乡镇为被申请人的24件。",
        "诉讼20件，其中县政府作为被告5件、部门和乡镇作为被告15件。",
        "诉讼20件，其中县政府作为被告5件、住建局作为被告14件。",
        "复议30件，以县政府为被申请人的5件，以部门为被申请人的17件，以乡镇为被申请人的24件。",
        "复议47件，县政府维持5件、部门维持17件。",
    ],
)
def test_what_adds_up_or_may_be_some(text: str) -> None:
    assert doubted(text) == []
