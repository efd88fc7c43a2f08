"""Lines are broken as GB/T 15834 wants it, whatever a paragraph holds."""

import random
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.typeset.faces import Style, embedded_faces
from export.typeset.fonts import font_book
from export.typeset.lines import Line, Measure, Span, set_lines
from export.typeset.pages import BODY, CHARACTER, WIDTH

BODY_TEXT = Measure(WIDTH, BODY, CHARACTER, indent=2 * CHARACTER, justified=True)
NEVER_FIRST = "，。、；：？！）》」』】〉”’…—·％"
NEVER_LAST = "（《「『【〈“‘"
WHOLE = re.compile(r"\d[\d,.]*%?|\d{4}年|https?://[!-~]+|[\w.]+@[\w.]+|0\d{2,3}-\d{7,8}", re.ASCII)
PIECES = (
    *("政府信息公开工作取得新的成效", "主动公开", "依申请公开办理结果", "一是", "的", "群众满意"),
    *("《条例》", "《办法》《规程》", "（试行）", "“一件事”", "“放管服”。", "（含“回头看”）", "——", "……", "』」"),
    *("2024年", "3,119件", "99.5%", "12.8％", "2024年12月31日", "第30号", "1.", "（1）", "2345.6万", "8、9月"),
    *("https://www.example.gov.cn/zwgk/2024/index.html?id=3&page=20", "www.example.gov.cn", "zwgk@example.gov.cn"),
    *("0517-83600000", "（0517）83600000", "0517—83600000", "OFD", "PDF格式", "V2.0", "Wi-Fi 6", "，", "。", "；", "：", "、"),
)  # fmt: skip


def broken(text: str, measure: Measure = BODY_TEXT) -> Sequence[Line]:
    return set_lines((Span(text, Style.FANGSONG),), measure, font_book(embedded_faces()))


def words(text: str) -> list[str]:
    return [line.text for line in broken(text)]


def paragraphs() -> Iterator[str]:
    """2,000 paragraphs of what official texts are made of, always the same."""
    chance = random.Random(9704)
    for _ in range(2_000):
        text = ""
        for _ in range(chance.randint(5, 60)):
            piece = chance.choice(PIECES)
            text += "和" + piece if (text[-1:] + piece[0]).isascii() else piece
        yield text.lstrip(NEVER_FIRST)


@pytest.fixture(scope="module")
def settings() -> list[tuple[str, Sequence[Line]]]:
    """The paragraphs with their lines."""
    return [(text, broken(text)) for text in paragraphs()]


def widest_gap(line: Line) -> float:
    """By how much neighbouring characters stand farther apart than they must, in pt."""
    return max((run.spacing for run in line.runs), default=0.0)


def in_a_row(text: str) -> int:
    """The longest run of marks in the text that must not be parted."""
    return max((len(run) for run in re.findall(rf"[{NEVER_FIRST}{NEVER_LAST}]+", text)), default=0)


def test_no_line_begins_or_ends_with_a_forbidden_mark(settings: list[tuple[str, Sequence[Line]]]) -> None:
    for text, lines in settings:
        if in_a_row(text) > 12:
            continue
        for line in lines[1:]:
            assert line.text[0] not in NEVER_FIRST, line.text
        for line in lines[:-1]:
            assert line.text[-1] not in NEVER_LAST, line.text


def test_nothing_is_lost_and_nothing_overflows(settings: list[tuple[str, Sequence[Line]]]) -> None:
    for text, lines in settings:
        assert "".join(line.text for line in lines).replace(" ", "") == text.replace(" ", "")
        assert max(line.width for line in lines) <= WIDTH + 0.01


def test_numbers_dates_and_addresses_stay_whole(settings: list[tuple[str, Sequence[Line]]]) -> None:
    for text, lines in settings:
        cuts = {line.start for line in lines[1:]}
        for match in WHOLE.finditer(text):
            if len(match[0]) < 56:
                assert not cuts & set(range(match.start() + 1, match.end())), match[0]


def test_lines_are_filled_to_the_edge(settings: list[tuple[str, Sequence[Line]]]) -> None:
    without_addresses = (lines for text, lines in settings if "example" not in text)
    inner = [line for lines in without_addresses for line in lines[:-1]]
    assert len(inner) > 500
    ragged = [line for line in inner if line.width < WIDTH - 0.01]
    assert len(ragged) < len(inner) / 50


def test_marks_that_meet_are_set_tighter() -> None:
    assert broken("《条例》《办法》")[0].width == pytest.approx((2 + 7.5) * CHARACTER)


def test_closing_and_opening_marks_may_part_but_not_closing_ones() -> None:
    text = "字" * 23 + "《条》《例》。"
    assert words(text) == ["字" * 23 + "《条》", "《例》。"]


def test_a_date_moves_as_a_whole_and_the_lines_before_it_help() -> None:
    lines = words("政府信息公开工作" * 9 + "公开工作公2024年12月31日止" + "政务" * 8)
    assert sum("2024年12月31日" in line for line in lines) == 1


def test_an_address_wider_than_a_line_breaks_after_a_slash() -> None:
    lines = words("网址：https://www.example.gov.cn/" + "zwgk/" * 20 + "index.html。")
    assert all(line.endswith("/") for line in lines[:-1])


def test_an_address_that_fits_a_line_is_not_broken_where_few_places_stay_empty() -> None:
    address = "https://www.example.gov.cn/zwgk/2024/annual/index.html"
    assert address + "。" in words("请登录" * 8 + address + "。")


@pytest.mark.parametrize("before", range(1, 26))
def test_no_address_leaves_a_hole_in_the_line_before_it(before: int) -> None:
    text = "公" * before + "（https://www.example.gov.cn/zwgk/2024/index.html）" + "开" * 20
    for line in broken(text)[:-1]:
        assert widest_gap(line) < 0.35 * CHARACTER, line.text


def test_a_short_address_ends_its_line_after_a_dot_where_the_words_before_it_would_be_pulled_apart() -> None:
    text = "年度报告的电子版可在清河县政府网站（https://www.qinghe.example）查阅和下载。"
    first, second, *_ = broken(text)
    assert first.text.endswith("https://www.qinghe.")
    assert second.text.startswith("example）")
    assert widest_gap(first) < 0.2 * CHARACTER


def test_an_address_over_several_lines_leaves_its_line_ragged_and_pulls_no_words_apart() -> None:
    path = "https://www.example.gov.cn/zwgk/fdzdgknr/gfxwj/2024/12/31/t20241231_1234567890.html?page=12"
    lines = broken(
        f"我单位围绕群众关心的事项及时发布文件、解读和办事指南，各类咨询均在规定时间内答复。全文见{path}。"
    )
    assert max(map(widest_gap, lines)) < 0.25 * CHARACTER
    assert any(line.width < WIDTH - 2 * CHARACTER for line in lines[:-1])


def test_a_mail_address_is_not_broken() -> None:
    address = "xxgk.yijian@xingzheng.example.gov.cn"
    for before in range(1, 26):
        assert any(address in line for line in words("公" * before + address + "。"))


def test_spaces_vanish_at_the_end_of_a_line() -> None:
    assert words("公" * 26 + "   开放") == ["公" * 26, "开放"]


def test_no_paragraph_ends_in_one_character_alone() -> None:
    for length in (27, 55, 83):
        *_, last = words("政务公开" * (length // 4) + "政务公开"[: length % 4] + "。")
        assert len(last) >= 3, last


def test_digits_stand_a_quarter_apart_from_chinese_characters() -> None:
    (line,) = broken("共2024件", Measure(WIDTH, 16, 16))
    assert [run.text for run in line.runs] == ["共", "2024", "件"]
    assert line.runs[1].x == pytest.approx(16 + 4)
    assert line.runs[2].x == pytest.approx(16 + 4 + 32 + 4)
    assert line.width == pytest.approx(16 + 4 + 32 + 4 + 16)


@pytest.mark.parametrize("text", ["（2024）", "A，B", "2024、2025", "——9"])
def test_marks_need_no_more_room(text: str) -> None:
    natural = sum(font_book(embedded_faces()).width(mark, Style.FANGSONG, 16) for mark in text)
    assert broken(text, Measure(WIDTH, 16, 16))[0].width == pytest.approx(natural)


@pytest.mark.parametrize("text", ["", "》" * 200, "（" * 200, "A" * 500, " " * 500, "—" * 99, "\u3000公"])
def test_what_has_no_place_to_break_still_stays_inside(text: str) -> None:
    for line in broken(text):
        assert line.width <= WIDTH + 0.01


def test_runs_stand_one_after_the_other(settings: list[tuple[str, Sequence[Line]]]) -> None:
    for _, lines in settings[:200]:
        for line in lines:
            assert "".join(run.text for run in line.runs) == line.text
            assert all(a.x < b.x for a, b in pairwise(line.runs))


@given(st.text(max_size=300))
def test_any_text_is_set(text: str) -> None:
    lines = broken(text)
    assert all(line.width <= WIDTH + 0.01 for line in lines)
    assert all(character in text or character == " " for line in lines for character in line.text)


@given(
    st.text(alphabet="公开《》（）“”，。、：；1234567890.%aB- ", max_size=200),
    st.sampled_from([12.0, 40.0, 130.0]),
)
def test_narrow_cells_hold_any_words(text: str, width: float) -> None:
    for line in broken(text, Measure(width, 10, 10)):
        assert line.width <= width + 0.01 or len(line.text) == 1


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("公\x00开\x1f\u200b\ufeff\u202e", "公开"),
        ("公\t开\u00a0府", "公 开 府"),
        ("好\ufe0f\ud83d", "好"),
        ("<b>&amp;=1+1{}", "<b>&amp;=1+1{}"),
    ],
)
def test_what_has_no_print_is_left_out(typed: str, printed: str) -> None:
    assert words(typed) == [printed]
