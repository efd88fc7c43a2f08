"""What words beside numbers say of them, and what lists and shares may be of: `resources/words/families.toml`, read once."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from model.rules.told.families import FILE
from model.word_files import whole_words, words_in


class FamilyWords(NamedTuple):
    """The words of the file around its families; number fields that are added up stand in one text.

    `says`: what words beside numbers say, by name. `steps`: what is told one after another and does not add up. `units`:
    those in which the tables count. `totals`: what lists add up to, by words of their sentence. `wholes`: of what shares are
    told, `shares_of` those beside the whole of a family. `compared`: what is compared with last year's without being named.
    """

    says: Mapping[str, re.Pattern[str]]
    steps: tuple[re.Pattern[str], ...]
    units: frozenset[str]
    totals: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]
    wholes: tuple[str, ...]
    compared: tuple[str, ...]
    shares_of: Mapping[str, tuple[str, ...]]


@cache
def family_words() -> FamilyWords:
    """Return the words of the file."""
    return read_family_words(words_in(FILE))


def says(name: str, words: str) -> bool:
    """Return whether the words beside a number say what goes by this name in the file."""
    return family_words().says[name].search(words) is not None


def read_family_words(data: Mapping[str, Any]) -> FamilyWords:
    """Return the words that a file holds. WordsError: it lacks something."""
    with whole_words():
        around = data["around"]
        return FamilyWords(
            {name: re.compile(pattern) for name, pattern in around["says"].items()},
            tuple(map(re.compile, around["steps"])),
            frozenset(around["units"].split()),
            tuple((re.compile(entry["words"]), tuple(entry["of"])) for entry in data["total"]),
            tuple(around["wholes"]),
            tuple(around["compared"]),
            {whole: tuple(others) for whole, others in data["shares_of"].items()},
        )
