"""What examples before 等 mean: of decisions, and of those who applied."""

from tests.model.prose.telling import kinds, told


def test_deeds_among_examples_of_decisions_are_only_words_of_these() -> None:
    assert kinds("办理组织登记等行政许可3件")["登记"] == ("unknown", "")
    assert kinds("办理组织登记3件")["登记"] == ("deed", "foreign")


def test_what_is_done_with_the_decisions_is_no_example() -> None:
    assert kinds("办理登记等行政许可3件")["办理"] == ("action", "processed")


def test_all_decisions_of_the_kind_are_counted_behind_examples() -> None:
    assert told("全年组织登记等行政许可3件。") == [("行政许可数", 3)]


def test_examples_of_who_applied_say_nothing_more_than_their_kind() -> None:
    text = "收到政府信息公开申请30件，其中农村居民等自然人24件、企业6件。"
    assert ("自然人申请数", 24) in told(text)
    assert kinds("农村居民等自然人24件")["农村居民"] == ("filler", "count")
    assert kinds("农村居民等申请24件")["农村居民"] != ("filler", "count")
