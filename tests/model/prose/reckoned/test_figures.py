"""The numbers of a sentence, with what stands between them."""

from decimal import Decimal

from model.prose.reckoned.figures import groups, rows


def values(text: str) -> list[list[int]]:
    """The numbers of each sentence."""
    return [[int(figure.value) for figure in row.figures] for row in rows(text)]


def test_each_sentence_is_a_row() -> None:
    assert values("收到申请12件；办结11件，其中公开9件。没有数。制发文件两件、废止1件。") == [
        [12, 11, 9],
        [2, 1],
    ]


def test_numbers_count_in_any_unit_or_in_none() -> None:
    assert values("参训61人，诉讼8起（维持5、其他1、未结2）。") == [[61, 8, 5, 1, 2]]
    assert values("2024年第3次会议于5月召开，约40件。") == [[3]]


def test_a_number_knows_the_words_around_it_and_its_place() -> None:
    text = "办结 11 件，（其中）公开９件予以邮寄，其他2件。"
    (row,) = rows(text)
    handled, granted, other = row.figures
    assert (handled.own, granted.own, granted.after, other.before) == (
        "办结",
        "公开",
        "予以邮寄",
        "予以邮寄,其他",
    )
    assert text[granted.start : granted.end] == "９件"


def test_behind_a_bracket_the_words_go_on() -> None:
    (row,) = rows("无法提供9件，多数（7件）系本局不掌握。")
    assert (row.figures[1].after, row.figures[1].depth) == ("系本局不掌握", 1)


def test_numbers_stand_together_in_brackets_between_semicolons_and_in_the_sentence() -> None:
    (row,) = rows("收到申请9件；诉讼4起（维持3起、未结1起），复议2起。")
    together = [[int(figure.value) for figure in group] for group in groups(row)]
    assert together == [[4, 3, 1], [4, 3, 1, 2], [9, 4, 3, 1, 2]]


def test_the_number_of_an_item_is_none_of_its_numbers() -> None:
    (row,) = rows("1、受理26件，当面2件。")
    assert [int(figure.value) for figure in row.figures] == [26, 2]


def test_a_share_counts_nothing() -> None:
    (row,) = rows("公开9件，占45.0%。")
    assert [(figure.value, figure.counts) for figure in row.figures] == [
        (Decimal(9), True),
        (Decimal("45.0"), False),
    ]
