"""What 其他 counts behind results of disputes."""

from tests.model.prose.telling import claims

_OTHER = ("行政复议其他结果数",)


def readings(text: str) -> tuple[tuple[str, ...], ...]:
    return claims(f"政府信息公开行政复议10件，{text}。")[-1].readings


def test_others_may_be_all_that_is_not_told_beside_them() -> None:
    assert readings("维持6件，其他4件") == (_OTHER, ("行政复议纠正数", *_OTHER, "行政复议尚未审结数"))
    assert readings("维持6件，纠正1件，其他3件") == (_OTHER, (*_OTHER, "行政复议尚未审结数"))


def test_others_by_the_name_of_the_row_are_that_row() -> None:
    assert readings("维持6件，其他结果4件") == (_OTHER,)


def test_others_beside_all_results_are_that_row() -> None:
    assert readings("维持6件，尚未审结1件，纠正1件，其他2件") == (_OTHER,)


def test_others_of_one_way_to_court_are_of_that_way() -> None:
    text = "政府信息公开行政诉讼12件，其中直接起诉10件（维持6件、其他4件），复议后起诉2件。"
    (others,) = [claim for claim in claims(text) if claim.quantity.low == 4]
    assert "disputes.direct_suit.pending" in others.readings[-1]
    assert "disputes.suit_after_review.pending" not in others.readings[-1]
