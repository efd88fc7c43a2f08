"""What bears out that a number is likely one of the tables'."""

import pytest

from model.rules.told.likely_slips import slips
from tests.model.drafts import applications, case

_CELLS = {
    **applications(260, 258, 0, 2),
    "disclosure.normative_documents.issued": "16",
    "disclosure.normative_documents.repealed": "5",
    "disclosure.normative_documents.in_force": "147",
}


def reasons(text: str, office: str = "甲县乙局") -> list[str]:
    """What bears out each number that is doubted, in a report on 260 applications and 16 documents issued."""
    told = case(2023, _CELLS, {"overview": text}, office)
    return [finding.message.split("；")[-1] for finding in slips(told)]


def test_numbers_around_it_bear_it_out() -> None:
    assert reasons("收到政府信息公开申请260件，自然人260件，还剩3件没有到期。") == [
        "旁边的数都与表格一致，请核对这一处"
    ]


def test_a_share_of_something_else_is_too_far_from_any_that_is_told() -> None:
    assert reasons("收到政府信息公开申请260件，办结258件。全市共6100件，我局占比4.3%。") == []


def test_a_large_number_bears_itself_out_where_it_is_near() -> None:
    assert reasons("全年办出申请257件。") == ["与表格的数只差一点，请核对这一处"]
    assert reasons("全年办出申请285件。") == ["与表格的数只差一点，请核对这一处"]
    assert reasons("全年办出申请310件。") == []


def test_documents_put_before_the_public_are_borne_out_by_other_documents_alone() -> None:
    assert reasons("公开规范性文件17件，废止5件。") == ["旁边的数都与表格一致，请核对这一处"]
    assert reasons("收到政府信息公开申请260件，办结258件，公开规范性文件17件。") == []
    assert reasons("公开规范性文件148件。") == ["与表格的数只差一点，请核对这一处"]
    assert reasons("公开规范性文件147件，新制发16件。") == []


@pytest.mark.parametrize(("words", "doubted"), [("县政府", 1), ("全县", 1), ("县教育局", 0)])
def test_what_may_be_told_of_another_office_needs_more(words: str, doubted: int) -> None:
    text = f"{words}收到政府信息公开申请260件，自然人260件，还剩3件没有到期。"
    assert len(reasons(text, "甲县人民政府办公室")) == doubted
    assert reasons(f"{words}还剩3件没有到期。", "甲县人民政府办公室") == []
