"""What words beside numbers say of what these add up or come to: `resources/words/reckoned.toml`, read once."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any, Final

from model.word_files import whole_words, words_in

FILE: Final = "words/reckoned.toml"


class Said(StrEnum):
    """What the file has a pattern for."""

    ADDS_UP = "adds_up"
    ADDS_ALL = "adds_all"
    MAY_ADD_UP = "may_add_up"
    ADDS_UP_REST = "adds_up_rest"
    HOW_MANY = "how_many"
    PARTS_FOLLOW = "parts_follow"
    ALL_FOLLOW = "all_follow"
    OWN_BODY = "own_body"
    BODIES_UNDER = "bodies_under"
    REST = "rest"
    FIRST_OF_ALL = "first_of_all"
    WAY = "way"
    OF_THIS_YEAR = "of_this_year"
    OF_LAST_YEAR = "of_last_year"
    CHANGED = "changed"
    OF_STOCK = "of_stock"
    WAS = "was"
    CAME = "came"
    WENT = "went"
    IS_LEFT = "is_left"
    DONE_ALREADY = "done_already"
    TURNED_INTO = "turned_into"
    BASE = "base"
    BASE_BEHIND = "base_behind"
    BASE_ALONE = "base_alone"
    IS_SAME = "is_same"
    ANOTHER_TIME = "another_time"
    AGAINST = "against"
    UP = "up"
    DOWN = "down"
    NET = "net"
    NOT_BY = "not_by"
    NO_CHANGE = "no_change"
    POINTS = "points"
    HIGHER = "higher"
    LOWER = "lower"
    MONTHLY = "monthly"
    AVERAGE = "average"
    DISPUTES = "disputes"
    NAMES_DISPUTES = "names_disputes"
    RESULT = "result"
    CONCLUDED = "concluded"
    SHARE = "share"
    SHARE_OF_ALL = "share_of_all"
    RATE = "rate"
    OPENS_PARTS = "opens_parts"
    APART = "apart"


def says(what: Said, words: str) -> bool:
    """Return whether words beside a number say this of it."""
    return found(what, words) is not None


def found(what: Said, words: str) -> re.Match[str] | None:
    """Return where words beside a number say this of it, None where they do not."""
    return _known()[what].search(words)


def read_reckoned_words(data: Mapping[str, Any]) -> Mapping[Said, re.Pattern[str]]:
    """Return the patterns that a file holds. WordsError: it lacks one, or one is none."""
    with whole_words():
        return {what: re.compile(data[what]) for what in Said}


@cache
def _known() -> Mapping[Said, re.Pattern[str]]:
    return read_reckoned_words(words_in(FILE))
