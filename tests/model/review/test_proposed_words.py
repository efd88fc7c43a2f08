"""Words that came back keep the number fields of the words they stand for; several changes of a text are taken at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.number_fields import expand
from model.report import Slot, SlotKind
from model.review.proposals import TextChange
from model.review.proposed_words import rewritten, with_fields
from tests.export.sample import report_of


@pytest.mark.parametrize(
    ("stored", "new", "kept"),
    [
        ("共{收到申请总数}件。", "共72件。", "共{收到申请总数}件。"),
        ("共{收到申请总数}件。", "全年共72件，下同。", "全年共{收到申请总数}件，下同。"),
        ("{收到申请总数}件", "72件", "{收到申请总数}件"),
        ("{收到申请总数}、{收到申请总数}", "72、73", "{收到申请总数}、73"),
        ("{收到申请总数}件{没有的名}", "72件{没有的名}", "{收到申请总数}件{没有的名}"),
        ("没有数字", "没有别的", "没有别的"),
    ],
)
def test_fields_stay_where_their_words_do(stored: str, new: str, kept: str) -> None:
    assert with_fields(report_of(), stored, new) == kept


@given(
    st.lists(
        st.sampled_from(["共", "{收到申请总数}", "件，", "占{予以公开数÷办结申请总数}", "7", "𠮷"]),
        max_size=8,
    ),
    st.text(alphabet="共件，占7216.%𠮷全年", max_size=20),
)
def test_what_is_kept_prints_as_what_was_written(parts: list[str], new: str) -> None:
    report = report_of()
    stored = "".join(parts)
    assert expand(report, with_fields(report, stored, new)) == new
    assert with_fields(report, stored, expand(report, stored)) == stored


def test_changes_of_one_text_do_not_shift_each_other() -> None:
    report = report_of()
    report.set([(Slot(SlotKind.TEXT, "overview"), "一\n二\n三\n四")])
    changes = [
        TextChange("overview", 1, 2, ()),
        TextChange("overview", 2, 2, ("新",)),
        TextChange("overview", 2, 3, ("叁",)),
        TextChange("overview", 4, 4, ("末",)),
    ]
    assert rewritten(report, changes) == (Slot(SlotKind.TEXT, "overview"), "一\n新\n叁\n四\n末")
