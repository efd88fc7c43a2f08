"""What words mean in lists: 公开 is a result where results are listed, 其他 another of the kind told before it."""

from collections.abc import Sequence
from typing import Final

from model.prose.words.claim_words import Group, Vocabulary
from model.prose.words.tokens import DEALT, Token, Words

OPENS: Final = frozenset({"mark", "relation", "number"})
"""Kinds of what an entry of a list stands behind."""
_RESULTS_OF_DISPUTES: Final = ("upheld", "corrected")
_OTHERS_BEHIND: Final = {
    **dict.fromkeys(
        ("enterprise", "research", "nonprofit", "legal_service"), ("applicant", "other_organisation")
    ),
    **dict.fromkeys(_RESULTS_OF_DISPUTES, ("result", "other_result")),
}
"""What 其他 counts by the kind that is told before it."""
_JOIN_NUMBERS: Final = ("、", "和", "及")
_RESULTS: Final = frozenset({"reason", "absent"})
_NEXT: Final = 2
"""Words within which a number must stand behind the result that it counts."""


def in_lists(words: Words, vocabulary: Vocabulary, *, listed: bool) -> Words:
    """公开12件，不予公开3件，不存在2件, 其中8件已公开: words that tell results where results are listed."""
    results = vocabulary.rows | _RESULTS
    if not listed and "outcome" not in words.kinds and not words.names & results:
        return words
    names = {token.name for token in words if token.kind == "outcome"}
    tokens = list(words)
    for place, token in enumerate(tokens):
        word = vocabulary.listed.get(token.words)
        if word is None:
            continue
        before, (bracket, behind) = tokens[:place], _beyond_bracket(tokens[place + 1 :])
        if word.name == "rest" and not _may_be_rest(before, results, listed=listed):
            continue
        if _counts_itself(before, behind):
            both = "partial" in {other.name for other in bracket}
            apart = "partial" in names and "granted" not in names and not both
            name = "granted" if word.name == "disclosed" and apart else word.name
            tokens[place] = token._replace(kind=word.kind, name=name)
    return Words(tokens)


def _may_be_rest(before: Sequence[Token], results: frozenset[str], *, listed: bool) -> bool:
    """Whether 其他 goes on with results: behind one, or where it opens a sentence among such as list them."""
    opens = all(token.kind == "filler" for token in before)
    return (listed and opens) or _after_result(before, results)


def _counts_itself(before: Sequence[Token], behind: Sequence[Token]) -> bool:
    """Whether a number stands behind a word that opens an entry, 公开12件, or before one that ends it, 12件公开."""
    told = [token for token in behind if token.kind != "filler"]
    last = next((token for token in reversed(before) if token.kind != "filler"), None)
    if last is not None and last.kind == "number" and (not told or told[0].kind == "mark"):
        return True
    opens = last is None or last.kind in OPENS or last.words == ";" or _is_named(before)
    return opens and bool(told) and told[0].kind == "number"


def _is_named(before: Sequence[Token]) -> bool:
    """Whether what follows is said to be the answer: 答复意见为公开的12件."""
    return (
        bool(before)
        and before[-1].is_in(Group.IS)
        and any(token.name == "handled" for token in before[-2:-1])
    )


def others_of_kind(words: Words) -> Words:
    """商业企业22件，法律服务机构4件，其他2件: behind kinds of those who applied, the others applied as well.

    维持6件、纠正1件、其他2件: behind results of disputes, they are other results, and 撤销1件 is one that was corrected.
    """
    others_named = words.groups & {Group.UNDONE, Group.OTHER_KINDS} or "other_handling" in words.names
    if not others_named or words.names.isdisjoint(_OTHERS_BEHIND):
        return words
    tokens = list(words)
    kind = ""
    for place, token in enumerate(tokens):
        others = _OTHERS_BEHIND.get(kind)
        undone = token.is_in(Group.UNDONE) and kind in _RESULTS_OF_DISPUTES
        rest = token.is_in(Group.OTHER_KINDS) or (
            token.name == "other_handling" and kind in _RESULTS_OF_DISPUTES
        )
        if undone or (rest and others is not None):
            counted = any(after.kind == "number" for after in tokens[place + 1 : place + 2])
            if counted and tokens[place - 1].kind in OPENS:
                of_kind = ("result", "corrected") if undone or others is None else others
                tokens[place] = token._replace(kind=of_kind[0], name=of_kind[1])
        elif token.kind in DEALT or token.kind == "part":
            kind = token.name
    return Words(tokens)


def dealt_changes(words: Words) -> Words:
    """较上年各增加4件、2件: several numbers are dealt out, each to its own of those told before; 各增加4件 is one for all."""
    if Group.EACH not in words.groups or "compare" not in words.kinds:
        return words
    tokens = list(words)
    for place, token in enumerate(tokens):
        changed, *row = tokens[place + 1 : place + 5] or [token]
        dealt = [after.kind for after in row[::2]] == ["number", "number"] and row[1].words in _JOIN_NUMBERS
        if token.is_in(Group.EACH) and changed.name in ("up", "down") and dealt:
            tokens[place] = token._replace(kind="relation", name="respectively")
    return Words(tokens)


def _beyond_bracket(tokens: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """What a bracket right behind a word holds, and the two words next to that word without it: 公开类（…）12件."""
    bracket: list[Token] = []
    after: list[Token] = []
    depth = 0
    for token in tokens:
        depth += token.words == "（"
        (bracket if depth else after).append(token)
        depth -= token.words == "）"
        if depth < 0 or len(after) == _NEXT:
            break
    return bracket, after


def _after_result(before: Sequence[Token], results: frozenset[str]) -> bool:
    """Whether the last thing told is a result: 无法提供3件、其他2件, 不予处理2件（重复申请2件）；其他5件."""
    depth = 0
    for token in reversed(before):
        depth += (token.words == "）") - (token.words == "（")
        if depth < 0:
            return False
        if depth or token.kind in ("filler", "number", "mark", "relation") or token.words == ";":
            continue
        return token.kind == "outcome" or token.name in results
    return False
