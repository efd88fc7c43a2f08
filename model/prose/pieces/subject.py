"""What a sentence speaks of, carried from piece to piece: which cases, whose, of which year."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from model.prose.pieces.named_office import named_office
from model.prose.pieces.other_kinds import is_of_all_kinds, is_of_another_kind
from model.prose.pieces.piece import Piece
from model.prose.pieces.since_when import compares_with_another_year
from model.prose.words.claim_words import Group, Reading, vocabulary
from model.prose.words.codes import RECEIVED
from model.prose.words.numerals import Quantity
from model.prose.words.tokens import DISPUTES, Token

ROUTES: Final = ("direct", "after_review")
LEVELS: Final = "省市县区州旗盟"
"""Kinds of areas that have a government."""
_NAMING_THINGS: Final = frozenset({"thing", "topic", "part", "applicant"})
"""Kinds of words that may say what is spoken of."""
_THAT_YEAR: Final = ("当年", "年内", "当年度")
_LEVEL: Final = re.compile(f"[全我本]?([{LEVELS}])")


class Part(NamedTuple):
    """What a number counts, for lists that hang on it: as in `Told`, without code and readings where they are not known.

    One that was understood, but is no number of the tables, has names.
    """

    code: str
    names: tuple[str, ...]
    says: str
    readings: tuple[Reading, ...]
    of: tuple[Reading, ...] = ()


CAME: Final = Part(RECEIVED, ("received",), "收到", (("收到申请总数",),))
UNCLEAR: Final = Part("", (), "", ())


class Subject(NamedTuple):
    """What a sentence speaks of, as carried from piece to piece."""

    thing: str = ""
    distance: int = 9
    """Sentences since the thing was named, 0 in its own."""
    action: str = ""
    when: int = 0
    """The year told of, 0 for part of a year or several."""
    who: str = ""
    """A name of `who` in the vocabulary, or an office's name."""
    related: bool = False
    """Disputes are about disclosure."""
    judging: bool = False
    """The office decides the reviews spoken of, which others brought."""
    among: bool = False
    """A list of parts was opened: 其中."""
    about: bool = False
    """The sentence itself names disclosure."""
    steady: str = ""
    """The thing that a heading names, so that it lasts."""
    ended: bool = False
    """The sentence tells results of applications."""
    listing: bool = False
    """One result was told, and others may follow."""
    results: bool = False
    """The sentence before told some."""
    route: str = ""
    """How the suits spoken of came to court."""
    both: bool = False
    """What came in was told together with what was carried in, and so may be those who applied."""
    items: str = ""
    """What is counted as 项, as was said of some: "decision" or "application"."""
    ours: tuple[str, ...] = ()
    """The disputes of which a number was told to be over disclosure."""
    either: bool = False
    """Last year's number was told beside this year's, so that what follows may be of either."""
    apart: bool = False
    """What the office's own rooms did was told beside what other bodies of it did."""
    since: bool = False
    """What follows is compared with a year that is not the one before."""
    asked: bool = False
    """What follows is what applications ask about."""
    row: tuple[tuple[str, ...], ...] = ()
    """The disputes counted in the sentence, those counted together in one tuple."""
    told: tuple[Part, ...] = ()
    """What 其中 may go on with in the next sentence."""
    before: tuple[Part, ...] = ()
    """What it may go on with in this one."""
    parts: tuple[Part, ...] = ()
    """What the list that is going on hangs on."""

    def is_judge_of(self, thing: str) -> bool:
        """Whether disputes of this kind are not the office's own: it speaks as the one that decides reviews."""
        return self.judging and thing == "review"

    def at_next_sentence(self, year: int) -> "Subject":
        """Return what is left of it after a full stop."""
        distance = 1 if self.thing and self.thing == self.steady else self.distance + 1
        return Subject(
            "other" if self.is_judge_of(self.thing) else self.thing,
            distance,
            when=year,
            related=self.related,
            steady=self.steady,
            results=self.listing,
            both=self.both,
            apart=self.apart,
            ours=self.ours,
            before=self.told,
        )


class Told(NamedTuple):
    """A number and how it was read."""

    quantity: Quantity
    start: int
    end: int
    thing: str
    names: tuple[str, ...]
    """What is told of the thing; several are counted together."""
    code: str
    says: str
    readings: tuple[Reading, ...]
    when: int
    who: str
    dimension: str = ""
    """Along which it is a part (`channel`, `haste`…), "" for a whole."""
    sure: bool = False
    """No other reading is open."""
    of: tuple[Reading, ...] = ()
    """The rows of table 三 within which applicants are counted."""
    either: bool = False
    """It may be of last year as well."""
    less: Reading = ()
    """What it may leave out of what the readings count, as far as there is some."""


def follow(subject: Subject, piece: Piece, year: int) -> Subject:
    """Return the subject as the piece's words leave it, before its number is read."""
    if _says_what_about(piece, subject):
        return subject
    subject = _with_body(_with_year(subject, piece, year), piece)
    judging = _judges(piece, subject)
    if judging != subject.judging:
        subject = subject._replace(judging=judging)
    if opens_list(piece):
        subject = subject._replace(among=True)
    return _of_its_kind(_with_things(subject, piece), piece)


def _with_year(subject: Subject, piece: Piece, year: int) -> Subject:
    if "time" not in piece.tokens.kinds:
        return subject
    if compares_with_another_year(piece.before, year):
        return subject._replace(since=True)
    if piece.compares:
        return subject
    times = [token for token in piece.tokens if token.kind == "time"]
    if any(token.name == "year" for token in times):
        # 2023年收到的1件已于当年办结: in the year that is named.
        times = [token for token in times if token.words not in _THAT_YEAR]
    # 2023年收到、结转至2024年办理: it is said to which year these went.
    carried = any(token.kind == "carry" and token.year in (year, year + 1) for token in piece.before)
    return subject._replace(when=year if carried else _when(times[-1], year), either=False)


def _with_body(subject: Subject, piece: Piece) -> Subject:
    bodies = _bodies(piece)
    who = [token.name for token in bodies]
    if bodies and not _is_decided_by(piece, subject):
        subject = subject._replace(who=_body(bodies[-1]))
    if "area" in who and any(token.name == "office" for inner in piece.inner for token in inner.before):
        subject = subject._replace(who="office")
    named = named_office(piece)
    return subject._replace(who=named) if named and "others" not in who else subject


def _with_things(subject: Subject, piece: Piece) -> Subject:
    last: Token | None = None
    mail = piece.number is None and Group.MAIL in piece.before.groups
    for token in (*piece.before, *(_thing_counted(piece, subject) or piece.near)):
        if (mail and _is_called_mail(token, subject)) or (piece.number is None and token.is_in(Group.BOOKS)):
            continue
        if last is not None and token.name == "arose" and last.name == "other" and last.kind == "thing":
            subject = subject._replace(related=False)
        last = token
        if token.kind in _NAMING_THINGS:
            subject = _with_thing(subject, token)
        elif token.name in ROUTES:
            subject = subject._replace(route=token.name)
    return subject


def _of_its_kind(subject: Subject, piece: Piece) -> Subject:
    """The subject without what is told of other kinds of requests and disputes, or of all."""
    if is_of_all_kinds(piece, subject.ours):
        return subject._replace(thing="other", distance=0, related=False)
    if not is_of_another_kind(piece):
        return subject
    disputed = not piece.before.names.isdisjoint(DISPUTES)
    return subject._replace(thing="other", distance=0, related=subject.related and not disputed)


def _is_decided_by(piece: Piece, subject: Subject) -> bool:
    """县教育局被复议5件，县政府维持4件: behind disputes of others, whoever is named decided them.

    被复议5件，县政府维持4件: so does a government behind reviews of whoever reports.
    """
    if "result" not in piece.before.kinds or subject.thing not in DISPUTES:
        return False
    told = subject.thing == "review" and subject.distance == 0 and not subject.among
    if told and any(token.kind == "who" and token.ends_in(Group.GOVERNMENTS) for token in piece.before):
        return True
    return subject.who == "others" or subject.who.endswith(vocabulary().groups[Group.OFFICE_ENDS])


def _says_what_about(piece: Piece, subject: Subject) -> bool:
    """主要涉及征地拆迁方面: behind applications only what they ask for, and not what the next numbers tell of."""
    counted = subject.thing == "application" and subject.distance == 0 and subject.action
    if piece.number is not None or not counted or Group.CONCERNS not in piece.before.groups:
        return False
    words = [token for token in piece.before if token.kind != "filler"]
    return words[0].is_in(Group.CONCERNS) and all(
        token.kind in ("unknown", "relation")
        or (token.kind == "thing" and token.name not in (*DISPUTES, "application"))
        for token in words[1:]
    )


def _bodies(piece: Piece) -> list[Token]:
    """The words before a piece's number that name who does it: 通过门户网站、市政府宣传栏公开 names ways."""
    if "who" not in piece.before.kinds:
        return []
    ways = any(token.words == "等" or token.name == "channel" for token in piece.before)
    may_be = takewhile(lambda token: not (ways and token.ends_in(Group.BY_WAY)), piece.before)
    return [token for token in may_be if token.kind == "who"]


def _body(token: Token) -> str:
    """Whose numbers are told: a name of `who`, and of an area which kind it is, since 全市 is not 全县."""
    kind = _LEVEL.match(token.words) if token.name in ("area", "office") else None
    return f"{token.name}{kind[1]}" if kind else token.name


def split_body(who: str) -> tuple[str, str]:
    """Return whose numbers are told without the kind of area, and that kind, "" where it is not said."""
    name = who.rstrip(LEVELS)
    return (name, who[len(name) :]) if name in ("area", "office") else (who, "")


def _judges(piece: Piece, subject: Subject) -> bool:
    """Whether the office is the one that decides reviews; those that it says were brought against it are its own."""
    tokens = piece.tokens
    if not subject.judging and Group.AS_JUDGE not in tokens.groups:
        return False
    against = vocabulary().groups[Group.BROUGHT_AGAINST]
    return not any(token.words.startswith(against) for token in tokens)


def _is_called_mail(token: Token, subject: Subject) -> bool:
    """在所有受理的来件当中: behind applications, what came in is called so as well, where no number is told of it."""
    return subject.thing == "application" and subject.ended and token.is_in(Group.MAIL)


def _thing_counted(piece: Piece, subject: Subject) -> Sequence[Token]:
    """12件人大建议: the thing behind a number, where one unknown word says of which kind, and the sentence named nothing else."""
    kind = [token.kind for token in piece.behind[:2]]
    other = kind == ["unknown", "thing"] and piece.behind[1].name == "other"
    return piece.behind[:2] if other and subject.distance > 0 else ()


def _with_thing(subject: Subject, token: Token) -> Subject:
    if token.kind == "topic":
        about = "application" if "申请" in token.words else ""
        distance = 0 if about else subject.distance
        return subject._replace(thing=about or subject.thing, distance=distance, related=True, about=True)
    if is_sending(token) and _may_be_ours(subject):
        return subject._replace(thing="application", distance=0)
    if token.words == "申请人" and subject.thing == "application" and subject.distance == 1:
        return subject._replace(distance=0)
    if token.kind != "thing":
        return subject
    if token.name == "information":
        return subject._replace(related=True, about=True)
    if token.name == "paper":
        return subject if subject.thing == "document" else subject._replace(thing="other", distance=0)
    if token.name == "request":
        if _may_be_ours(subject):
            return subject._replace(thing="application", distance=0)
        return subject if subject.thing else subject._replace(thing="request", distance=0)
    related = subject.related if token.name in DISPUTES else token.name == "application" or subject.related
    return subject._replace(thing=token.name, distance=0, related=related)


def is_sending(token: Token) -> bool:
    """Whether a way says by itself that something was sent in by it: 网上申请, 当面提交, 通过网站提交的."""
    return token.name == "channel" and token.ends_in(Group.SENT_ENDS)


def _may_be_ours(subject: Subject) -> bool:
    """Whether 申请 alone is one for disclosure: nothing else is spoken of, or the heading says so."""
    headed = subject.steady == "application"
    return subject.thing == "application" or headed or (subject.about and subject.distance > 0)


def _when(token: Token, year: int) -> int:
    if token.name == "year":
        return token.year
    return {"this": year, "last": year - 1, "same_last": year - 1}.get(token.name, 0)


def opens_list(piece: Piece) -> bool:
    """Whether a piece opens a list of parts: 其中网上12件."""
    return "among" in piece.before.names and any(
        token.name == "among" and opens_parts(token, piece) for token in piece.before
    )


def opens_parts(token: Token, piece: Piece) -> bool:
    """Whether a word opens a list of parts: 其中 always does; 中 and 含 only in their place."""
    return token.words.startswith("其中") or piece.mark == "（" or token.is_in(Group.PARTS_FOLLOW)
