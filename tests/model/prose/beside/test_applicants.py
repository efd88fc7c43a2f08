"""Who applied: kinds of applicants beside each other, and the others behind them."""

import pytest

from tests.model.prose.telling import claims, told

ENTERPRISE, LEGAL = "商业企业申请数", "法人或其他组织申请数"
COLUMNS = ("商业企业申请数", "科研机构申请数", "社会公益组织申请数", "法律服务机构申请数", "其他组织申请数")


def readings(text: str, number: int) -> tuple[tuple[str, ...], ...]:
    """What the number of applicants in a text may be."""
    (found,) = [claim for claim in claims(text) if claim.code == "N11" and claim.quantity.low == number]
    return found.readings


def test_a_company_alone_may_be_all_that_are_no_persons() -> None:
    assert readings("收到政府信息公开申请9件，其中自然人6件、企业3件。", 3) == ((ENTERPRISE,), (LEGAL,))


def test_a_company_beside_other_kinds_is_one_of_them() -> None:
    words = "收到政府信息公开申请10件，其中自然人6件、企业3件、律师事务所1件。"
    assert readings(words, 3) == ((ENTERPRISE,),)


def test_companies_whose_number_is_dealt_out_are_the_same() -> None:
    words = "收到政府信息公开申请10件，自然人、企业、法律服务机构申请分别为6件、3件、1件。"
    assert readings(words, 3) == ((ENTERPRISE,),)
    assert readings("收到政府信息公开申请9件，自然人、企业申请分别为6件、3件。", 3) == (
        (ENTERPRISE,),
        (LEGAL,),
    )


def test_others_behind_kinds_are_a_column_or_all_that_are_not_told() -> None:
    words = "收到政府信息公开申请12件，其中自然人5件，商业企业4件，科研机构1件，其他2件。"
    assert readings(words, 2) == ((COLUMNS[4],), COLUMNS[2:])


@pytest.mark.parametrize("opening", ["申请人构成：", "从申请主体看，", "按申请人分："])
def test_a_paragraph_may_go_on_with_who_applied(opening: str) -> None:
    text = f"全年收到政府信息公开申请12件。\n{opening}自然人7件，法人或其他组织5件。"
    assert told(text)[1:] == [("自然人申请数", 7), (LEGAL, 5)]


def test_persons_and_bodies_that_did_not_apply_are_none_of_the_tables() -> None:
    before = (
        "全年收到政府信息公开申请12件，都在规定的期限内答复，没有超过期限的情况，申请的内容多为征地补偿。"
    )
    assert told(f"{before}\n帮扶自然人7件，法人或其他组织5件。")[1:] == []


@pytest.mark.parametrize(
    "text",
    [
        "其中企业4件，律师事务所1件，其他3件。",
        "收到政府信息公开申请12件，其中自然人4件，商业企业4件，高校1件，其他3件。",
    ],
)
def test_where_a_kind_was_not_understood_the_others_are_open(text: str) -> None:
    assert 3 not in [claim.quantity.low for claim in claims(text)]


def test_where_bodies_end_and_other_organisations_begin_is_open() -> None:
    text = "收到政府信息公开申请12件，其中自然人7件，法人4件，其他组织1件。"
    assert told(text)[1:] == [("自然人申请数", 7)]


def test_a_list_of_its_own_has_its_own_others() -> None:
    text = "予以公开9件，其中自然人5件，商业企业2件，其他2件；不予公开4件，其中自然人2件，律师事务所1件，其他1件。"
    (last,) = [claim for claim in claims(text) if claim.words == "其他1件"]
    assert last.readings[0] == ("不予公开数×其他组织申请数",)
    assert "不予公开数×商业企业申请数" in last.readings[1]


def test_applicants_counted_by_head_are_no_applications() -> None:
    assert [
        claim for claim in claims("31件政府信息公开申请涉及自然人24人、企业5家。") if claim.code == "N11"
    ] == []


def test_legal_persons_alone_may_be_companies_or_all_that_are_no_persons() -> None:
    text = "收到政府信息公开申请98件，其中自然人申请86件、法人申请9件。"
    (legal,) = [claim for claim in claims(text) if claim.quantity.low == 9]
    assert legal.readings == (("法人或其他组织申请数",), ("商业企业申请数",))


def test_applicants_told_together_with_strangers_are_open() -> None:
    came = [claim.readings for claim in claims("收到自然人、港澳居民政府信息公开申请30件。")]
    assert (("自然人申请数",),) not in came
    (both,) = claims("收到自然人、商事主体政府信息公开申请30件。")
    assert both.readings == (("自然人申请数", "商业企业申请数"),)


@pytest.mark.parametrize(
    "text",
    [
        "共有26名公民、4家企业向我局提出信息公开申请30件。",
        "26名自然人和4家企业提交了30件信息公开申请。",
        "共有26位公民、4家企业申请信息公开30件。",
        "（二）依申请公开。6名律师提交申请9件。",
    ],
)
def test_what_those_counted_one_after_another_sent_in_is_not_the_last_ones(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    "told", ["7件政府信息公开申请来自科研机构和律师事务所", "政府信息公开申请7件均由科研机构、律师事务所提出"]
)
def test_kinds_named_behind_a_number_are_counted_together(told: str) -> None:
    readings = [claim.readings for claim in claims(f"{told}。")]
    assert (("科研机构申请数",),) not in readings
    assert (("法律服务机构申请数",),) not in readings


def test_beside_a_kind_that_is_not_known_it_is_open_whose_they_are() -> None:
    assert claims("9件政府信息公开申请来自科研机构、某类团体和律师事务所。") == []


@pytest.mark.parametrize("who", ["1名申请人提交申请6件", "3名申请人共提出申请21件"])
def test_what_a_few_sent_in_is_not_all_that_came(who: str) -> None:
    assert claims(f"（二）依申请公开。{who}。") == []
