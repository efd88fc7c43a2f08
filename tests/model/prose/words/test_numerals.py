"""Numbers as official prose writes them."""

from decimal import Decimal

import pytest

from model.prose.passages import squeezed
from model.prose.words.numerals import quantities


def only(text: str) -> tuple[str, str, str]:
    (quantity,) = quantities(squeezed(text).words)
    return str(quantity.low), str(quantity.high), quantity.unit


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("收到134件", "134", "件"),
        ("收到 134 件", "134", "件"),
        ("收到１３４件", "134", "件"),
        ("收到3,119件", "3119", "件"),
        ("收到3，119件", "3119", "件"),
        ("占44.7%", "44.7", "%"),
        ("占44.7％", "44.7", "%"),
        ("收取3940元", "3940", "元"),
        ("收到十二件", "12", "件"),
        ("收到一百零三件", "103", "件"),
        ("收到两件", "2", "件"),
        ("剩余三件", "3", "件"),
        ("其余十二件", "12", "件"),
    ],
)
def test_an_exact_number(text: str, value: str, unit: str) -> None:
    assert only(text) == (value, value, unit)


@pytest.mark.parametrize(
    ("text", "fits", "fits_not"),
    [
        ("公开300余条", (300, 301, 399), (299, 400)),
        ("公开5500余条", (5500, 5599), (5499, 5600)),
        ("公开12多条", (12,), (11, 13)),
        ("公开约300条", (270, 300, 330), (269, 331)),
        ("公开近300条", (270, 300), (301,)),
        ("公开超过300条", (300, 330), (299,)),
        ("公开1.2万条", (11500, 12000, 12500), (11499, 12501)),
        ("公开3万余条", (30000, 39999), (29999, 40000)),
        ("公开近两百份", (180, 200), (179, 201)),
        ("公开约二十份", (18, 22), (17, 23)),
        ("公开超过三十份", (30, 33), (29, 34)),
    ],
)
def test_a_rounded_number_fits_what_it_can_mean(
    text: str, fits: tuple[int, ...], fits_not: tuple[int, ...]
) -> None:
    (quantity,) = quantities(text)
    assert all(quantity.fits(value) for value in fits)
    assert not any(quantity.fits(value) for value in fits_not)


def test_a_blank_cell_fits_nothing() -> None:
    (quantity,) = quantities("收到0件")
    assert quantity.fits(0)
    assert quantity.fits(Decimal(0))
    assert not quantity.fits(None)


@pytest.mark.parametrize(
    "text",
    ["电话0517-83605210", "第3号", "2024年3月", "一事一议", "A12件", "第十二件事", "12-15件", "3.14.15件"],
)
def test_what_is_no_number_of_things(text: str) -> None:
    assert list(quantities(text)) == []


@pytest.mark.parametrize("words", ["一件一档", "一件一策", "一案一件", "一人一份"])
def test_one_for_each_is_no_number(words: str) -> None:
    assert list(quantities(f"严格按{words}归档")) == []


@pytest.mark.parametrize("words", ["诉讼一件一审败诉", "公开一件一并答复", "复议一件一起办结"])
def test_one_with_another_word_that_begins_so_is_a_number(words: str) -> None:
    assert [quantity.low for quantity in quantities(words)][:1] == [1]


def test_one_after_one_are_numbers() -> None:
    assert [quantity.low for quantity in quantities("复议一件、诉讼一件")] == [1, 1]


@pytest.mark.parametrize(
    "words",
    [
        "数十件",
        "几十件",
        "好几十份",
        "上百件",
        "近百件",
        "成百上千件",
        "数千份",
        "几百起",
        "两三件",
        "三五件",
        "十五六件",
    ],
)
def test_about_how_many_there_are_is_no_number(words: str) -> None:
    assert list(quantities(f"办理{words}")) == []


@pytest.mark.parametrize(
    ("words", "value"), [("以上十二件", 12), ("一百件", 100), ("一千二百件", 1200), ("十件", 10)]
)
def test_a_round_number_told_in_full_is_exact(words: str, value: int) -> None:
    (quantity,) = quantities(f"办理{words}")
    assert quantity.low == quantity.high == value


def test_places_are_those_of_the_text() -> None:
    text = "收到12件，办结10件"
    assert [text[quantity.start : quantity.end] for quantity in quantities(text)] == ["12件", "10件"]


def test_spaces_that_a_page_scatters_do_not_matter() -> None:
    plain = squeezed("2024 年 收到 1 3 件")
    assert plain.words == "2024年收到13件"
    assert [plain.place(index) for index in (0, 4, 7, 8)] == [0, 5, 10, 12]


@pytest.mark.parametrize("words", ["38.44万元", "38.4万元", "38.441094万元"])
def test_an_amount_may_be_told_rounded(words: str) -> None:
    (quantity,) = quantities(words)
    assert quantity.fits(Decimal("38.441094"))


@pytest.mark.parametrize("words", ["38.45万元", "38.43万元", "38.5万元", "38.441095万元", "39万元", "38万元"])
def test_another_amount_than_the_rounded_one_does_not_fit(words: str) -> None:
    (quantity,) = quantities(words)
    assert not quantity.fits(Decimal("38.441094"))


def test_an_amount_told_finer_than_the_tables_is_another() -> None:
    (quantity,) = quantities("38.441094万元")
    assert not quantity.fits(Decimal("38.44"))
