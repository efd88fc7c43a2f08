"""How much of a text is last year's."""

import pytest

from model.prose.repeats import repeated


@pytest.mark.parametrize(
    ("now", "share"),
    [
        ("收到申请12件，办结9件。", 100),
        ("收到申请 1，208 件，办结１９件。", 100),
        ("收到申请\ue000\ue000件，办结9件。", 100),
        ("收到申请12件，开展培训。", 60),
        ("开展培训。", 0),
        ("", 0),
    ],
)
def test_numbers_and_blanks_do_not_count(now: str, share: int) -> None:
    assert repeated(now, "收到申请8件，办结7件。\n网站运行平稳。") == share
