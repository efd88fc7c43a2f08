"""What words mean beside others of their sentence: 网站 is a way to apply where ways are listed."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Final

from model.prose.words.claim_words import Group, Vocabulary
from model.prose.words.senses_in_lists import OPENS, dealt_changes, in_lists, others_of_kind
from model.prose.words.senses_of_disputes import as_party
from model.prose.words.senses_of_examples import with_examples_of_applicants, with_kinds_of_decisions
from model.prose.words.tokens import DISPUTES, Token, Words

_APPLICATIONS: Final = re.compile("申请.*(?:工作|情况|方面)$")
_JOINS: Final = "、和及与"
_NEXT: Final = 2
"""Words within which documents must be named behind the number that counts them."""
_CAME: Final = frozenset({"received", "taken"})
_TITLES: Final = 12
"""Words within which documents are named behind their titles."""


def in_context(words: Words, vocabulary: Vocabulary, *, listed: bool) -> Words:
    """Return a sentence's words with what each means beside the others. `listed`: results are told up to the full stop.

    A step that is about none of the words leaves them as they are.
    """
    words = as_party(with_examples_of_applicants(with_kinds_of_decisions(words, vocabulary)))
    words = dealt_changes(_dealt_kinds(_taken_up(words), vocabulary))
    words = _with_titles(_as_received(_named_afterwards(_all_others(_elided(words)))))
    words = _named_as(_with_examples(_as_ways(_measured(_receiving_ways(words)))))
    return _unsettled(_of_stock(others_of_kind(in_lists(words, vocabulary, listed=listed))))


def _dealt_kinds(tokens: Words, vocabulary: Vocabulary) -> Words:
    """自然人、法人或其他组织申请量分别为32件、6件: two kinds of those who applied, each with its number."""
    if not {"everybody", "respectively"} <= tokens.names:
        return tokens
    for place, token in enumerate(tokens):
        first = vocabulary.persons.match(token.words) if token.name == "everybody" else None
        if first is None:
            continue
        behind = takewhile(lambda word: word.kind not in ("number", "mark"), tokens[place + 1 :])
        cut, start = first.end(), token.start + first.end()
        rest = token.words[cut + 1 :]
        if token.words[cut] not in _JOINS or not any(word.name == "respectively" for word in behind):
            continue
        dealt = (
            Token("applicant", "natural_person", token.start, start, first[0]),
            Token("relation", "join", start, start + 1, token.words[cut]),
            Token("applicant", _kind_of_body(rest, vocabulary), start + 1, token.end, rest),
        )
        return Words((*tokens[:place], *dealt, *tokens[place + 1 :]))
    return tokens


def _kind_of_body(words: str, vocabulary: Vocabulary) -> str:
    """The kind of applicants that are no persons, by their name: 企业 need not be all of them, and in other words they are."""
    known = vocabulary.words.get(words)
    return known.name if known is not None and known.kind == "applicant" else "legal"


def _taken_up(words: Words) -> Words:
    """占道许可57件: what counts cases is no share of them."""
    if "share" not in words.names:
        return words
    tokens = list(words)
    number: Token | None = None
    for place in range(len(tokens) - 1, -1, -1):
        token = tokens[place]
        if token.kind in ("number", "mark"):
            number = token if token.kind == "number" else None
        elif token.name == "share" and number is not None and number.name != "%":
            tokens[place] = token._replace(kind="unknown", name="")
    return Words(tokens)


def _unsettled(words: Words) -> Words:
    """复议3件，未结1件: of disputes where these are spoken of; 办结37件，未结1件: of what is in hand."""
    if Group.UNSETTLED not in words.groups:
        return words
    tokens = list(words)
    for place, token in enumerate(tokens):
        if token.is_in(Group.UNSETTLED):
            disputes = any(before.name in DISPUTES for before in tokens[:place])
            kind, name = ("result", "pending_result") if disputes else ("action", "pending")
            busy = any(before.kind in ("action", "carry") for before in tokens[:place])
            if disputes or busy:
                tokens[place] = token._replace(kind=kind, name=name)
    return Words(tokens)


def _receiving_ways(words: Words) -> Words:
    """县政府网站收到申请88件: what receives and is no office is one of the ways in which applications came."""
    if not words.names & _CAME:
        return words
    ways = [
        place
        for place, (token, after) in enumerate(pairwise(words))
        if after.name in _CAME and token.ends_in(Group.RECEIVING_WAYS)
    ]
    return _as(words, ways, "part", "channel")


def _as(words: Words, places: Sequence[int], kind: str, name: str) -> Words:
    """The words, those at some places with another meaning."""
    if not places:
        return words
    tokens = list(words)
    for place in places:
        tokens[place] = tokens[place]._replace(kind=kind, name=name)
    return Words(tokens)


def _measured(words: Words) -> Words:
    """不到上年的八成, 与去年同期持平: the year behind is what this one is measured by, and nothing is told of it."""
    if Group.MEASURES not in words.groups and not words.names & {"base", "course"}:
        return words
    tokens = list(words)
    for place, (token, after) in enumerate(pairwise(tokens)):
        if (
            token.is_in(Group.MEASURES)
            and after.kind == "time"
            and after.name in ("last", "same_last", "year")
        ):
            tokens[place] = token = token._replace(kind="compare", name="base")
        if token.name == "base" and after.is_in(Group.YEAR_BEGINS):
            tokens[place + 1] = after._replace(kind="time", name="last")
        if token.words == "告知" and (after.name == "absent" or after.kind == "outcome"):
            tokens[place] = token._replace(kind="filler", name="manner")
    return Words(tokens)


def _as_ways(words: Words) -> Words:
    """书面申请15份、网络申请38份: written applications are a part beside those sent in another way; so is 网站21件、现场7件."""
    if "channel" not in words.names or not words.groups & {Group.WAYS_IN_LISTS, Group.WRITTEN}:
        return words
    tokens = list(words)
    for place, token in enumerate(tokens):
        counted = any(after.kind == "number" for after in tokens[place + 1 : place + 2])
        opens = place == 0 or tokens[place - 1].kind in OPENS
        listed = token.is_in(Group.WAYS_IN_LISTS) and counted and opens
        if listed or token.is_in(Group.WRITTEN):
            tokens[place] = token._replace(kind="part", name="channel")
    return Words(tokens)


def _elided(words: Words) -> Words:
    """全部或部分公开, 公开和部分公开: the first of two results is told by its beginning alone."""
    if Group.ELIDED not in words.groups or "partial" not in words.names:
        return words
    tokens = list(words)
    for place, token in enumerate(tokens[:-2]):
        joined = tokens[place + 1].name == "join" or tokens[place + 1].words == "、"
        if token.is_in(Group.ELIDED) and joined and tokens[place + 2].name == "partial":
            tokens[place] = token._replace(kind="outcome", name="granted")
    return Words(tokens)


def _all_others(words: Words) -> Words:
    """除2件结转外，其他13件均按时办结: the others are all that were handled."""
    if "carry" not in words.kinds or not {Group.BUT, Group.REMAINING} <= words.groups:
        return words
    tokens = list(words)
    for place, token in enumerate(tokens):
        counted = any(after.kind == "number" for after in tokens[place + 1 : place + 2])
        handled = any(after.name == "handled" for after in tokens[place + 2 :])
        if counted and handled and token.is_in(Group.REMAINING):
            tokens[place] = token._replace(kind="filler", name="count")
    return Words(tokens)


def _named_afterwards(words: Words) -> Words:
    """收到申请件3件，全部为政府信息公开申请: what the requests were is said behind their number."""
    if not {"request", "application"} <= words.names:
        return words
    tokens = list(words)
    for place, token in enumerate(tokens):
        if token.name != "request":
            continue
        counted = [word.kind for word in tokens[place + 1 : place + 3]] == ["number", "mark"]
        behind = next((word for word in tokens[place + 3 :] if word.kind != "filler"), None)
        said = any(word.ends_in(Group.IS) for word in tokens[place + 3 : place + 6])
        if counted and said and behind is not None and behind.name == "application":
            tokens[place] = token._replace(name="application")
    return Words(tokens)


def _as_received(words: Words) -> Words:
    """依申请公开工作：全年登记28件: where applications are spoken of, to register is to receive."""
    if Group.REGISTERED not in words.groups:
        return words
    tokens = list(words)
    asked = any(
        token.name == "application" or (token.kind == "topic" and _APPLICATIONS.search(token.words))
        for token in tokens
    )
    for place, token in enumerate(tokens):
        counted = tokens[place + 1 : place + 2] and tokens[place + 1].kind == "number"
        if asked and counted and token.is_in(Group.REGISTERED):
            tokens[place] = token._replace(kind="action", name="received")
    return Words(tokens)


def names_documents_behind(tokens: Words) -> bool:
    """制发24件、废止31件，现行有效的规范性文件56件: documents named behind the numbers of what was done with them."""
    if not {"in_force", "document"} <= tokens.names:
        return False
    before = list(takewhile(lambda token: token.name != "document", tokens))
    done = [token for token in before if token.kind == "action"]
    counted = any(token.kind == "number" for token in before)
    plain = all(
        token.kind in ("time", "who", "filler", "mark", "number", "action") or token.name == "join"
        for token in before
    )
    named = bool(done) and done[-1].name == "in_force"
    return (
        named
        and counted
        and plain
        and all(token.name in ("issued", "repealed", "in_force") for token in done)
    )


def _with_titles(words: Words) -> Words:
    """印发《办法》《细则》等2件规范性文件: titles say nothing more where the documents themselves are named."""
    if "document" not in words.names or not any("《" in token.words for token in words):
        return words
    tokens = list(words)
    inside = False
    for place, token in enumerate(tokens):
        opens = token.words.rfind("《") > token.words.rfind("》")
        title = inside or "《" in token.words or "》" in token.words
        inside = opens or (inside and "》" not in token.words)
        behind = [word for word in tokens[place + 1 : place + _TITLES] if word.kind in ("thing", "number")]
        if title and any(word.name == "document" for word in behind[:_NEXT]):
            tokens[place] = token._replace(kind="filler", name="count")
    return Words(tokens)


def _named_as(words: Words) -> Words:
    """属于过程性信息的信息不予公开: 信息 behind a reason says nothing more."""
    if "part" not in words.kinds:
        return words
    tokens = list(words)
    reason = False
    for place, token in enumerate(tokens):
        if reason and token.words == "信息":
            tokens[place] = token._replace(kind="filler", name="count")
        reason = token.kind == "part" or (reason and token.words in ("的", "信息"))
    return Words(tokens)


def _of_stock(words: Words) -> Words:
    """制定4件，清理废止1件，现行有效20件: beside what was issued and is in force, to clear away is to repeal.

    年末有效20件 tells of documents where they are issued or repealed.
    """
    told = words.names
    if not told & {"issued", "repealed"} or not words.groups & {Group.CLEARED, Group.VALID}:
        return words
    tokens = list(words)
    things = "thing" in words.kinds
    stock = "issued" in told and ("in_force" in told or Group.VALID in words.groups)
    for place, (token, after) in enumerate(pairwise(tokens)):
        if token.is_in(Group.CLEARED) and after.name == "repealed" and stock:
            tokens[place] = token._replace(kind="filler", name="manner")
        behind = next((word for word in tokens[place + 1 :] if word.kind != "filler"), after)
        counts = behind.kind in ("number", "thing") or (
            behind.kind == "mark" and place > 0 and tokens[place - 1].kind == "number"
        )
        if token.is_in(Group.VALID) and counts and (told & {"document", "regulation"} or not things):
            tokens[place] = token._replace(kind="action", name="in_force")
    if [token.kind for token in tokens[-3:-1]] == ["number", "thing"] and tokens[-1].is_in(Group.VALID):
        # 共有15件规范性文件有效
        tokens[-1] = tokens[-1]._replace(kind="action", name="in_force")
    return Words(tokens)


def _with_examples(words: Words) -> Words:
    """信访等不予处理: what is named before a result is an example of it; without 等 it is a part of it."""
    if "other" not in words.names or "outcome" not in words.kinds:
        return words
    tokens = list(words)
    for place, token in enumerate(tokens):
        if token.kind != "thing" or token.name != "other":
            continue
        kind_of = tokens[place + 1 : place + 2] and tokens[place + 1].words == "类"
        after = tokens[place + 1 + bool(kind_of) : place + 3 + bool(kind_of)]
        others = bool(after) and after[0].is_in(Group.AND_OTHERS)
        result = after[others : others + 1]
        if result and result[0].kind == "outcome":
            kind, name = ("filler", "count") if others else ("part", "reason")
            tokens[place] = token._replace(kind=kind, name=name)
    return Words(tokens)
