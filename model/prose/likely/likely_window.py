"""What stands before a number and bears on what it is likely of: the words that tell it, and those that gainsay it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from model.prose.likely.likely_keys import APPLICANTS, OTHERS, SHOWN, keys_of
from model.prose.likely.likely_words import Key, Keys, likely_words
from model.prose.words.claim_words import Group
from model.prose.words.tokens import DECISIONS, DISPUTES, Token

_KIND: Final = 2
"""Unknown characters from which on they say of which kind a request or a dispute is."""
_PAUSES: Final = (",", "、")
"""Behind them a change told before is not the number's: 申请多、人手少，办出57件."""
_LOOSE: Final = ("unknown", "filler")
_TOLD: Final = frozenset({"action", "outcome", "result", "applicant", "part", "carry"})
_SAYS_NOTHING: Final = frozenset({"arose", "decided", "due", "processed", "everybody"})
_ASKED: Final = Key("application", "told")
_WORKED_ON: Final = ("processed", "handled", "pending")
_TAKEN: Final = ("received", "taken")
MATTERS: Final = ("declined_petition",)
"""Results that are called as matters are that come in by other ways."""
_THINGS: Final = ("application", "document", "regulation", *DISPUTES)


@dataclass(slots=True)
class Spoken:
    """What is spoken of from one number to the next, and of whom, `who`.

    `inside`: the parts of something are told, and all of it of whom `whole` says. `elsewhen`: what is told is of another time,
    up to the next time that is named.
    """

    year: int
    topic: str = ""
    who: str = ""
    whole: str = ""
    inside: bool = False
    elsewhen: bool = False

    def leave_parts(self) -> None:
        """Go on behind a half stop: 全县制发9件，其中部门3件；废止5件 tells of 全县 again."""
        self.who = self.whole if self.inside else self.who

    def turn_to(self, tokens: Sequence[Token]) -> None:
        """Go on with what the words around a number name: a thing, and the office that did something about it."""
        if not self.inside and any(token.name == "among" for token in tokens):
            self.whole = self.who
        for token in tokens:
            name = likely_words().offices.match(token.words) if token.kind == "unknown" else None
            self.who = name[0] if name else self.who
        for token in tokens:
            if token.kind == "thing" and token.name in _THINGS:
                self.topic = token.name
            elif token.name == "request" and self.topic not in DISPUTES:
                self.topic = "application"
            elif token.name == "paper" and any(one.name in ("repealed", "in_force") for one in tokens):
                self.topic = "document"


@dataclass(slots=True)
class Window:
    """What the words before a number tell.

    `strange`: characters of the clause that are not known, `unknown` those behind the last key, `close` those right before
    a word. `foreign`: something else is told; `shown`: something was put before the public; `barred`: a number of another
    time, or none, is. `back`: it is the year before's. `change`: which way it has changed, `base`: against what. `dealt`:
    several numbers are dealt out. `about`: what follows only says what the cases were about. `timed`: the last word told a
    time, `paused`: the last word ends a clause. `judged`: the body that decides is named. `years`: those that are named.
    `examples`: so many of the first keys are examples, named before 等. `newly`: it came as new, `by_way`: in
    a way that is named. `looked_into`: cases were looked into, of whomever they are.
    `opened`: the number stands right behind a mark.
    """

    spoken: Spoken
    keys: list[Keys] = field(default_factory=list)
    strange: int = 0
    unknown: int = 0
    close: int = 0
    foreign: bool = False
    shown: bool = False
    barred: bool = False
    back: int = 0
    change: str = ""
    changed: str = ""
    base: bool = False
    share: bool = False
    rate: str = ""
    about: bool = False
    reached: bool = False
    among: bool = False
    total: bool = False
    dealt: bool = False
    timed: bool = False
    paused: bool = False
    judged: bool = False
    years: tuple[int, ...] = ()
    examples: int = 0
    newly: bool = False
    by_way: bool = False
    looked_into: bool = False
    opened: bool = False

    @property
    def names_applicant(self) -> bool:
        """Whether the last that its words tell is who applied."""
        return bool(self.keys) and self.keys[-1][0].name in APPLICANTS

    def take_all(self, tokens: Sequence[Token]) -> "Window":
        """Take in words in their order; a likely word may go on over several of them."""
        left = list(tokens)
        while left:
            token = left[0]
            self._look_at(token)
            loose = token.kind in _LOOSE and token.name != "reached"
            strange = likely_words().before(token.words[:-1]) if loose else 0
            if strange:
                self._pass_by(token, strange)
                left = _behind(left, strange)
                continue
            length, keys = likely_words().at(_run(left), 0, self.spoken.topic)
            if keys and (loose or length > len(token.words)):
                self._add(keys)
                left = _behind(left, length)
            elif length and not keys and loose and length <= len(token.words):
                self._pass_by(token, length)
                left = _behind(left, length)
            elif loose and len(token.words) > 1:
                self._pass_by(token, 1)
                left = _behind(left, 1)
            else:
                self._take(left.pop(0))
        return self

    def _look_at(self, token: Token) -> None:
        """See what no word alone tells: 办理情况 names what is spoken of, and nothing that was done."""
        self.by_way = (self.by_way or token.is_in(Group.BY_WAY)) and token.words != ","
        if token.name == "information":
            self.judged = False
        elif token.contains(Group.BENCHES):
            self.judged = True
        if token.contains(Group.COURTS) and self.spoken.topic == "review":
            # 被复议机关纠正4件、被法院纠正1件
            self.spoken.topic = "suit"
        if token.words == "情况" and self.keys and self.keys[-1][0].name in _WORKED_ON:
            self.keys.pop()

    def _pass_by(self, token: Token, count: int) -> None:
        self.timed = False
        if token.kind == "unknown":
            self.strange += count
            self.unknown += count
            self.close += count

    def _take(self, token: Token) -> None:
        kind = token.kind
        self.about = self.about or token.is_in(Group.CONCERNS) or token.is_in(Group.RELATED)
        self.newly = self.newly or token.is_in(Group.NEWLY_COME)
        self.examples = len(self.keys) if token.is_in(Group.AND_SO_ON) else self.examples
        if kind in _LOOSE and token.name != "reached":
            self._pass_by(token, len(token.words))
            return
        if kind == "thing":
            self._take_thing(token)
        elif kind in _TOLD:
            self._take_told(token)
        elif kind in ("deed", "topic", "rate"):
            self._take_deed(token)
        elif kind == "time":
            self._take_time(token)
        elif kind == "compare":
            self._take_compared(token)
        elif kind == "relation":
            self._take_relation(token)
        elif kind == "who":
            self.spoken.who = token.name if token.name not in ("own", "rooms") else ""
            # 其中局机关8件: of those that the office as a whole has.
            self.barred = self.barred or (token.name == "rooms" and self.among)
        elif token.name == "reached":
            self.reached = True
            self._add(keys_of(token, self.spoken.topic))
        elif token.words == ",":
            # 截至9月底，收到…: a clause that ends in its time tells when the next one's number was.
            self.spoken.elsewhen = self.spoken.elsewhen and self.timed
            self.barred = False
            self.strange = 0
        if token.words in _PAUSES:
            self.change = ""
        self.paused = token.words == ","
        self.close = 0
        self.timed = kind == "time"

    def _add(self, keys: Keys) -> None:
        if not keys or (keys == (_ASKED,) and self.keys):
            return
        if keys[0].name in MATTERS and self.keys and self.keys[-1][0].name in _TAKEN:
            # 受理举报投诉141件: they came in as such.
            self._tell_of_else()
            self.spoken.topic = OTHERS
            return
        self.keys.append(keys)
        self.unknown = self.close = 0
        if len({key.thing for key in keys}) == 1:
            self.spoken.topic = keys[0].thing

    def _tell_of_else(self) -> None:
        self.foreign = True
        self.keys.clear()

    def _take_thing(self, token: Token) -> None:
        name, kind_told = token.name, self.close >= _KIND
        if name in ("application", "request"):
            if name == "application" or self.spoken.topic not in DISPUTES:
                self.spoken.topic = "application"
            # 抽查申请36件: those of others as well, or some.
            self.barred = self.barred or self.looked_into
            self._add(() if kind_told else (_ASKED,))
        elif name == "review" and self.judged:
            # 复议机关受理行政复议236件: those that it decides.
            self._tell_of_else()
            self.spoken.topic = OTHERS
        elif name in DISPUTES and kind_told:
            self._tell_of_else()
            self.spoken.topic = OTHERS
        elif name in DISPUTES or name in DECISIONS:
            # 撤销复议申请1件: behind a result it is what the result is of.
            told = any(key.thing == name for keys in self.keys for key in keys)
            self._add(() if told else (Key(name, "told"),))
        elif name in _THINGS:
            self.spoken.topic = name
            told = any(key.thing == name for keys in self.keys for key in keys)
            self._add(() if told or (self.foreign and not self.shown) else (Key(name, SHOWN),))
        elif name == "other":
            self._take_deed(token)
            if self.foreign and not self.keys and not self.about:
                self.spoken.topic = OTHERS
        elif name == "paper" and self.examples:
            # 规章、规范性文件和公告等文件16件: papers of several kinds.
            self._tell_of_else()
        elif name == "paper" and self.spoken.topic != "document":
            self.foreign = True

    def _take_told(self, token: Token) -> None:
        keys = keys_of(token, self.spoken.topic)
        if keys:
            self._add(keys)
        elif token.kind in ("carry", "part"):
            self.barred = True
        elif token.name not in _SAYS_NOTHING:
            self.unknown += len(token.words)

    def _take_deed(self, token: Token) -> None:
        if token.kind == "rate":
            self.rate = token.words
        self.barred = self.barred or token.name == "statistic"
        self.looked_into = self.looked_into or token.is_in(Group.LOOKED_INTO)
        self.shown = self.shown or token.is_in(Group.SHOWN) or token.is_in(Group.PUBLISHED)
        keys = keys_of(token, self.spoken.topic)
        if keys:
            self._add(keys)
        else:
            self._tell_of_else()

    def _take_time(self, token: Token) -> None:
        self.spoken.elsewhen = False
        if token.name == "year":
            self.years = tuple({*self.years, token.year})
            # 2023年发生、2024年审结: only what went on in both years is counted.
            self.barred = self.barred or len(self.years) > 1
        if token.name == "year" and token.year in (self.spoken.year, self.spoken.year - 1):
            self.back = self.spoken.year - token.year
        elif token.name == "last" and self.keys and self.keys[-1][0].name in _WORKED_ON:
            # 办理上年4件 were carried in.
            self._add((Key("application", "carried_in"),))
        elif token.name in ("last", "same_last"):
            self.back = 1
        else:
            keys = keys_of(token, self.spoken.topic)
            self._add(keys)
            self.spoken.elsewhen = not keys and token.name != "this"

    def _take_compared(self, token: Token) -> None:
        if token.name in ("up", "down"):
            self.change, self.changed = token.name, token.words
        elif token.name == "base":
            self.base = True
        else:
            self.barred = True

    def _take_relation(self, token: Token) -> None:
        self.share = self.share or token.name == "share"
        self.dealt = self.dealt or token.name == "respectively"
        self.barred = self.barred or token.name == "none"
        if token.name == "total":
            self.total = True
            self.keys.clear()
        if token.name == "among":
            # 均为自然人申请，其中6件予以公开: what ends with a mark before it is not told of the number.
            # 办结的申请中，有29件当面送达: nor is what they are some of.
            inside = self.paused or token.is_in(Group.INSIDE)
            self.keys = [] if inside and not token.is_in(Group.PARTS_FOLLOW) else self.keys
            self.among = True
            self.spoken.inside = self.spoken.inside or not token.is_in(Group.PARTS_FOLLOW)


def _run(tokens: Sequence[Token]) -> str:
    """The words up to the next mark."""
    words = ""
    for token in tokens[:4]:
        if token.kind == "mark":
            break
        words += token.words
    return words or " "


def _behind(tokens: Sequence[Token], length: int) -> list[Token]:
    """The words behind so many characters; of a word that they cut in two, its end."""
    left = list(tokens)
    while length:
        first = left.pop(0)
        if len(first.words) > length:
            left.insert(0, first._replace(start=first.start + length, words=first.words[length:]))
            break
        length -= len(first.words)
    return left
