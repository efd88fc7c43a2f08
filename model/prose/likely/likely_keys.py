"""What a word of the grammar tells of the thing that is spoken of, for numbers of which the grammar is not certain."""

from collections.abc import Iterator
from typing import Final

from model.prose.likely.likely_words import Key, Keys, likely_words
from model.prose.pieces.subject import ROUTES
from model.prose.words.claim_words import Group, vocabulary
from model.prose.words.tokens import DISPUTES, Token

SHOWN: Final = "shown"
"""What is told of documents put before the public: those issued in the year, all that are in force, or fewer than these."""
OTHERS: Final = "other"
"""The topic where something is spoken of that the tables do not have."""
APPLICANTS: Final = (
    "natural_person", "citizen", "legal", "company", "enterprise", "research", "nonprofit", "legal_service", "other_organisation",
)  # fmt: skip
BODIES: Final = frozenset(APPLICANTS[3:])
"""Kinds of applicants that are no persons."""
CAME: Final = ("received", "taken", "processed", "told", "due")
REST: Final = ("rest", "other_handling")
"""What may be told of other kinds of applicants as well as of other results."""
_OF_DOCUMENTS: Final = ("issued", "repealed", "in_force")
_ENDED: Final = {"pending": "pending_result", "handled": "concluded"}
"""What a deed tells of disputes."""
_CARRIED: Final = {"open": "either", "elsewhere": ""}


def keys_of(token: Token, topic: str) -> Keys:
    """Return what a word tells of what is spoken of, none where it tells nothing of it."""
    if token.kind == "applicant" and token.is_in(Group.OTHER_KINDS):
        # 企业6件，其他1件 are all other kinds, and not the column of that name.
        return ()
    return tuple(_named(token, topic)) or likely_words().told_by(token.words, topic)


def _named(token: Token, topic: str) -> Iterator[Key]:
    known = vocabulary()
    if token.kind == "result":
        yield from _result(token.name, topic)
    elif token.kind == "action" and token.name in _OF_DOCUMENTS:
        thing = "regulation" if topic == "regulation" else "document"
        if topic == thing or token.name == "in_force":
            yield Key(thing, token.name)
    elif token.kind == "action" and topic in DISPUTES and token.name in _ENDED:
        yield Key(topic, _ENDED[token.name])
    elif token.kind != "action" or topic == "application":
        name = _CARRIED.get(token.name, token.name) if token.kind == "carry" else token.name
        if token.kind == "part":
            name = name if name in known.rows else known.called.get(token.words, "")
        if name in known.meanings["application"]:
            yield Key("application", name)


def _result(name: str, topic: str) -> Iterator[Key]:
    """What became of the disputes spoken of, or of any where none are."""
    if name in ROUTES:
        yield Key("suit", name)
        return
    things = (
        () if topic in (OTHERS, "document", "regulation") else (topic,) if topic in DISPUTES else DISPUTES
    )
    for thing in things:
        if name in vocabulary().meanings[thing]:
            yield Key(thing, name)


def narrowed(keys: Keys, before: Keys) -> Keys:
    """Return what a key tells behind another: 因保护第三方权益不予公开3件 may be of either, 企业和律所11件 are of both."""
    group = keys[0]
    if {group.name, before[0].name} <= BODIES:
        return (Key("application", "legal"),)
    return (*keys, *before) if len(keys) == 1 and before[0].name.startswith(f"{group.name}_") else keys
