"""What words mean beside disputes: who answers one that another body has decided is a party to it."""

from itertools import pairwise
from typing import Final

from model.prose.words.claim_words import Group
from model.prose.words.tokens import Words

_WORKED_ON: Final = ("processed", "handled")


def as_party(words: Words) -> Words:
    """办理行政复议2件，复议机关维持原答复: what is worked on was decided by others, and so brought against the office."""
    if "judged" not in words.names or "review" not in words.names:
        return words
    decided = any(
        token.name == "judged" and token.contains(Group.BENCHES) and after.kind == "result"
        for token, after in pairwise(words)
    )
    tokens = list(words)
    for place, token in enumerate(tokens):
        ahead = next(
            (one.name for one in tokens[place + 1 :] if one.kind == "thing" and one.name != "information"), ""
        )
        if decided and token.name in _WORKED_ON and ahead == "review":
            tokens[place] = token._replace(kind="filler", name="manner")
    return Words(tokens)
