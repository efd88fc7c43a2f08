"""What stands beside a number may leave open what it tells: then it tells nothing."""

import pytest

from tests.model.prose.telling import told


@pytest.mark.parametrize(
    "text",
    [
        "县政府及部门现行有效规范性文件合计128件，其中县政府50件。",
        "全县制发规范性文件45件，其中，县政府18件、县直部门27件。",
        "全县废止规范性文件21件（县政府7件、部门14件）。",
    ],
)
def test_which_body_of_several_the_tables_count_is_open(text: str) -> None:
    assert told(text) == []


def test_what_is_done_with_the_first_of_a_row_is_done_with_all_of_it() -> None:
    assert told("公示行政许可57件、行政处罚14件。") == []


def test_how_papers_are_marked_is_no_result() -> None:
    assert told("主动公开类560件、依申请公开512件、不予公开208件。") == []
