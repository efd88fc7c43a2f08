"""The origin of a state tells what follows what, by numbers and digests; the time of day is only shown."""

import pytest

from model.file.origin import Origin


def test_an_origin_is_read_back() -> None:
    origin = Origin().saved(7, "ab", "session", 3).copied("cd", "session", 4, "/文档/年报.xxgk")
    assert Origin.from_json(origin.to_json()) == origin


def test_each_file_has_an_identity_of_its_own_and_keeps_it() -> None:
    first, second = Origin(), Origin()
    assert first.identity != second.identity
    assert first.saved(1, "", "s", 0).identity == first.identity


def test_a_save_goes_beyond_the_earlier_copies_of_its_own_session_only() -> None:
    saved = Origin().saved(2, "base", "mine", 5)
    assert saved.goes_beyond(saved.copied("base", "mine", 5, ""))
    assert not saved.goes_beyond(saved.copied("base", "mine", 6, ""))
    assert not saved.goes_beyond(saved.copied("base", "another", 1, ""))


def test_the_time_is_shown_as_the_clerk_reads_it() -> None:
    assert Origin().when == ""
    assert Origin(time="2025-01-06T09:30:00+08:00").when.startswith("2025-01-0")


@pytest.mark.parametrize(
    "time", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00"]
)
def test_a_clock_that_was_far_off_keeps_nobody_from_his_file(time: str) -> None:
    origin = Origin.from_json({"identity": "a" * 32, "time": time})
    assert origin.when.startswith(("0001-01-01", "9999-12-31"))


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"identity": "x"},
        {"identity": "a" * 32, "save": "1"},
        {"identity": "a" * 32, "save": True},
        {"identity": "a" * 32, "copy": -1},
        {"identity": "a" * 32, "time": "gestern"},
        {"identity": "a" * 32, "more": ""},
        [["identity", "a" * 32]],
        ["identity"],
        "identity",
        None,
        7,
    ],
)
def test_what_is_no_origin_is_refused(data: object) -> None:
    with pytest.raises(ValueError, match=r"origin|isoformat"):
        Origin.from_json(data)
