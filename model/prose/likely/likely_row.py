"""What was told in a sentence until now, and what that leaves for its next number."""

from collections.abc import Sequence
from typing import Final

from model.prose.likely.likely_behind import numbers_in_row
from model.prose.likely.likely_claims import Heard
from model.prose.likely.likely_keys import APPLICANTS, CAME, REST, narrowed
from model.prose.likely.likely_window import Window
from model.prose.likely.likely_words import Key, Keys
from model.prose.pieces.subject import ROUTES
from model.prose.words.claim_words import vocabulary
from model.prose.words.numerals import Quantity
from model.prose.words.tokens import DECISIONS, Token

FAR: Final = 6
"""Characters not known between a word and the number that it is likely to tell of."""
_OF_ROWS: Final = ("action", "carry", "outcome")
_PAIR: Final = 2


class Row:
    """The numbers of a sentence as they were heard.

    `before` is the number right before, `done` what was done or came of it by the words; `has_gap`: a number since the first
    of them was not understood. Those of the sentence before stay until one is heard in the new one.
    """

    def __init__(self) -> None:
        self.heard: list[Heard] = []
        self.has_gap = False
        self._is_old = False
        self.end()

    def end(self) -> None:
        """End a sentence, or a part of it."""
        self.before: Quantity | None = None
        self.done = self._parts_of = ""
        self._shared: list[Keys] = []
        self._dealt: list[Keys] = []
        self._changing: list[Heard] = []

    def grow_old(self) -> None:
        """Begin a new sentence."""
        self._is_old = True

    @property
    def here(self) -> list[Heard]:
        """What was heard in the sentence itself."""
        return [] if self._is_old else self.heard

    def add(self, heard: Heard) -> None:
        """Take in a number of this year."""
        self.has_gap = self.has_gap and bool(self.here)
        self.heard = [*self.here, heard]
        self._is_old = False

    def look_at(self, own: Sequence[Token], *, among: bool) -> None:
        """Take in the words before a number: what is done, and whether parts of that follow."""
        if among or any(token.name == "（" for token in own):
            self._parts_of = self.done
        self.done = next((token.name for token in reversed(own) if token.kind in _OF_ROWS), self.done)

    def changing(self, window: Window, after: Sequence[Token]) -> Heard | None:
        """Return what a change dealt out is of: 分别增加3件、减少2件."""
        if window.dealt:
            ahead = numbers_in_row(after, changes=True)
            self._changing = self.heard[-ahead:] if len(self.heard) >= ahead else []
        elif window.keys:
            self._changing = []
        return self._changing.pop(0) if self._changing else None

    def share_of(
        self, window: Window, named: Sequence[Keys], after: Sequence[Token]
    ) -> tuple[list[Keys], bool]:
        """Return what a share is of, one or none, and whether shares are dealt out: 公开、不予公开分别占33%、13%.

        公开70件、不予公开22件，分别占办结数的33%、10%: those of the numbers right before them.
        """
        if window.dealt:
            before = self.here[-numbers_in_row(after, changes=False) :]
            self._dealt = [*named] if len(named) >= _PAIR else [one.keys for one in before]
        dealt = bool(self._dealt)
        keys = [self._dealt.pop(0)] if dealt else [*named[-1:]]
        self._shared += keys or [()]
        return keys, dealt

    def deal_out(self, window: Window, after: Sequence[Token]) -> None:
        """分别为3件、2件: give each number its own word; behind shares, each number that of its share."""
        if window.dealt:
            self._dealt, window.keys = [*window.keys] or [*self._shared], []
        elif window.keys or window.foreign:
            self._dealt = []
        elif not self._dealt and self._shared and all(self._shared):
            again = self.before is not None and self.before.unit == "%"
            if numbers_in_row(after, changes=False) == len(self._shared) >= _PAIR:
                self._dealt = [*self._shared]
            elif again and not (window.strange or window.back):
                self._dealt = self._shared[-1:]
        if self._dealt and not window.keys:
            window.keys = [self._dealt.pop(0)]
            window.unknown = 0

    def fitting(self, window: Window) -> Keys:
        """Return what the last word before the number tells, where it may be all that there is of it."""
        if not window.keys:
            return ()
        keys = window.keys[-1]
        name = keys[0].name
        # 责令重新答复1件 is what one of the disputes came to.
        strange = name == "concluded" and window.strange
        taken = name == "taken" and any(one.keys[0].name == "received" for one in self.heard)
        # 当年收到并办完的89件 leaves out what was carried in, or is not yet handled.
        both = name == "handled" and any(keys[0].name == "received" for keys in window.keys[-_PAIR:])
        # 通过申请系统收到52件: others came in other ways.
        way = window.by_way and name in CAME
        if strange or taken or both or way or self._crosses(name):
            return ()
        if len(window.keys) - window.examples >= _PAIR:
            before = window.keys[-2][0].name
            if (before == "handled" and name in APPLICANTS) or (before in APPLICANTS and name == "handled"):
                # 答复企业11件, 企业申请办结11件 tell of a row and a column.
                return ()
            if before in APPLICANTS and name in CAME and window.newly:
                # 自然人新收38件: of this kind, all that came. 局属单位收到38件 tells who took them in.
                keys = window.keys[-2]
            keys = narrowed(keys, window.keys[-2])
        keys = self._by_way(keys)
        near = keys[0].name == "told" and keys[0].thing not in DECISIONS
        far = window.unknown > (0 if near else FAR)
        return () if far or (window.spoken.inside and self._is_some(keys[0], window)) else keys

    def _by_way(self, keys: Keys) -> Keys:
        """复议后起诉4件、维持3件: behind a way to court a result is that of the suits that went it."""
        way = next((one.name for one in self._last() if one.name in ROUTES), "")
        named = tuple(key._replace(name=f"{way}.{key.name}") for key in keys)
        known = vocabulary().meanings
        return named if way and all(key.name in known.get(key.thing, ()) for key in named) else keys

    def _is_some(self, key: Key, window: Window) -> bool:
        """Whether among the parts of something it may count some: 2年有效的5件, 新收78件中办结72件, 办结77件，其中新收72件."""
        last = [one.name for one in self._last()]
        handled = key.name == "handled" and any(name in CAME for name in last)
        handled = handled or (key.name in CAME and "handled" in last)
        plain = key.thing != "application" or key.name in CAME
        return key.name == "told" or handled or (plain and bool(window.strange))

    def _crosses(self, name: str) -> bool:
        """Whether a row of table 三 is told by its columns: 办结31件（自然人22件）; 其他 is a result only behind results."""
        of_row = bool(self._parts_of) and self._parts_of not in CAME
        results = any(key.name.startswith(vocabulary().results) for key in self._last())
        return (name in APPLICANTS and of_row) or (name in REST and not results)

    def _last(self) -> Keys:
        return self.here[-1].keys[:1] if self.here else ()
