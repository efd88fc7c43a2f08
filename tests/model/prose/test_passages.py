"""Prose as the checks read it: places stay those of the stored words."""

import re
from collections.abc import Iterator

from model.prose.passages import MOST, Found, by_paragraph, names_in, paragraphs, sentences, size, squeezed


def test_paragraphs_know_their_places() -> None:
    text = "第一段。\n\n  第二段。\r\n第三段"
    assert [(start, words) for start, words in paragraphs(text)] == [
        (0, "第一段。"),
        (6, "  第二段。"),
        (14, "第三段"),
    ]
    assert all(text[start:].startswith(words) for start, words in paragraphs(text))


def test_paragraphs_of_a_long_text_know_their_places() -> None:
    text = "".join(f"第{number}段。\n\n" for number in range(200))
    found = list(paragraphs(text))
    assert [words for _, words in found] == [f"第{number}段。" for number in range(200)]
    assert all(text[start:].startswith(words) for start, words in found)


def test_a_word_is_found_wherever_in_a_long_text_it_stands() -> None:
    named = names_in({"保障": re.compile("监督|考核"), "平台": re.compile("网站")})
    lines = [f"第{number}段。" for number in range(200)]
    for number in (0, 31, 32, 199):
        text = "\n".join([*lines[:number], "推进监督。", *lines[number:]])
        assert named(text) == {"保障"}
    assert named("\n".join(lines)) == frozenset()


def test_a_semicolon_ends_a_sentence() -> None:
    assert [words for _, words in sentences("收到三件；答复两件。结束")] == [
        "收到三件；",
        "答复两件。",
        "结束",
    ]


def test_squeezed_words_find_back_to_their_places() -> None:
    text = "　收 到\u00a0１３ 件，（含）"
    plain = squeezed(text)
    assert plain.words == "收到13件,（含）"
    assert [text[plain.place(index)] for index in range(len(plain.words))] == list("收到１３件，（含）")


def test_what_opens_an_item_is_passed_by() -> None:
    assert [squeezed(words).words for words in ("● 新收3件", "  ※新收", "- 新收", "②新收")] == [
        "新收3件",
        "新收",
        "新收",
        "新收",
    ]
    assert [squeezed(words).words for words in ("受理○件", "1日 - 2日", "-5件")] == [
        "受理○件",
        "1日-2日",
        "-5件",
    ]
    assert squeezed("● 新收3件").place(0) == 2


def test_a_search_looks_at_each_paragraph_once_and_tells_the_first_hundred_places() -> None:
    looked: list[str] = []

    @by_paragraph
    def marks(words: str) -> Iterator[Found]:
        looked.append(words)
        return (Found(place, place + 1, "某") for place, character in enumerate(words) if character == "某")

    assert [(found.start, found.end) for found in marks("甲\n某乙某")] == [(2, 3), (4, 5)]
    marks("丙\n某乙某")
    assert looked == ["甲", "某乙某", "丙"]
    assert len(marks("某" * 1000)) == MOST


def test_what_is_found_again_where_it_was_is_the_same_object() -> None:
    @by_paragraph
    def marks(words: str, mark: str) -> Iterator[Found]:
        return (Found(place, place + 1, mark) for place, character in enumerate(words) if character == mark)

    lines = "\n".join(f"第{number}段，某某" for number in range(100))
    before, behind, ahead = marks(lines, "某"), marks(f"{lines}，某", "某"), marks(f"甲{lines}", "某")
    assert all(one is other for one, other in zip(before[:60], behind, strict=False))
    assert [found.start for found in ahead] == [found.start + 1 for found in before]
    assert {found.words for found in marks(lines, "段")} == {"段"}


def test_blanks_have_no_part_in_the_size_of_a_text() -> None:
    assert size("全年 收到\u3000申请\n\n12 件。\r\n") == 10
    assert size("") == 0
    assert size("甲 乙\n" * 500) == 1000


def test_a_space_stays_between_two_numbers_only() -> None:
    assert squeezed("H5 5篇，收到 1 286 件").words == "H5 5篇,收到1286件"
