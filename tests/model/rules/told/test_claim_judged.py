"""Where words may be read in several ways, what is found shows the one that comes nearest to the number told."""

import pytest

from model.check import check
from tests.model.drafts import case

CELLS = {
    "applications.received.natural_person": "60",
    "applications.carried_in.natural_person": "4",
    "applications.granted.natural_person": "57",
    "applications.carried_out.natural_person": "7",
}
LAST = {"applications.received.natural_person": "48", "applications.granted.natural_person": "41"}


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("受理政府信息公开申请65件。", "收到申请总数＋上年结转申请数（64）"),
        ("受理政府信息公开申请61件。", "总计（60）"),
        ("收到政府信息公开申请60件，办结57件，其余8件待办。", "“四、结转下年度继续办理”总计（7）"),
        (
            "收到政府信息公开申请60件，上年结转4件，办结57件，办结率90.1%。",
            "收到申请总数＋上年结转申请数（64）＝89.1%",
        ),
        ("收到政府信息公开申请60件，办结57件，办结率96.0%。", "收到申请总数（60）＝95.0%"),
    ],
)
def test_the_reading_that_is_shown_is_the_nearest(words: str, shown: str) -> None:
    (found,) = (f for f in check(case(cells=CELLS, last=LAST, texts={"overview": words})).findings if f.spot)
    assert shown in found.message
