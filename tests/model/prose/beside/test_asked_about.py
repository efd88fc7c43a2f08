"""What applications ask about is no count of decisions."""

import pytest

from tests.model.prose.telling import told

PENALTIES = "行政处罚数"


@pytest.mark.parametrize(
    "text",
    [
        "从申请内容看，投诉处理类30件、行政处罚类18件。",
        "收到申请85件，主要涉及行政许可30件、行政处罚18件。",
        "申请集中在两方面：一是行政许可30件；二是行政处罚18件。",
        "申请热点：项目审批38件，行政处罚18件。",
    ],
)
def test_decisions_that_applications_ask_about_are_not_counted(text: str) -> None:
    assert PENALTIES not in [name for name, _ in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "从申请内容看，征收类30件；作出行政处罚18件。",
        "申请热点：项目审批38件。行政处罚18件。",
        "行政处罚18件。申请内容涉及拆迁的3件。",
    ],
)
def test_those_that_were_made_are(text: str) -> None:
    assert (PENALTIES, 18) in told(text)
