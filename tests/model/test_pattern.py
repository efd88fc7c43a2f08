"""Patterns fit as compiled ones do, and are compiled no sooner than they are used."""

import re

import pytest

from model.pattern import Pattern


def test_it_finds_what_the_compiled_expression_finds() -> None:
    numbers = Pattern(r"(\d+)件")
    found = numbers.search("收到12件，结转3件")
    assert found is not None
    assert (found.span(), found[1]) == ((2, 5), "12")
    assert [match[1] for match in numbers.finditer("收到12件，结转3件")] == ["12", "3"]
    assert numbers.match("收到12件") is None
    assert numbers.match("12件，其中") is not None
    assert numbers.fullmatch("12件，其中") is None
    assert numbers.fullmatch("12件") is not None
    assert numbers.sub(r"\1宗", "12件和3件") == "12宗和3宗"
    assert numbers.sub("若干", "12件和3件", 1) == "若干和3件"
    assert numbers.found_in("12件和3件") == ["12件", "3件"]
    assert Pattern("([+-])").split("12+3") == ["12", "+", "3"]


def test_flags_and_bytes_are_taken() -> None:
    assert Pattern("con", re.IGNORECASE).fullmatch("CON") is not None
    assert Pattern(rb"[0-9a-f]+").search(b"zz1f") is not None


def test_a_faulty_expression_is_told_at_its_first_use_only() -> None:
    broken = Pattern("(")
    with pytest.raises(re.error):
        broken.search("")
