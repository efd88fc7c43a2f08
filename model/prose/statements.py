"""What one piece of a sentence tells: of which thing, what was done, of which year, by whom, whole or part.

The subject is carried from piece to piece: 收到申请12件，答复9件 tells of applications twice. Where a word is not known,
what is carried no longer counts: a number whose subject is not certain tells nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from model.prose.claim_words import Meaning, Reading, Vocabulary
from model.prose.lexing import Piece, Token
from model.prose.numerals import Quantity

_DISPUTES: Final = ("review", "suit")
_DOCUMENTS: Final = ("document", "regulation")
_DECISIONS: Final = ("licence", "penalty", "coercive", "fee")
_KEYS: Final = frozenset({"thing", "action", "carry", "outcome", "result", "applicant"})
_IN_HAND: Final = frozenset({"processed", "handled"})
_BUSY: Final = frozenset({"received", "taken", "processed", "handled", "pending"})
"""What a reviewing body does with disputes: they are not the office's own."""
_UNITS: Final = {
    **dict.fromkeys(
        ("application",), frozenset(["件", "宗", "份", "条", "起", "例", "封", "次", "件次", "个"])
    ),
    **dict.fromkeys(_DISPUTES, frozenset(["件", "宗", "起", "例", "次", "件次"])),
    **dict.fromkeys(_DOCUMENTS, frozenset(["件", "份", "个", "部", "项"])),
    **dict.fromkeys(_DECISIONS, frozenset(["件", "宗", "起", "例", "件次", "项", "次"])),
    "fee": frozenset(("万元",)),
}
_OFFICE_ENDS: Final = (
    "局",
    "委员会",
    "镇",
    "乡",
    "街道",
    "街道办事处",
    "中心",
    "院",
    "厅",
    "署",
    "公司",
    "学校",
    "大队",
    "支队",
    "委",
    "集团",
)


_SHORT_NAME: Final = 2
_ABOUT: Final = frozenset(["涉及", "涉及到", "涉", "有关"])
"""Before 申请 they name a part: applications about something."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a sentence speaks of, as carried from piece to piece.

    `distance`: sentences since the thing was named, 0 in its own. `when`: the year told of, 0 for part of a year or
    several. `who`: a name of `who` in the vocabulary, or an office's name. `related`: disputes are about disclosure;
    `about`: the sentence itself names disclosure. `steady`: a heading names the thing, so it lasts.
    """

    thing: str = ""
    distance: int = 9
    action: str = ""
    when: int = 0
    who: str = ""
    related: bool = False
    among: bool = False
    about: bool = False
    steady: str = ""

    def at_next_sentence(self, year: int) -> "Subject":
        """Return what is left of it after a full stop."""
        distance = 1 if self.thing and self.thing == self.steady else self.distance + 1
        return replace(self, distance=distance, action="", when=year, who="", among=False, about=False)


@dataclass(frozen=True, slots=True)
class Told:
    """A number and how it was read. `names` are what is told of the thing; several are counted together.

    `dimension`: along which it is a part (`channel`, `haste`…), "" for a whole. `sure`: no other reading is open.
    """

    quantity: Quantity
    start: int
    end: int
    thing: str
    names: tuple[str, ...]
    code: str
    says: str
    readings: tuple[Reading, ...]
    when: int
    who: str
    dimension: str = ""
    sure: bool = False


def follow(subject: Subject, piece: Piece, year: int) -> Subject:
    """Return the subject as the piece's words leave it, before its number is read."""
    times = [token for token in piece.tokens if token.kind == "time"]
    if times and not compares(piece):
        subject = replace(subject, when=_when(times[-1], year))
    who = [token.name for token in piece.before if token.kind == "who"]
    if who:
        subject = replace(subject, who=who[-1])
    named = _named_office(piece)
    if named:
        subject = replace(subject, who=named)
    if any(
        token.kind == "relation" and token.name == "among" and _opens_parts(token, piece)
        for token in piece.before
    ):
        subject = replace(subject, among=True)
    for token in (*piece.before, *_near(piece.behind)):
        subject = _with_thing(subject, token)
    return subject


def _with_thing(subject: Subject, token: Token) -> Subject:
    if token.kind == "topic":
        about = "application" if "申请" in token.words else ""
        distance = 0 if about else subject.distance
        return replace(subject, thing=about or subject.thing, distance=distance, related=True, about=True)
    if token.kind != "thing":
        return subject
    if token.name == "information":
        return replace(subject, related=True, about=True)
    if token.name == "request":
        if _may_be_ours(subject):
            return replace(subject, thing="application", distance=0)
        return subject if subject.thing else replace(subject, thing="request", distance=0)
    related = subject.related if token.name in _DISPUTES else token.name == "application" or subject.related
    return replace(subject, thing=token.name, distance=0, related=related)


def _may_be_ours(subject: Subject) -> bool:
    """Whether 申请 alone is one for disclosure: nothing else is spoken of."""
    return subject.thing == "application" or (subject.about and subject.distance > 0)


def _when(token: Token, year: int) -> int:
    if token.name == "year":
        return token.year
    return {"this": year, "last": year - 1, "same_last": year - 1}.get(token.name, 0)


def _named_office(piece: Piece) -> str:
    """An office named before what was done: 县教育局收到."""
    end = next((n for n, token in enumerate(piece.before) if token.kind == "action"), 0)
    words = list(piece.before[:end])
    while words and words[-1].kind in ("filler", "time") and not words[-1].words.endswith(_OFFICE_ENDS):
        words.pop()
    first = next((n for n, token in enumerate(words) if token.kind == "unknown"), len(words))
    name = "".join(token.words for token in words[first:])
    return name if len(name) > _SHORT_NAME and name.endswith(_OFFICE_ENDS) else ""


def _opens_parts(token: Token, piece: Piece) -> bool:
    """其中 always does; 中 and 含 only in their place."""
    return token.words.startswith("其中") or piece.mark == "（" or token.words in ("包括", "包含", "分别是")


def compares(piece: Piece) -> bool:
    """Whether the piece compares with another time: 同比增长, 比上年, 较2023年."""
    tokens = piece.tokens
    base = any(token.kind == "compare" and token.name == "base" for token in tokens)
    change = any(
        token.kind == "compare" and token.name != "base" and len(token.words) > 1 for token in tokens
    )
    return (
        base
        and (
            change
            or any(token.kind in ("time", "carry") or token.words in ("同比", "相比") for token in tokens)
        )
    ) or change


def read(piece: Piece, subject: Subject, vocabulary: Vocabulary) -> Told | None:
    """Return what the piece's number tells, None where that is not certain."""
    number = piece.number
    if number is None or number.told is None or compares(piece):
        return None
    if _is_blocked(piece):
        return None
    left = [token for token in piece.before if token.kind not in ("time", "who")]
    right = _near(piece.behind)
    thing, explicit = _thing(left, right, subject)
    if thing not in vocabulary.meanings or number.name not in _UNITS[thing]:
        return None
    keys = [place for place, token in enumerate(left) if token.kind in _KEYS]
    unknowns = [place for place, token in enumerate(left) if token.kind in ("unknown", "topic")]
    if keys and any(place > keys[-1] for place in unknowns):
        return None
    if not explicit and unknowns:
        return None
    limited = bool(keys) and any(keys[0] < place < keys[-1] for place in unknowns)
    names, sure = _names(thing, left, right, subject, explicit=explicit, unknown=bool(unknowns))
    dimension = (_dimension(left, right) if thing == "application" else "") or ("about" if limited else "")
    if not names or (dimension and thing != "application"):
        return None
    if len(names) > 1 and names[0] == "or":
        return _told(
            piece, thing, names[1:], subject, vocabulary, together=False, dimension=dimension, sure=False
        )
    sure = sure and not dimension and (explicit or subject.distance == 0)
    return _told(piece, thing, names, subject, vocabulary, together=True, dimension=dimension, sure=sure)


def compared(piece: Piece, subject: Subject, vocabulary: Vocabulary) -> Told | None:
    """Return what a comparison is of that names its subject without a number: 政府信息公开申请同比增长12%."""
    end = next((n for n, token in enumerate(piece.before) if token.kind == "compare"), 0)
    words = [token for token in piece.before[:end] if token.kind not in ("time", "who", "filler")]
    alone = [token.name for token in words] == ["application"]
    if not alone or piece.number is None or _is_blocked(piece):
        return None
    return _told(
        piece, "application", ("told",), subject, vocabulary, together=True, dimension="", sure=False
    )


def _is_blocked(piece: Piece) -> bool:
    """Whether something else is done, or denied, or the number is a rate."""
    return any(
        token.kind in ("deed", "rate") or (token.kind == "relation" and token.name in ("none", "share"))
        for token in piece.before
    ) or any(token.kind == "rate" for token in piece.behind[:1])


def _near(behind: Sequence[Token]) -> list[Token]:
    """The words right behind a number that are known, up to the first that says what it is."""
    near: list[Token] = []
    said = ""
    for token in behind:
        if token.kind in ("unknown", "deed") or (said and token.kind in _KEYS and token.kind != said):
            break
        if token.kind in _KEYS - {"thing"} and token.name not in ("decided", "arose"):
            said = token.kind
        elif said and token.name != "join":
            break
        near.append(token)
    return near


def _thing(left: Sequence[Token], right: Sequence[Token], subject: Subject) -> tuple[str, bool]:
    """The thing told of and whether the piece itself names it. The last noun before a number is its head."""
    kinds = {token.kind for token in (*left, *right) if token.name != "everybody"}
    told_of_it = (subject.thing in ("", "request") and "carry" in kinds) or (
        subject.thing == "request" and kinds & {"outcome", "applicant"}
    )
    for tokens in (reversed(left), iter(right)):
        for token in tokens:
            if token.kind == "topic":
                return "other", False
            if token.kind == "thing" and token.name != "information":
                if token.name != "request":
                    return token.name, True
                known = (subject.thing == "application" or told_of_it) and _follows_known(token, left)
                return ("application", True) if known else ("other", False)
    if told_of_it:
        return "application", False
    if any(token.name in ("direct", "after_review") for token in left) and subject.related:
        return "suit", True
    told = any(token.kind in ("action", "carry", "outcome") for token in (*left, *right))
    return (subject.thing, False) if subject.distance <= int(told) else ("", False)


def _follows_known(token: Token, left: Sequence[Token]) -> bool:
    """Whether 申请 stands alone: 各类申请 and 登记申请 are something else."""
    place = next((n for n, other in enumerate(left) if other is token), 0)
    return place == 0 or (
        left[place - 1].kind in ("action", "filler", "applicant", "part", "carry", "relation")
        and left[place - 1].words not in ("各类", "类")
    )


def _names(
    thing: str,
    left: Sequence[Token],
    right: Sequence[Token],
    subject: Subject,
    *,
    explicit: bool,
    unknown: bool,
) -> tuple[tuple[str, ...], bool]:
    if thing == "application":
        return _of_applications(left, right, subject, explicit=explicit, unknown=unknown)
    if thing in _DISPUTES:
        return _of_disputes(left, right, subject)
    if thing in _DOCUMENTS:
        return _of_documents(left, right, subject, explicit=explicit)
    return _of_decisions(left, right, explicit=explicit)


def _kind(tokens: Sequence[Token], kind: str) -> list[str]:
    return [token.name for token in tokens if token.kind == kind]


def _of_applications(
    left: Sequence[Token], right: Sequence[Token], subject: Subject, *, explicit: bool, unknown: bool
) -> tuple[tuple[str, ...], bool]:
    side = left if any(token.kind in ("action", "carry", "outcome", "applicant") for token in left) else right
    outcomes, carried = (
        _kind(side, "outcome"),
        [_direction(name, right, subject) for name in _kind(side, "carry")],
    )
    applicants = [name for name in _kind(side, "applicant") if name != "everybody"]
    done = [
        (n, _direction(token.name, right, subject))
        for n, token in enumerate(side)
        if token.kind in ("action", "carry")
    ]
    if outcomes:
        return (tuple(dict.fromkeys(outcomes)), True) if not applicants else ((), False)
    if "elsewhere" in carried:
        return (), False
    actions = [name for _, name in done]
    if carried:
        return _carried(actions)
    if applicants:
        ours = not actions or actions[-1] not in _IN_HAND - {"processed"}
        ours = ours and not (subject.among and subject.action in ("handled",) and not actions)
        return (tuple(dict.fromkeys(applicants)) if ours else (), True)
    actions = [name for name in actions if name != "arose"]
    if not actions:
        if any(token.words in ("中", "当中") for token in left) or not any(
            token.kind in _KEYS for token in left
        ):
            return (), False
        if any(token.kind == "part" for token in left) and subject.action:
            return (subject.action,), False
        if explicit and not unknown and not _is_disclosed(left):
            return ((subject.action if subject.among and subject.action else "told",), False)
        return (), False
    if actions[-1] in ("issued", "repealed", "in_force", "decided"):
        return (), False
    if len(actions) > 1 and _joined(side, done) and set(actions) != {"processed", "handled"}:
        return ("or", *actions), False
    return (actions[-1],), actions[-1] in ("received", "handled")


def _is_disclosed(left: Sequence[Token]) -> bool:
    """Whether the words may name what was disclosed on request: 依申请公开信息12件."""
    return any(token.name == "application" and token.words.endswith("信息") for token in left)


def _direction(name: str, right: Sequence[Token], subject: Subject) -> str:
    """Which way: 结转5件至下年度 says it behind, and after what was handled only what is left can be carried."""
    if name != "open":
        return name
    behind = _kind(right, "carry")
    return behind[0] if behind else "carried_out" if subject.action == "handled" else "elsewhere"


def _carried(actions: list[str]) -> tuple[tuple[str, ...], bool]:
    """Carried over, or what is told after it: 上年结转 alone, 结转下年度继续办理, 扣除上年结转后新收."""
    last = actions[-1]
    if last in ("carried_in", "carried_out"):
        if "handled" in actions:
            return (), False
        if actions[0] == "received" and last == "carried_in":
            return ("received", "carried_in"), False
        return (last,), True
    if "carried_out" in actions:
        return ("carried_out",), True
    if actions[-2:] == ["carried_in", "processed"]:
        return ("carried_in",), False
    return ((last,), False) if last not in _IN_HAND else ((), False)


def _joined(tokens: Sequence[Token], done: Sequence[tuple[int, str]]) -> bool:
    """Whether the last two deeds are told as one: 受理并答复."""
    (first, _), (second, _) = done[-2:]
    between = tokens[first + 1 : second]
    return all(token.kind in ("relation", "filler") for token in between)


def _of_disputes(
    left: Sequence[Token], right: Sequence[Token], subject: Subject
) -> tuple[tuple[str, ...], bool]:
    known = subject.related or any(token.name in ("information", "application") for token in left)
    busy = _BUSY & set(_kind(left, "action"))
    carried = not any(token.kind == "thing" and token.name in _DISPUTES for token in (*left, *right))
    if carried and subject.action in _BUSY:
        return (), False
    unsure = any(token.kind in ("part", "carry") for token in (*left, *right))
    if not known or busy or unsure or any(token.kind == "unknown" for token in left):
        return (), False
    results = _kind(left, "result") or _kind(right, "result")
    if results:
        return tuple(dict.fromkeys(results)), True
    heads = dict.fromkeys(token.name for token in left if token.kind == "thing" and token.name in _DISPUTES)
    return (tuple(heads) if len(heads) > 1 else ("told",)), True


def _of_documents(
    left: Sequence[Token], right: Sequence[Token], subject: Subject, *, explicit: bool
) -> tuple[tuple[str, ...], bool]:
    things = set(_kind(left, "thing"))
    actions = [*_kind(left, "action")] or [*_kind(right, "action")]
    if len(things) > 1 or (subject.among and not explicit):
        return (), False
    if not actions and explicit and subject.among and subject.action:
        actions = [subject.action]
    mine = [name for name in actions if name in ("issued", "repealed", "in_force")]
    return ((mine[0],), True) if len(actions) == 1 and mine else ((), False)


def _of_decisions(
    left: Sequence[Token], right: Sequence[Token], *, explicit: bool
) -> tuple[tuple[str, ...], bool]:
    things = [place for place, token in enumerate(left) if token.kind == "thing"]
    actions = {*_kind(left, "action")} - {"decided", "processed"}
    if not explicit or actions or len(things) > 1 or _kind(right, "action"):
        return (), False
    modified = bool(things) and things[0] > 0 and left[things[0] - 1].kind == "unknown"
    return ((), False) if modified else (("told",), True)


def _dimension(left: Sequence[Token], right: Sequence[Token]) -> str:
    parts = [token.name for token in (*left, *right) if token.kind == "part"]
    if any(token.words == "通过" for token in left):
        parts.append("channel")
    if any(token.words in _ABOUT for token in left):
        parts.append("about")
    return parts[0] if parts else ""


def _told(
    piece: Piece,
    thing: str,
    names: tuple[str, ...],
    subject: Subject,
    vocabulary: Vocabulary,
    *,
    together: bool,
    dimension: str,
    sure: bool,
) -> Told | None:
    meanings = _meanings(thing, names, vocabulary)
    number = piece.number
    if not meanings or number is None or number.told is None:
        return None
    if together and len(meanings) > 1:
        readings = meanings[0].readings[:1]
        for meaning in meanings[1:]:
            readings = tuple((*ours, *meaning.readings[0]) for ours in readings)
    else:
        readings = tuple(dict.fromkeys(reading for meaning in meanings for reading in meaning.readings))
    words = [
        token for token in piece.before if token.kind in (*_KEYS, "part", "unknown", "filler", "relation")
    ]
    keys = [token.start for token in words if token.kind in (*_KEYS, "part") and token.name != "information"]
    start = min((*keys, number.start))
    end = max((number.end, *(token.end for token in _near(piece.behind) if token.kind in (*_KEYS, "part"))))
    says = "、".join(dict.fromkeys(meaning.says for meaning in meanings))
    return Told(
        number.told,
        start,
        end,
        thing,
        names,
        meanings[0].code,
        says,
        readings,
        subject.when,
        subject.who,
        dimension,
        sure,
    )


def _meanings(thing: str, names: Sequence[str], vocabulary: Vocabulary) -> list[Meaning]:
    found = []
    for name in names:
        if name in _DISPUTES:
            found.append(vocabulary.meanings[name]["told"])
        elif name in vocabulary.meanings[thing]:
            found.append(vocabulary.meanings[thing][name])
        else:
            return []
    return found
