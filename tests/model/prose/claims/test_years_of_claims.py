"""What became of this year's applications is a part where the ends of those carried in are told beside it."""

import pytest

from model.prose.claim import Kind
from model.prose.claims.years_of_claims import tells_ends_of_carried
from model.prose.words.codes import HANDLED, OUTCOME
from tests.model.prose.telling import claims


def kinds(text: str) -> list[Kind]:
    return [claim.kind for claim in claims(f"（二）依申请公开。{text}") if claim.code in (HANDLED, OUTCOME)]


@pytest.mark.parametrize(
    "text",
    [
        "2023年收到的98件中，予以公开45件、部分公开12件；2022年结转的6件中予以公开3件、部分公开1件。",
        "新收98件办结92件，结转上年6件全部办结。",
        "新收98件，办结92件，上年结转6件已于1月办结。",
        "新收申请98件，办结92件；上年遗留6件均已答复。",
        "新收申请98件，予以公开45件；结转上年申请6件，结果为予以公开。",
        "当年新收98件，办结92件。去年结转的6件，全部答复完毕。",
        "本年收到的98件，办结92件；上年结转的6件，予以公开4件、无法提供2件。",
        "上年结转的6件中，予以公开3件；本年新收的98件中，予以公开45件。",
    ],
)
def test_what_became_of_this_years_beside_those_carried_in_is_a_part(text: str) -> None:
    assert kinds(text)[0] is Kind.AT_MOST


def test_a_rate_beside_it_may_be_of_this_years_alone() -> None:
    told = claims("（二）依申请公开。新收98件，办结92件，办结率93.9%；上年结转6件均已办结。")
    share = next(claim for claim in told if claim.kind is Kind.SHARE)
    assert share.whole is not None
    assert ([int(part.low) for part in share.parts], int(share.whole.low)) == ([92], 98)


@pytest.mark.parametrize(
    "text",
    [
        "2023年收到的98件中，予以公开45件、部分公开12件。",
        "新收98件，上年结转6件，办结98件。",
        "新收98件，办结98件，其中上年结转6件全部办结。",
        "新收98件，结转下年6件，办结98件。",
    ],
)
def test_what_is_told_of_all_is_no_part(text: str) -> None:
    assert Kind.AT_MOST not in kinds(text)


def test_the_sum_of_both_years_is_told_of_all() -> None:
    assert kinds("新收98件，办结92件，上年结转6件全部办结。全年共办结98件。")[-1] is Kind.COUNT


def test_more_than_were_carried_in_are_not_those_alone() -> None:
    assert tells_ends_of_carried("上年结转6件，办结6件。")
    assert not tells_ends_of_carried("上年结转6件，办结98件。")


def test_results_that_make_up_what_was_carried_in_are_of_it_alone() -> None:
    assert kinds("上年结转的6件，予以公开4件、无法提供2件，全部办结。")[:2] == [Kind.AT_MOST, Kind.AT_MOST]
    assert kinds("上年结转6件，予以公开48件、无法提供12件。") == [Kind.COUNT, Kind.COUNT]


def test_one_result_of_those_carried_in_is_of_them_where_it_is_told_of_others_too() -> None:
    both = "收到98件，予以公开45件，无法提供12件；上年结转办理{}件，予以公开6件。"
    assert kinds(both.format(6)) == [Kind.AT_MOST, Kind.AT_MOST, Kind.AT_MOST]
    assert kinds(both.format(5)) == [Kind.COUNT, Kind.COUNT, Kind.COUNT]
    assert kinds("收到98件，无法提供12件；上年结转6件，予以公开6件。") == [Kind.COUNT, Kind.COUNT]
