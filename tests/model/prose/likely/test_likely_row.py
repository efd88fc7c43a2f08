"""What was told in a sentence leaves for its next number."""

from model.prose.likely.likely_claims import Heard
from model.prose.likely.likely_row import Row
from model.prose.likely.likely_window import Spoken, Window
from model.prose.likely.likely_words import Key
from model.prose.words.lexing import tokens_of
from model.prose.words.tokens import Words


def tokens(words: str) -> Words:
    """The words of a sentence."""
    return tokens_of(words, 2024)


def window(words: str) -> Window:
    """What words on applications tell."""
    return Window(Spoken(2024, "application")).take_all(tokens(words))


def heard(name: str) -> Heard:
    """What is told of applications by a name."""
    found = Heard.of((Key("application", name),))
    assert found is not None
    return found


def row_of(*names: str) -> Row:
    """A row in which this was told of applications."""
    row = Row()
    for name in names:
        row.add(heard(name))
    return row


def test_the_numbers_of_the_sentence_before_stay_until_one_is_heard() -> None:
    row = row_of("received")
    row.grow_old()
    assert (len(row.heard), row.here) == (1, [])
    row.add(heard("granted"))
    assert row.heard == row.here == [heard("granted")]


def test_numbers_dealt_out_take_the_words_in_their_order() -> None:
    row, after = Row(), tokens("、3件")
    first, second = window("予以公开、不予公开分别为"), window("")
    row.deal_out(first, after)
    row.deal_out(second, [])
    assert [one.keys[-1][0].name for one in (first, second)] == ["granted", "refused"]


def test_numbers_behind_shares_take_the_words_of_these() -> None:
    row = Row()
    for words in ("予以公开", "部分公开"):
        row.share_of(window(""), window(words).keys, ())
    counted = window("件数为")
    row.deal_out(counted, tokens("、3件"))
    assert counted.keys == [(Key("application", "granted"),)]


def test_changes_dealt_out_are_of_the_last_numbers() -> None:
    row = row_of("received", "granted", "refused")
    changed = window("比上年分别增加")
    assert row.changing(changed, tokens("、减少3件")) == heard("granted")


def test_columns_of_a_row_are_not_what_was_received() -> None:
    row = row_of("handled")
    row.look_at(tokens("办结"), among=False)
    row.look_at(tokens("（自然人"), among=False)
    assert row.fitting(window("自然人")) == ()


def test_others_are_a_result_only_behind_results() -> None:
    others = (Key("application", "other_handling"),)
    assert row_of("granted").fitting(window("其他处理")) == others
    assert row_of("enterprise").fitting(window("其他处理")) == ()


def test_what_came_of_one_kind_is_told_of_that_kind() -> None:
    assert row_of("received").fitting(window("自然人新收")) == (Key("application", "natural_person"),)


def test_an_office_that_took_in_is_not_who_applied() -> None:
    assert row_of("received").fitting(window("企业收到")) == (Key("application", "received"),)


def test_what_one_kind_was_answered_is_no_number_of_those_that_came() -> None:
    assert row_of("received").fitting(window("答复企业")) == ()
    assert row_of("received").fitting(window("企业办结")) == ()


def test_what_came_in_one_way_is_not_all_that_came() -> None:
    assert row_of("granted").fitting(window("通过申请系统收到")) == ()
    assert row_of("granted").fitting(window("通过加强培训,收到")) == (Key("application", "received"),)
