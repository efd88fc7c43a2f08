"""Applications that are only counted, and of which the words behind the number say what need not hold of all."""

import pytest

from model.prose.words.codes import APPLICANT, RECEIVED
from tests.model.prose.telling import RECEIVED as RECEIVED_FIELD
from tests.model.prose.telling import claims, told


@pytest.mark.parametrize(
    "text",
    [
        "信息公开申请11件涉及征地，9件涉及规划。",
        "信息公开申请26件来自本地居民，4件来自外地企业。",
        "信息公开申请26件由本地居民提出。",
        "政府信息公开申请11件属于征地类。",
        "信息公开申请11件与征地有关，19件与其他事项有关。",
        "信息公开申请20件内容明确，10件需要补正。",
        "信息公开申请22件集中在上半年，8件集中在下半年。",
        "依申请公开18件走网络渠道，12件走线下渠道。",
    ],
)
def test_applications_counted_by_what_they_are_about_are_some(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "信息公开申请30件全部涉及征地。",
        "信息公开申请30件均由自然人提出。",
        "信息公开申请30件无一超期。",
        "信息公开申请30件，运行平稳。",
    ],
)
def test_what_is_said_of_each_leaves_the_number_that_of_all(text: str) -> None:
    assert [claim.code for claim in claims(text)] == [RECEIVED]


@pytest.mark.parametrize(
    "behind", ["主要来自自然人", "多为自然人提出", "以自然人为主", "大多数为自然人", "绝大部分由公民个人提出"]
)
def test_what_holds_of_most_is_not_what_the_number_counts(behind: str) -> None:
    assert told(f"信息公开申请30件{behind}。") == [(RECEIVED_FIELD, 30)]


def test_whom_a_number_names_before_it_is_told_whatever_they_are_among_all() -> None:
    assert [claim.code for claim in claims("收到信息公开申请30件，其中自然人26件居多。")] == [
        RECEIVED,
        APPLICANT,
    ]
