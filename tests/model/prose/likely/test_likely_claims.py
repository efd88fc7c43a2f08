"""The claims that numbers likely make."""

from model.prose.likely.likely_claims import Heard, added_up, rate_of
from model.prose.likely.likely_words import Key


def heard(*keys: Key) -> Heard:
    """What the keys tell."""
    found = Heard.of(keys)
    assert found is not None
    return found


def test_several_keys_are_several_readings() -> None:
    told = heard(Key("review", "told"), Key("suit", "told"))
    assert told.readings == (("行政复议总数",), ("行政诉讼总数",))
    assert Heard.of((Key("review", "sung"),)) is None


def test_a_thing_is_counted_in_its_units() -> None:
    asked, decided = heard(Key("application", "told")), heard(Key("fee", "told"))
    assert asked.counts_in("件")
    assert not asked.counts_in("个")
    assert decided.counts_in("万元")
    assert not decided.counts_in("件")


def test_a_total_is_the_sum_of_the_last_numbers() -> None:
    names = ("granted", "partial", "refused")
    row = [heard(Key("application", name)) for name in names]
    assert added_up(row).readings == (
        ("部分公开数", "不予公开数"),
        ("予以公开数", "部分公开数", "不予公开数"),
    )


def test_a_rate_is_one_of_the_disputes_spoken_of() -> None:
    told = rate_of("纠错率", "review")
    assert told is not None
    assert told.readings == (("行政复议纠正数",),)
    assert rate_of("办结率", "application") is None
    assert rate_of("满意率", "review") is None


def test_one_result_of_reviews_and_suits_may_be_that_of_both_together() -> None:
    heard = Heard.of((Key("review", "corrected"), Key("suit", "corrected")))
    assert heard is not None
    assert ("行政复议纠正数", "行政诉讼纠正数") in heard.readings
