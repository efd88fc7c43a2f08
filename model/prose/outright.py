"""What a text says of the tables without a number: 均已办结, 无结转, 未发生行政复议, 较上年有所下降.

A clause is held against a few shapes as a whole (`resources/words/outright.toml`): any other word in it, or other cases
told of in its sentence, leave it unread.
"""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

from model.prose.passages import MOST_RUNS, paragraphs_in, squeezed
from model.prose.words.shapes import filled
from model.word_files import whole_words, words_in

FILE: Final = "words/outright.toml"
LONGEST: Final = 300
"""Characters of the longest sentence that is read."""
LONGEST_PARAGRAPH: Final = 10_000
"""Characters of the longest paragraph that is read: no office writes one as long."""
_FULL: Final = re.compile(r"[^。！？!?\n]+")
_CLAUSE: Final = re.compile(r"[^,;]+")
_NUMBER: Final = re.compile(r"\d+(?=[件份宗个])")
_RESULTS: Final = ("partial", "refused", "unavailable", "declined")
_THINGS: Final = ("received", "reviews", "suits", "licences", "penalties")


class Says(StrEnum):
    """What is said of the numbers."""

    NONE = "none"  # there are none
    NONE_EITHER = "either"  # there are none of the one or of the other
    ALL = "all"  # what came in has come to this
    DOWN = "down"
    UP = "up"
    SAME = "same"
    DOUBLE = "double"


class Outright(NamedTuple):
    """Words from `start` to `end` of a paragraph that say something of the tables without a number.

    `things` are what is spoken of: shapes of the file. `number` is what was told of it, "" for none; `by` the change told.
    `sure`: it names applications for disclosure. `area`: it is told of a whole area.
    """

    start: int
    end: int
    says: Says
    things: tuple[str, ...]
    words: str
    number: str = ""
    by: str = ""
    sure: bool = False
    area: bool = False


class _Words(NamedTuple):
    shapes: Mapping[str, re.Pattern[str]]
    guards: Mapping[str, re.Pattern[str]]


class _Clause(NamedTuple):
    """A clause of a sentence, and what of the sentence stands before it."""

    words: str
    start: int
    before: str
    sentence: str

    def saying(self, says: Says, *things: str) -> Outright:
        """What the clause says of some things."""
        guards, spoken = _known().guards, self.before + self.words
        sure, area = (guards[name].search(spoken) is not None for name in ("named", "area"))
        end = self.start + len(self.words)
        return Outright(self.start, end, says, things, self.words, sure=sure, area=area)


@cache
def _known() -> _Words:
    return read_words(words_in(FILE))


def read_words(data: Mapping[str, Any]) -> _Words:
    """Return the shapes that a file holds. WordsError: it lacks something, or a shape is no pattern."""
    with whole_words():
        made = {
            part: {name: re.compile(filled(says, data)) for name, says in data[part].items()}
            for part in ("shape", "guard")
        }
    return _Words(made["shape"], made["guard"])


@lru_cache(maxsize=MOST_RUNS)
def said_outright(block: str, year: int, section: str) -> tuple[Outright, ...]:
    """Return what a run of paragraphs of a report on `year` says without a number, placed in the run."""
    return tuple(
        one._replace(start=one.start + place, end=one.end + place)
        for place, words in paragraphs_in(block)
        for one in _in_paragraph(words, year, section)
    )


@lru_cache(maxsize=4096)
def _in_paragraph(paragraph: str, year: int, section: str) -> tuple[Outright, ...]:
    if len(paragraph) > LONGEST_PARAGRAPH or not _known().guards["may"].search(paragraph):
        return ()
    plain = squeezed(paragraph)
    found: list[Outright] = []
    asked = section in ("applications", "requests")
    for match in _FULL.finditer(plain.words):
        if match.end() - match.start() <= LONGEST:
            for one in _in_sentence(match[0], year, asked=asked):
                start, end = plain.range(one.start + match.start(), one.end + match.start())
                found.append(one._replace(start=start, end=end, words=paragraph[start:end]))
        asked = _known().guards["asked"].search(match[0]) is not None
    return tuple(found)


def _in_sentence(sentence: str, year: int, *, asked: bool) -> Iterator[Outright]:
    """`asked`: the sentence before spoke of applications."""
    if not _known().guards["may"].search(sentence):
        return
    guards = _known().guards
    asked = asked or guards["asked"].search(sentence) is not None
    others = guards["other"].search(sentence) is not None
    if others and not _is_counted(sentence):
        return
    told: tuple[str, str] | None = None
    for match in _CLAUSE.finditer(sentence):
        clause = _Clause(match[0], match.start(), sentence[: match.start()], sentence)
        if not _is_of_this_year(sentence[: match.end()], year):
            return
        says = guards["says"].search(clause.words) is not None
        if says and not others:
            # Seldom is anything said: only then is what stands before it looked through.
            of_all = tuple(_of_all(clause, told, asked=asked))
            if of_all and not guards["part"].search(sentence[: match.end()]):
                yield from of_all
        if says:
            yield from _turn_of(clause, told)
        turns = says and _known().shapes["turn"].fullmatch(clause.words) is not None
        told = _thing_of(clause) or (told if turns else None)


def _is_counted(sentence: str) -> bool:
    """Whether it opens with decisions and their number: 行政许可120件，较上年减少."""
    first = _CLAUSE.match(sentence)
    return first is not None and any(
        _known().shapes[name].fullmatch(first[0]) for name in ("licences", "penalties")
    )


def _is_of_this_year(words: str, year: int) -> bool:
    guards = _known().guards
    others = (match for match in re.findall(r"20\d\d(?=年)", words) if int(match) != year)
    return guards["others"].search(words) is None and next(others, None) is None


def _thing_of(clause: _Clause) -> tuple[str, str] | None:
    """The thing that a clause counts, with its number: 收到申请48件."""
    shapes, guards = _known()
    if not guards["counts"].search(clause.words):
        return None
    for name in _THINGS:
        match = shapes[name].fullmatch(clause.words)
        if match is not None:
            return name, _number(clause.words)
    return None


def _number(words: str) -> str:
    match = _NUMBER.search(words)
    return match[0] if match else ""


def _of_all(clause: _Clause, told: tuple[str, str] | None, *, asked: bool) -> Iterator[Outright]:
    """What a clause says of all there is: that there is none, or what it has come to."""
    shapes, guards = _known()
    if asked and (match := shapes["carried"].fullmatch(clause.words)):
        onward = match["onward"] is not None or "办结" in clause.before
        yield clause.saying(Says.NONE if onward else Says.NONE_EITHER, "carried")
    match = shapes["disputed"].fullmatch(clause.words)
    disputes = [name for name in ("review", "suit") if match is not None and match[name]]
    if disputes and not _is_of_each(clause, told):
        yield clause.saying(Says.NONE, *disputes)._replace(sure=False)
    yield from _of_results(clause, told, asked=asked)
    rest = clause.sentence.replace(clause.words, "", 1)
    for name in ("handled", "granted"):
        match = shapes[name].fullmatch(clause.words)
        named = match is not None and guards["asked"].search(clause.words)
        if match is None or guards["open"].search(_without_denial(rest)):
            continue
        if named or (told is not None and told[0] == "received" and told[1]):
            number = _number(clause.words) or (told[1] if told else "")
            # What is handled may have been handled since the year was over.
            said = clause.saying(Says.ALL, name)
            yield said._replace(number=number, sure=said.sure and name != "handled")


def _is_of_each(clause: _Clause, told: tuple[str, str] | None) -> bool:
    """Whether it is denied of each of the disputes counted before, and not of all: 复议3件，均未提起诉讼."""
    return told is not None and told[0] in ("reviews", "suits") and "均" in clause.words


def _of_results(clause: _Clause, told: tuple[str, str] | None, *, asked: bool) -> Iterator[Outright]:
    """That there was no result of a kind, that all reviews were upheld, or that none but persons applied."""
    shapes, guards = _known()
    match = shapes["ended"].fullmatch(clause.words) if asked else None
    if match is not None and not guards["of_some"].search(clause.before):
        yield clause.saying(Says.NONE, next(name for name in _RESULTS if match[name]))._replace(sure=False)
    counted, number = told or ("", "")
    for name, thing, spoken in (("upheld", "reviews", "复议"), ("persons", "received", "申请")):
        of_these = spoken in clause.words or (counted == thing and number)
        if of_these and shapes[name].fullmatch(clause.words):
            said = clause.saying(Says.ALL, name)
            yield said._replace(number=_number(clause.words) or number, sure=False)


def _without_denial(words: str) -> str:
    """The words of a sentence without clauses that deny that any was carried over."""
    carried = _known().shapes["carried"]
    return ",".join(one for one in _CLAUSE.findall(words) if not carried.fullmatch(one))


def _turn_of(clause: _Clause, told: tuple[str, str] | None) -> tuple[Outright, ...]:
    """How a clause says that a number turned since the year before."""
    match = _known().shapes["turn"].fullmatch(clause.words)
    thing = ("received", "") if match is not None and match["thing"] else told
    if match is None or thing is None:
        return ()
    bare = match["since"] is None
    if bare and not (match["down"] or match["up"]):
        return ()
    if bare and (match["by"] is None) != (match["thing"] is not None):
        return ()
    if _known().guards["part"].search(clause.before):
        return ()
    says = next(name for name in ("down", "up", "same", "double") if match[name])
    said = clause.saying(Says(says), thing[0])
    return (said._replace(number=thing[1], by=match["by"] or ""),)
