"""What is told of a thing: received, handled, carried over, a result, an applicant."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from model.prose.pieces.subject import ROUTES, Subject, is_sending
from model.prose.words.claim_words import Group
from model.prose.words.tokens import DISPUTES, KEYS, Token, Words

_JUDGED: Final = (("won",), ("lost",), ("ended",))
_DOCUMENTS: Final = ("document", "regulation")
_MADE: Final = ("issued", "repealed", "in_force", "decided")
_IN_HAND: Final = frozenset({"processed", "handled"})
_BUSY: Final = frozenset({"received", "taken", "processed", "handled", "pending"})
"""What a reviewing body does with disputes: they are not the office's own. A court alone takes suits in."""


def names_told(
    thing: str,
    left: Words,
    right: Words,
    subject: Subject,
    *,
    explicit: bool,
    unknown: bool,
) -> tuple[tuple[str, ...], bool]:
    """Return what is told of a thing, none where that is not certain, and whether the words leave no other reading.

    Several names are counted together; behind "or" they are different ways to read. `left` and `right` are the words
    before and behind the number, `explicit`: the piece itself names the thing, `unknown`: it has words not known.
    """
    if thing == "application" and "result" in left.kinds:
        # 答复被纠正19件: what disputes over them came to.
        return (), False
    if thing == "application":
        return _of_applications(left, right, subject, explicit=explicit, unknown=unknown)
    if thing in DISPUTES:
        return _of_disputes(thing, left, right, subject)
    if thing in _DOCUMENTS:
        return _of_documents(left, right, subject, explicit=explicit, unknown=unknown)
    return _of_decisions(left, right, subject, explicit=explicit)


def _of_applications(
    left: Words, right: Words, subject: Subject, *, explicit: bool, unknown: bool
) -> tuple[tuple[str, ...], bool]:
    side = _telling(left, right)
    applicants = [name for name in _kind(side, "applicant") if name != "everybody"]
    if "applicant" in left.kinds and "outcome" in right.kinds:
        return (), False
    if "outcome" in side.kinds:
        return (tuple(dict.fromkeys(_kind(side, "outcome"))), True) if not applicants else ((), False)
    done = [
        (n, _direction(token.name, left, right, subject))
        for n, token in enumerate(side)
        if token.kind in ("action", "carry")
    ]
    actions = [name for _, name in done]
    if "elsewhere" in actions:
        return (), False
    if "carry" in side.kinds:
        if _is_carried_and_ended(side):
            return (), False
        return _carried(actions, among=subject.among, together=len(done) > 1 and _joins_deeds(side, done))
    if applicants:
        if Group.EXCEPT in side.groups or _is_joined_to_stranger(side) or _names_matter(side):
            return (), False
        ours = not actions or actions[-1] not in _IN_HAND - {"processed"}
        ours = ours and not (subject.among and subject.action in ("handled",) and not actions)
        return (tuple(dict.fromkeys(applicants)) if ours else (), True)
    actions = [name for name in actions if name != "arose"]
    if not actions:
        return _of_unsaid(left, subject, explicit=explicit, unknown=unknown)
    if actions[-1] in _MADE:
        return (), False
    if side is right and _are_of_others(left, right, actions[-1]):
        still = actions[-1] == "processed" and Group.LEFT_OVER in left.groups
        return ("pending",) if still else (), False
    if len(actions) > 1 and _joined(side, done) and set(actions) != {"processed", "handled"}:
        return ("or", *actions), False
    return (actions[-1],), actions[-1] in ("received", "handled")


def _telling(left: Words, right: Words) -> Words:
    """The words that tell what a number counts: those before it, unless they name nothing, or what it is some of."""
    named = left.kinds & {"action", "carry", "outcome", "applicant"}
    return left if named and not ("outcome" in right.kinds and _ends_within(left)) else right


def _ends_within(words: Words) -> bool:
    """答复中2件同意公开: whether words before a number say what it is some of, so that those behind it tell what it is."""
    last = next((token for token in reversed(words) if token.kind != "filler"), None)
    return last is not None and last.is_in(Group.INSIDE)


def _is_joined_to_stranger(side: Words) -> bool:
    """自然人、港澳居民申请30件: applicants told together with such as are not known, who may be any."""
    kinds = ["join" if token.name == "join" else token.kind for token in side]
    threes = zip(kinds, kinds[1:], kinds[2:], strict=False)
    return any(middle == "join" and {one, other} == {"applicant", "unknown"} for one, middle, other in threes)


def _names_matter(side: Words) -> bool:
    """企业登记20件, 与企业经营有关的申请: a word that goes on with a matter, and names nobody who applied."""
    concerned = Group.CONCERNS in side.groups
    return _is_what_it_is_about(side) or any(
        one.kind == "applicant" and (other.is_in(Group.REGISTERED) or (concerned and other.kind == "unknown"))
        for one, other in pairwise([token for token in side if token.kind != "filler"])
    )


def _is_what_it_is_about(side: Words) -> bool:
    """与自然人相关的申请: whom applications are about, and who need not have made them."""
    joined = (one.name == "join" and other.kind == "applicant" for one, other in pairwise(side))
    return Group.RELATED in side.groups and any(joined)


def _are_of_others(left: Words, right: Words, done: str) -> bool:
    """Whether it tells of some whose others were told of: 另有1件于12月底收到, 其余2件按规定办理."""
    others = Group.OTHERS in left.groups
    if done in ("received", "taken"):
        return others
    left_over = others or Group.LEFT_OVER in left.groups
    return done == "processed" and Group.ALREADY not in right.groups and left_over


def _of_unsaid(
    left: Words, subject: Subject, *, explicit: bool, unknown: bool
) -> tuple[tuple[str, ...], bool]:
    """What is told of applications with no word for what was done: 网络申请12件, 以上合计48件."""
    if subject.action == "handled" and Group.LEFT_OVER in left.groups and len(left) == 1:
        return ("pending",), False
    if subject.results and "total" in left.names:
        return ("handled",), False
    ways = [token for token in left if token.name == "channel"]
    if ways and not subject.action and (subject.distance == 0 or any(map(is_sending, ways))):
        return ("received",), False
    if Group.INSIDE in left.groups or left.kinds.isdisjoint(KEYS):
        return (), False
    if "part" in left.kinds and subject.action:
        return (subject.action,), False
    if explicit and not unknown and not _is_disclosed(left):
        return ((subject.action if subject.among and subject.action else "told",), False)
    return (), False


def _is_disclosed(left: Words) -> bool:
    """Whether the words may name what was disclosed on request: 依申请公开信息12件."""
    return any(token.name == "application" and token.words.endswith("信息") for token in left)


def _direction(name: str, left: Words, right: Words, subject: Subject) -> str:
    """Which way: 结转5件至下年度 says it behind, and after what was handled only what is left can be carried.

    收到12件，加上结转的3件: what is added to what came in was carried in.
    """
    if name != "open":
        return name
    behind = _kind(right, "carry")
    if not behind and subject.action in ("received", "taken") and Group.ADDED in left.groups:
        return "carried_in"
    return behind[0] if behind else "carried_out" if subject.action == "handled" else "either"


def _carried(actions: list[str], *, among: bool, together: bool) -> tuple[tuple[str, ...], bool]:
    """Carried over, or what is told after it: 上年结转 alone, 结转下年度继续办理, 扣除上年结转后新收.

    `among` what was answered, 上年结转答复1件 is what was carried in.
    """
    last = actions[-1]
    if {*actions[-2:]} in ({"received", "carried_in"}, {"received", "either"}) and together:
        return (("handled",) if "handled" in actions else ("received", "carried_in")), False
    if last == "either":
        return (("either",) if actions == ["either"] else ()), False
    if last in ("carried_in", "carried_out"):
        if "handled" in actions:
            return ((last,) if last == "carried_in" and actions[0] == "handled" else ()), False
        if actions[0] == "received" and last == "carried_in":
            return ("received", "carried_in"), False
        return (last,), True
    if "carried_out" in actions:
        return ("carried_out",), True
    if actions[-2:] in (["carried_in", "processed"], ["carried_in", "pending"]) or (
        among and actions == ["carried_in", "handled"]
    ):
        return ("carried_in",), False
    return ((last,), False) if last not in _IN_HAND else ((), False)


def _joined(tokens: Sequence[Token], done: Sequence[tuple[int, str]]) -> bool:
    """Whether the last two deeds are told as one: 受理并答复."""
    (first, _), (second, _) = done[-2:]
    between = tokens[first + 1 : second]
    return all(token.kind in ("relation", "filler") for token in between)


def _joins_deeds(tokens: Sequence[Token], done: Sequence[tuple[int, str]]) -> bool:
    """上年结转和本年新收: whether a word joins the last two of what was done."""
    (first, _), (second, _) = done[-2:]
    return any(token.is_in(Group.JOINS) or token.is_in(Group.ADDED) for token in tokens[first:second])


def _is_carried_and_ended(side: Words) -> bool:
    """跨年办结3件: what was handled beyond the end of a year is not left over."""
    return any(one.name == "open" and other.name == "handled" for one, other in pairwise(side))


def _of_disputes(thing: str, left: Words, right: Words, subject: Subject) -> tuple[tuple[str, ...], bool]:
    left = without_grievance(left)
    passive = any(
        token.name == "against"
        or ((token.name == "arose" or token.name in DISPUTES) and token.words.startswith("被"))
        for token in left
    )
    answered = passive and "handled" in _kind(left, "action")
    about = bool((left.names | right.names) & {"information", "application"})
    known = subject.related or about or answered
    done = {token.name for token in _without_causes(left) if token.kind == "action"}
    carried = not any(token.kind == "thing" and token.name in DISPUTES for token in (*left, *right))
    its_own = {"received"} if thing == "suit" and not carried else set()
    busy = not passive and bool(_BUSY & done - its_own)
    if carried and (subject.action in _BUSY or _is_of_something_else(left, subject)):
        return (), False
    unsure = (left.kinds | right.kinds) & {"part", "carry", "outcome"}
    if not known or busy or unsure or "unknown" in left.kinds:
        return (), False
    results = _kind(left, "result") or _kind(right, "result")
    if results:
        return _results(thing, results, subject), True
    if carried and (subject.among or (subject.distance > 0 and not subject.steady)):
        # 诉讼2件。有3件附有指引: sentences after disputes a bare number is of anything.
        return (), False
    if Group.INSIDE in left.groups:
        # 复议中有2件经沟通撤回: some of them.
        return (), False
    heads = dict.fromkeys(token.name for token in left if token.kind == "thing" and token.name in DISPUTES)
    return (tuple(heads) if len(heads) > 1 else ("told",)), True


def _is_of_something_else(words: Words, subject: Subject) -> bool:
    """Whether a number behind disputes is told of what has been decided or issued, or of who applied, sentences after them."""
    made = any(token.kind == "action" and token.name in _MADE for token in words)
    return made or ("applicant" in words.kinds and subject.distance > 0)


def without_grievance(tokens: Words) -> Words:
    """The words but those for why it was asked for: 对答复不服申请复议, 不服答复提起诉讼 tell of no part."""
    if Group.GRIEVANCE not in tokens.groups:
        return tokens
    told = [n for n, token in enumerate(tokens) if token.kind != "filler"]
    pairs = [
        (first, second)
        for first, second in pairwise(told)
        if _is_grievance(tokens[first], tokens[second]) or _is_grievance(tokens[second], tokens[first])
    ]
    left_out = {n for pair in pairs for n in pair}
    return Words([token for n, token in enumerate(tokens) if n not in left_out])


def _is_grievance(one: Token, other: Token) -> bool:
    return one.is_in(Group.GRIEVANCE) and other.is_in(Group.ANSWERED)


def _without_causes(tokens: Sequence[Token]) -> Iterator[Token]:
    """The words but those for what it came of: 因答复引起的, 信息公开答复引发 are no answer to the dispute."""
    cause = False
    for place, token in enumerate(tokens):
        cause = (cause and token.name != "arose") or token.is_in(Group.CAUSE)
        after = tokens[place + 1 : place + 2]
        led = token.name == "handled" and any(word.name == "arose" for word in after)
        if not led and not (cause and any(word.name == "arose" for word in tokens[place:])):
            yield token


def _results(thing: str, names: Sequence[str], subject: Subject) -> tuple[str, ...]:
    """Results of suits are told of all, or of those that came to court in one way: 复议后起诉4件，维持3件."""
    ends = tuple(dict.fromkeys(name for name in names if name not in ROUTES))
    if ends[:1] in _JUDGED:
        return ends
    if thing != "suit" or len(ends) != 1 or not subject.route:
        return ends or tuple(dict.fromkeys(names))
    return (f"{subject.route}.{ends[0]}",)


def _of_documents(
    left: Words, right: Words, subject: Subject, *, explicit: bool, unknown: bool
) -> tuple[tuple[str, ...], bool]:
    actions = [*_kind(left, "action")] or [*_kind(right, "action")]
    if Group.NEW in left.groups:
        actions = ["issued" if name == "received" else name for name in actions]
    disclosed = actions == ["issued"]
    things = {
        token.name
        for token in left
        if token.kind == "thing" and not (disclosed and token.is_in(Group.PUBLISHED))
    }
    if len(things) > 1 or (subject.among and not explicit):
        return (), False
    if not actions and explicit and not unknown and subject.action and not _kind(left, "deed"):
        actions = [subject.action]
    if actions[-1:] == ["in_force"] and set(actions) == {"issued", "in_force"}:
        actions = ["in_force"]
    mine = [name for name in actions if name in ("issued", "repealed", "in_force")]
    return ((mine[0],), True) if len(set(actions)) == 1 and mine else ((), False)


def _of_decisions(
    left: Words, right: Words, subject: Subject, *, explicit: bool
) -> tuple[tuple[str, ...], bool]:
    """Decisions as such, or parts of what was decided: 行政权力841项，其中行政许可24项 counts no decisions.

    文物类行政处罚12件, 网上办理行政许可12件 are some of them.
    """
    if "part" in left.kinds:
        return (), False
    done = {subject.action, *_kind(left, "action")}
    named = any(token.ends_in(Group.DECIDED_ENDS) for token in left)
    if subject.among and not named and not done & {"decided", "processed"}:
        return (), False
    words = Words([token for token in left if not token.is_in(Group.PUBLISHED)]) if named else left
    things = [place for place, token in enumerate(words) if token.kind == "thing"]
    if subject.who.startswith("area") and "processed" in _kind(words, "action"):
        return (), False
    actions = {*_kind(words, "action")} - {"decided", "processed"}
    if not explicit or actions or len(things) > 1 or "action" in right.kinds:
        return (), False
    about = subject.among and any(token.words == "的" for token in words[-1:])
    ahead = [token for token in words[: things[0]] if token.words not in ("类", "的")] if things else []
    modified = about or (bool(ahead) and ahead[-1].kind == "unknown")
    return ((), False) if modified else (("told",), True)


def _kind(words: Words, kind: str) -> list[str]:
    return [token.name for token in words if token.kind == kind] if kind in words.kinds else []
