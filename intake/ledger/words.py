"""What the words of a ledger mean: places in the official tables, told by `resources/ledger.toml` and the form's labels."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import resources
from intake.ledger.sheets import Raw, shown
from model.form import Form, FormTable, Line
from model.ordinals import ordinal

OPEN: Final = "open"
"""The meaning of words that say that there is no outcome yet."""
PARTIAL: Final = "partial"
"""区分处理的，只计这一情形，不计其他情形: this outcome prevails over what is named beside it."""
TOTALS: Final = frozenset(("received", "carried_in", "handled_total", "carried_out", "total"))
"""Rows and columns of the form that are no outcome and no kind of applicant."""

_ORDINAL: Final = re.compile(r"^(?:[（(][一二三四五六七八九十]+[）)]|\d+[.、．])")
_LISTED: Final = re.compile(
    r"^(?:[（(]?(?:\d{1,2}|[A-Za-z]|[一二三四五六七八九十]{1,3})[)）.、．:：]|[①-⑳])+"
)
"""How a word begins that was taken from a list: 1、, A., （三）2."""
_ASIDE: Final = re.compile(r"[（(][^（）()]*[）)]")
_REMARK: Final = re.compile(r"[（(][^（）()]*[）)]$")
_NUMBERED: Final = re.compile(r"第([1-9]\d?)(?=[条款项])")
_PERSON: Final = re.compile(r"[\u3400-\u9fff·•*×xX○]{2,4}(?:[、,，][\u3400-\u9fff·•*×]{2,4})*(?:等\d*人?)?")


def plain(text: str) -> str:
    """Return a text as words are compared: no blanks, marks or brackets, one width, articles in Chinese numerals."""
    wide = unicodedata.normalize("NFKC", text).casefold()
    kept = "".join(sign for sign in wide if unicodedata.category(sign)[0] in "LN")
    return _NUMBERED.sub(lambda match: f"第{ordinal(int(match[1]))}", kept)


def sign_of(raw: Raw) -> str:
    """Return a cell as marks are compared: without blanks, of one width, in no style: ✔ in colour is ✔."""
    whole = unicodedata.normalize("NFKC", shown(raw)).casefold()
    return "".join(sign for sign in whole if not sign.isspace() and unicodedata.category(sign) not in _STYLES)


_STYLES: Final = frozenset(("Mn", "Cf"))
"""Signs that are seen only in how others look."""


class Vocabulary:
    """Words of one purpose and the places that each may mean. `filler` may stand between them and changes nothing.

    `asides` are patterns of what is said besides and changes nothing either, as where else to apply.
    """

    def __init__(
        self,
        words: Mapping[str, frozenset[str]],
        filler: frozenset[str] = frozenset(),
        asides: Iterable[str] = (),
    ) -> None:
        self._words = words
        self._filler = filler
        self._asides = [re.compile(aside) for aside in asides]
        self._longest = max(map(len, (*words, *filler)), default=0)

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def meaning(self, text: str) -> frozenset[str] | None:
        """Return the places that a text may mean: one where it is decided, none where its words exclude each other.

        None where a part of it is no known word: then nothing is guessed, since that part may be a 不 or a 除外.
        """
        whole = plain(text)
        if whole in self._words:
            return self._words[whole]
        whole = plain(_LISTED.sub("", text.strip()))
        if whole in self._words:
            return self._words[whole]
        for aside in self._asides:
            whole = aside.sub("", whole)
        words = self._split(whole)
        if not words:
            return None
        meanings = [self._words[word] for word in words if word in self._words]
        if not meanings:
            return None
        if frozenset((PARTIAL,)) in meanings:
            return frozenset((PARTIAL,))
        return frozenset.intersection(*meanings)

    def _split(self, whole: str) -> tuple[str, ...] | None:
        """Return the known words that the text is made of, the longest first at each place; None where it is not."""
        dead: set[int] = set()

        def rest(start: int) -> tuple[str, ...] | None:
            if start == len(whole):
                return ()
            if start in dead:
                return None
            for length in range(min(self._longest, len(whole) - start), 0, -1):
                word = whole[start : start + length]
                if word in self._words or word in self._filler:
                    behind = rest(start + length)
                    if behind is not None:
                        return (word, *behind)
            dead.add(start)
            return None

        return rest(0)


@dataclass(frozen=True, slots=True)
class HeadWords:
    """What the heads of a kind of column say: its name for the clerk, words, the likeliest first, and words it lacks."""

    name: str
    words: tuple[str, ...]
    excluded: tuple[str, ...]


@dataclass(frozen=True)
class Words:
    """All words of ledgers for one form.

    `asked` are the heads that are answered with 是 or 否: words of the head, what 是 and what 否 means.
    `pieces` are heads that tell how many applications a row is, `offices` heads of whom it was sent to, `void` remarks
    that take a row back.
    `marks` tells of a sign in a column of marks whether it marks its row. `templates` are the heads of the program's
    own ledgers and what they are for.
    """

    heads: Mapping[str, HeadWords]
    applicants: Vocabulary
    outcomes: Vocabulary
    disputes: Vocabulary
    verdicts: Vocabulary
    names: Mapping[str, str]
    asides: tuple[str, ...]
    aside_ends: tuple[str, ...]
    blanks: frozenset[str]
    pieces: frozenset[str]
    offices: frozenset[str]
    void: frozenset[str]
    asked: tuple[tuple[tuple[str, ...], str, str], ...]
    marks: Mapping[str, bool]
    templates: Mapping[tuple[str, ...], tuple[str, ...]]

    def answers(self, head: str) -> Mapping[bool, str] | None:
        """Return what 是 (True) and 否 mean below a head, None for one that does not ask."""
        for words, yes, no in self.asked:
            if any(word in head for word in words):
                return {True: yes, False: no}
        return None

    def applicant_of_name(self, name: str) -> str | None:
        """Return the kind of applicant that a name tells by what it ends in, a person's by its shape; else None."""
        whole = plain(_ASIDE.sub("", name))
        for length in range(len(whole), 1, -1):
            place = self.names.get(whole[-length:])
            if place is not None:
                return place
        return "natural_person" if _PERSON.fullmatch("".join(_ASIDE.sub("", name).split())) else None


@cache
def words_of(form: Form) -> Words:
    """Return the words for the tables of a form. Raises KeyError for a form without these tables."""
    data = tomllib.loads(resources.text("ledger.toml"))
    table, disputes = form.table("applications"), form.table("disputes")
    filler = frozenset(map(plain, data["filler"]["words"]))
    opened = {plain(word): frozenset((OPEN,)) for word in data["open"]["words"]}
    outcomes = {**_rows(table), **_listed(data["outcomes"], data["either"]["outcomes"]), **opened}
    applicants = {
        **_labels(table.bands[0].columns),
        **_listed(data["applicants"], data["either"]["applicants"]),
    }
    verdicts = {
        **_labels(disputes.bands[0].columns),
        **_listed(data["verdicts"], data["either"]["verdicts"]),
        **opened,
    }
    suits = frozenset(("direct_suit", "suit_after_review"))
    kinds = _listed(data["disputes"], {})
    routes = {word: suits if places == frozenset(("suit",)) else places for word, places in kinds.items()}
    blanks = frozenset(
        "".join(unicodedata.normalize("NFKC", word).split()) for word in data["blank"]["words"]
    )
    unmarked = {sign_of(sign): False for sign in (*data["marks"]["no"], *blanks)}
    return Words(
        {field: _head(entry) for field, entry in data["heads"].items()},
        Vocabulary(applicants, filler),
        Vocabulary(outcomes, filler, data["filler"]["patterns"]),
        Vocabulary(routes, filler),
        Vocabulary(verdicts, filler),
        {plain(end): place for place, entry in data["applicants"].items() for end in entry.get("names", ())},
        tuple(map(plain, data["asides"]["words"])),
        tuple(map(plain, data["asides"]["ends"])),
        blanks,
        frozenset(map(plain, data["pieces"]["words"])),
        frozenset(map(plain, data["offices"]["words"])),
        frozenset(map(plain, data["void"]["words"])),
        tuple((tuple(map(plain, each["heads"])), each["yes"], each["no"]) for each in data["asked"]),
        unmarked | {sign_of(sign): True for sign in data["marks"]["yes"]},
        {
            tuple(column["head"] for column in template["columns"]): tuple(
                column.get("field", "") for column in template["columns"]
            )
            for template in data["template"].values()
        },
    )


def _head(entry: Mapping[str, Any]) -> HeadWords:
    words = dict.fromkeys(twin for word in map(plain, entry["words"]) for twin in _twins(word))
    return HeadWords(entry["name"], tuple(words), tuple(map(plain, entry.get("not", ()))))


def _twins(word: str) -> Iterator[str]:
    """A head, and the same that says 时间 for 日期 or the other way round."""
    yield word
    for one, other in (("日期", "时间"), ("时间", "日期")):
        if word.endswith(one):
            yield word.removesuffix(one) + other


def _listed(
    places: Mapping[str, Mapping[str, Any]], either: Mapping[str, Iterable[str]]
) -> dict[str, frozenset[str]]:
    """The words and articles of each place, and those that may mean several."""
    words = {plain(word): frozenset(among) for word, among in either.items()}
    for place, entry in places.items():
        words |= {plain(word): frozenset((place,)) for word in (*entry["words"], *entry.get("articles", ()))}
    return words


def _labels(lines: Iterable[Line]) -> dict[str, frozenset[str]]:
    return {plain(line.name): frozenset((line.id,)) for line in lines if line.id not in TOTALS}


def _rows(table: FormTable) -> dict[str, frozenset[str]]:
    """The labels of the outcomes with and without their ordinals; a group's label may mean any of its rows."""
    words: dict[str, frozenset[str]] = {}
    groups: dict[str, set[str]] = {}
    for row in table.rows:
        if row.id in TOTALS:
            continue
        for label in row.label[1:-1]:
            groups.setdefault(label, set()).add(row.id)
        for word in (*_spellings(row.name), *_codes(row)):
            words.setdefault(word, frozenset((row.id,)))
    for label, rows in groups.items():
        words |= {word: frozenset(rows) for word in _spellings(label)}
    return words


def _spellings(label: str) -> Iterator[str]:
    for text in (label, _REMARK.sub("", label)):
        yield plain(text)
        yield plain(_ORDINAL.sub("", text))


def _codes(row: Line) -> Iterator[str]:
    """A row's place as offices write it for short: （三）1."""
    ordinals = [match[0] for label in row.label[1:] if (match := _ORDINAL.match(label))]
    if len(ordinals) > 1:
        yield plain("".join(ordinals))
