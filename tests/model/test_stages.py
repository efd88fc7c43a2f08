"""A report's stage is one of six, told in words; from the signature on it is protected."""

import pytest

from model.stages import Stage, stage_of


def test_the_stages_are_told_in_the_words_of_the_office_in_their_order() -> None:
    assert [stage.words for stage in Stage] == ["起草", "送审", "退回修改", "已签", "已上报", "已公布"]


def test_from_the_signature_on_a_report_is_signed() -> None:
    assert [stage.signed for stage in Stage] == [False, False, False, True, True, True]


@pytest.mark.parametrize("value", [None, "", "已签", "SIGNED", 3])
def test_what_is_no_stage_is_told_as_none(value: object) -> None:
    assert stage_of(value) is None


def test_a_stage_is_known_by_its_stored_value() -> None:
    assert [stage_of(stage.value) for stage in Stage] == list(Stage)
