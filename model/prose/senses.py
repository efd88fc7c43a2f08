"""What words mean beside others of their sentence: 网站 is a way to apply where ways are listed."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import Final

from model.prose.claim_words import Group, Vocabulary
from model.prose.senses_in_lists import OPENS, in_lists, others_of_kind
from model.prose.tokens import DISPUTES, Token

_APPLICATIONS: Final = re.compile("申请.*(?:工作|情况|方面)$")
_JOINS: Final = "、和及与"
_NEXT: Final = 2
"""Words within which documents must be named behind the number that counts them."""
_TITLES: Final = 12
"""Words within which documents are named behind their titles."""


def in_context(tokens: list[Token], vocabulary: Vocabulary, *, listed: bool) -> list[Token]:
    """Return a sentence's words with what each means beside the others. `listed`: results are told up to the full stop."""
    tokens = _dealt_kinds(_taken_up(tokens), vocabulary)
    tokens = _with_titles(_as_received(_named_afterwards(_all_others(_elided(tokens)))))
    tokens = _named_as(_with_examples(_as_ways(_measured(_receiving_ways(tokens)))))
    return _unsettled(_of_stock(others_of_kind(in_lists(tokens, vocabulary, listed=listed))))


def _dealt_kinds(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """自然人、法人或其他组织申请量分别为32件、6件: two kinds of those who applied, each with its number."""
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
            Token("applicant", "legal", start + 1, token.end, rest),
        )
        return [*tokens[:place], *dealt, *tokens[place + 1 :]]
    return tokens


def _taken_up(tokens: list[Token]) -> list[Token]:
    """占道许可57件: what counts cases is no share of them."""
    number: Token | None = None
    for place in range(len(tokens) - 1, -1, -1):
        token = tokens[place]
        if token.kind in ("number", "mark"):
            number = token if token.kind == "number" else None
        elif token.name == "share" and number is not None and number.name != "%":
            tokens[place] = replace(token, kind="unknown", name="")
    return tokens


def _unsettled(tokens: list[Token]) -> list[Token]:
    """复议3件，未结1件: of disputes where these are spoken of; 办结37件，未结1件: of what is in hand."""
    for place, token in enumerate(tokens):
        if token.is_in(Group.UNSETTLED):
            disputes = any(before.name in DISPUTES for before in tokens[:place])
            kind, name = ("result", "pending_result") if disputes else ("action", "pending")
            busy = any(before.kind in ("action", "carry") for before in tokens[:place])
            if disputes or busy:
                tokens[place] = replace(token, kind=kind, name=name)
    return tokens


def _receiving_ways(tokens: list[Token]) -> list[Token]:
    """县政府网站收到申请88件: what receives and is no office is one of the ways in which applications came."""
    for place, (token, after) in enumerate(pairwise(tokens)):
        if token.ends_in(Group.RECEIVING_WAYS) and after.name in ("received", "taken"):
            tokens[place] = replace(token, kind="part", name="channel")
    return tokens


def _measured(tokens: list[Token]) -> list[Token]:
    """不到上年的八成, 与去年同期持平: the year behind is what this one is measured by, and nothing is told of it."""
    for place, (token, after) in enumerate(pairwise(tokens)):
        if (
            token.is_in(Group.MEASURES)
            and after.kind == "time"
            and after.name in ("last", "same_last", "year")
        ):
            tokens[place] = token = replace(token, kind="compare", name="base")
        if token.name == "base" and after.is_in(Group.YEAR_BEGINS):
            tokens[place + 1] = replace(after, kind="time", name="last")
        if token.words == "告知" and (after.name == "absent" or after.kind == "outcome"):
            tokens[place] = replace(token, kind="filler", name="manner")
    return tokens


def _as_ways(tokens: list[Token]) -> list[Token]:
    """书面申请15份、网络申请38份: written applications are a part beside those sent in another way; so is 网站21件、现场7件."""
    if any(token.name == "channel" for token in tokens):
        for place, token in enumerate(tokens):
            counted = any(after.kind == "number" for after in tokens[place + 1 : place + 2])
            opens = place == 0 or tokens[place - 1].kind in OPENS
            listed = token.is_in(Group.WAYS_IN_LISTS) and counted and opens
            if listed or token.is_in(Group.WRITTEN):
                tokens[place] = replace(token, kind="part", name="channel")
    return tokens


def _elided(tokens: list[Token]) -> list[Token]:
    """全部或部分公开, 公开和部分公开: the first of two results is told by its beginning alone."""
    for place, token in enumerate(tokens[:-2]):
        joined = tokens[place + 1].name == "join" or tokens[place + 1].words == "、"
        if token.is_in(Group.ELIDED) and joined and tokens[place + 2].name == "partial":
            tokens[place] = replace(token, kind="outcome", name="granted")
    return tokens


def _all_others(tokens: list[Token]) -> list[Token]:
    """除2件结转外，其他13件均按时办结: the others are all that were handled."""
    if not (
        any(token.kind == "carry" for token in tokens) and any(token.is_in(Group.BUT) for token in tokens)
    ):
        return tokens
    for place, token in enumerate(tokens):
        counted = any(after.kind == "number" for after in tokens[place + 1 : place + 2])
        handled = any(after.name == "handled" for after in tokens[place + 2 :])
        if counted and handled and token.is_in(Group.REMAINING):
            tokens[place] = replace(token, kind="filler", name="count")
    return tokens


def _named_afterwards(tokens: list[Token]) -> list[Token]:
    """收到申请件3件，全部为政府信息公开申请: what the requests were is said behind their number."""
    for place, token in enumerate(tokens):
        if token.name != "request":
            continue
        counted = [word.kind for word in tokens[place + 1 : place + 3]] == ["number", "mark"]
        behind = next((word for word in tokens[place + 3 :] if word.kind != "filler"), None)
        said = any(word.ends_in(Group.IS) for word in tokens[place + 3 : place + 6])
        if counted and said and behind is not None and behind.name == "application":
            tokens[place] = replace(token, name="application")
    return tokens


def _as_received(tokens: list[Token]) -> list[Token]:
    """依申请公开工作：全年登记28件: where applications are spoken of, to register is to receive."""
    if not any(token.is_in(Group.REGISTERED) for token in tokens):
        return tokens
    asked = any(
        token.name == "application" or (token.kind == "topic" and _APPLICATIONS.search(token.words))
        for token in tokens
    )
    for place, token in enumerate(tokens):
        counted = tokens[place + 1 : place + 2] and tokens[place + 1].kind == "number"
        if asked and counted and token.is_in(Group.REGISTERED):
            tokens[place] = replace(token, kind="action", name="received")
    return tokens


def names_documents_behind(tokens: Sequence[Token]) -> bool:
    """制发24件、废止31件，现行有效的规范性文件56件: documents named behind the numbers of what was done with them."""
    before = list(takewhile(lambda token: token.name != "document", tokens))
    done = [token for token in before if token.kind == "action"]
    counted = any(token.kind == "number" for token in before)
    plain = all(
        token.kind in ("time", "who", "filler", "mark", "number", "action") or token.name == "join"
        for token in before
    )
    named = len(before) < len(tokens) and bool(done) and done[-1].name == "in_force"
    return (
        named
        and counted
        and plain
        and all(token.name in ("issued", "repealed", "in_force") for token in done)
    )


def _with_titles(tokens: list[Token]) -> list[Token]:
    """印发《办法》《细则》等2件规范性文件: titles say nothing more where the documents themselves are named."""
    if not any("《" in token.words for token in tokens):
        return tokens
    inside = False
    for place, token in enumerate(tokens):
        opens = token.words.rfind("《") > token.words.rfind("》")
        title = inside or "《" in token.words or "》" in token.words
        inside = opens or (inside and "》" not in token.words)
        behind = [word for word in tokens[place + 1 : place + _TITLES] if word.kind in ("thing", "number")]
        if title and any(word.name == "document" for word in behind[:_NEXT]):
            tokens[place] = replace(token, kind="filler", name="count")
    return tokens


def _named_as(tokens: list[Token]) -> list[Token]:
    """属于过程性信息的信息不予公开: 信息 behind a reason says nothing more."""
    reason = False
    for place, token in enumerate(tokens):
        if reason and token.words == "信息":
            tokens[place] = replace(token, kind="filler", name="count")
        reason = token.kind == "part" or (reason and token.words in ("的", "信息"))
    return tokens


def _of_stock(tokens: list[Token]) -> list[Token]:
    """制定4件，清理废止1件，现行有效20件: beside what was issued and is in force, to clear away is to repeal.

    年末有效20件 tells of documents where they are issued or repealed.
    """
    told = {token.name for token in tokens}
    if not told & {"issued", "repealed"}:
        return tokens
    things = any(token.kind == "thing" for token in tokens)
    stock = "issued" in told and any(token.name == "in_force" or token.is_in(Group.VALID) for token in tokens)
    for place, (token, after) in enumerate(pairwise(tokens)):
        if token.is_in(Group.CLEARED) and after.name == "repealed" and stock:
            tokens[place] = replace(token, kind="filler", name="manner")
        behind = next((word for word in tokens[place + 1 :] if word.kind != "filler"), after)
        counts = behind.kind in ("number", "thing") or (
            behind.kind == "mark" and place > 0 and tokens[place - 1].kind == "number"
        )
        if token.is_in(Group.VALID) and counts and ("document" in told or not things):
            tokens[place] = replace(token, kind="action", name="in_force")
    if [token.kind for token in tokens[-3:-1]] == ["number", "thing"] and tokens[-1].is_in(Group.VALID):
        # 共有15件规范性文件有效
        tokens[-1] = replace(tokens[-1], kind="action", name="in_force")
    return tokens


def _with_examples(tokens: list[Token]) -> list[Token]:
    """信访等不予处理: what is named before a result is an example of it; without 等 it is a part of it."""
    for place, token in enumerate(tokens):
        if token.kind != "thing" or token.name != "other":
            continue
        kind_of = tokens[place + 1 : place + 2] and tokens[place + 1].words == "类"
        after = tokens[place + 1 + bool(kind_of) : place + 3 + bool(kind_of)]
        others = bool(after) and after[0].is_in(Group.AND_OTHERS)
        result = after[others : others + 1]
        if result and result[0].kind == "outcome":
            kind, name = ("filler", "count") if others else ("part", "reason")
            tokens[place] = replace(token, kind=kind, name=name)
    return tokens
