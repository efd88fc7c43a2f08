"""Words that tell of a row and a column at once, against the cell of table 三 where they cross."""

import pytest

from model.check import check
from model.findings import Finding
from tests.model.drafts import OVERVIEW, case

CELLS = {
    "natural_person": {
        "received": 23, "carried_in": 2, "granted": 9, "partial": 4, "refused_third_party": 3,
        "refused_process_information": 1, "unavailable_not_held": 4, "declined_repeat": 1, "carried_out": 3,
    },
    "enterprise": {
        "received": 6, "carried_in": 1, "granted": 3, "refused_third_party": 2, "unavailable_not_held": 1,
        "carried_out": 1,
    },
    "legal_service": {"received": 2, "partial": 2},
    "nonprofit": {"received": 1, "granted": 1},
}  # fmt: skip


def against(words: str) -> list[Finding]:
    """What is found in words on numbers, beside the table above."""
    cells = {f"applications.{row}.{who}": str(n) for who, rows in CELLS.items() for row, n in rows.items()}
    found = check(case(2023, cells, {"overview": f"{OVERVIEW}\n{words}"})).findings
    return [finding for finding in found if finding.code.startswith("N")]


@pytest.mark.parametrize(
    "words",
    [
        "不予公开6件，其中自然人申请4件、企业申请2件。",
        "予以公开13件（自然人9件、商业企业3件、社会公益组织1件），占办结总数的41.9%。",
        "予以公开的13件中，自然人9件，占69.2%，法人或其他组织4件，占30.8%。",
        "上年结转3件，其中自然人2件，商业企业1件；本年新收32件，其中自然人23件，法人或其他组织9件。",
        "结转下年度继续办理4件，其中自然人3件，企业1件。",
        "自然人申请23件，其中予以公开9件、部分公开4件、不予公开4件。",
        "商业企业申请6件，占18.8%（其中予以公开3件，占50%）。",
        "法人或其他组织9件，占28.1%（其中商业企业6件、占66.7%，法律服务机构2件、占22.2%，其他1件、占11.1%）。",
        "法人或其他组织9件。其中企业6件，律师事务所2件，其他1件。",
        "新收政府信息公开申请32件，其中自然人23件，企业6件，律所2件，其他1件。",
        "新收政府信息公开申请32件，其中自然人23件，法人8件，其他组织1件。",
        "自然人和企业申请合计29件。",
        "自然人与企业提出的申请共32件。",
        "除自然人外的申请9件。",
        "非自然人申请9件。",
        "公开类19件（予以公开13件、部分公开6件），非公开类12件。",
        "公开类19件，其中自然人13件，法人或其他组织6件。",
        "全部或部分公开19件，占61.3%。",
        "予以公开13件，部分公开6件，其中自然人13件，企业3件。",
        "收到32件，上年结转3件，其中自然人25件，企业7件。",
        "32件申请涉及自然人20人、企业5家。",
        "网上申请21件（自然人15件、企业6件），信函申请11件（自然人8件、企业3件）。",
        "不予公开6件（第三方合法权益5件，其中自然人3件、企业2件；过程性信息1件）。",
        "予以公开的13件申请，自然人9件，商业企业3件。",
        "结转下年度4件（自然人3件，占75%；商业企业1件，占25%）。",
        "自然人申请23件，办结22件，结转下年度3件。",
        "上年结转政府信息公开申请3件，其中予以公开2件、无法提供1件。",
        "上年结转的3件中，予以公开2件，部分公开1件。",
        "其中自然人申请4件被不予公开。",
        "不予公开6件，占19.4%，主要为第三方合法权益5件、占不予公开的83.3%。",
        "办结31件（自然人22件、商业企业6件、法律服务机构2件、社会公益组织1件）。",
    ],
)
def test_right_words_on_cells_are_left_in_peace(words: str) -> None:
    assert [(finding.code, finding.message) for finding in against(words)] == []


@pytest.mark.parametrize(
    ("words", "cells"),
    [
        ("部分公开6件，其中自然人5件。", ["applications.partial.natural_person"]),
        ("政府信息公开申请上年结转3件（自然人1件）。", ["applications.carried_in.natural_person"]),
        ("商业企业申请6件，其中予以公开4件。", ["applications.granted.enterprise"]),
    ],
)
def test_wrong_words_on_a_cell_are_found_at_it(words: str, cells: list[str]) -> None:
    (found,) = against(words)
    assert list(found.cells) == cells


def test_persons_and_companies_told_together_are_their_sum_or_all() -> None:
    (found,) = against("自然人和企业申请合计30件。")
    assert found.code == "N11"


def test_a_row_of_several_is_named_in_the_words_of_the_form() -> None:
    (found,) = against("不予公开6件，其中自然人申请5件。")
    assert "（三）不予公开”自然人（4）" in found.message


def test_a_share_of_a_cell_is_told_in_the_words_of_the_form() -> None:
    (found,) = against("予以公开13件，其中自然人9件，占72%。")
    assert "×" not in found.message
