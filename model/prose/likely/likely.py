"""What numbers are likely of by the words nearest to them, where the grammar is certain of nothing.

The grammar leaves a number without a claim where a word beside it is not known. Here such words are passed by: the last
word before the number that tells something of what is spoken of says what it is. That is a guess, for a rule that asks
whether the numbers around it bear it out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice, takewhile
from typing import Final

from model.prose.beside.disputes_apart import are_over_others
from model.prose.beside.gone_through import kept_of_those
from model.prose.beside.narrowed import is_narrowed_behind, without_division
from model.prose.beside.within_some import tells_deed_behind
from model.prose.claim import Claim
from model.prose.likely.likely_behind import (
    comes_to_another,
    is_asked_for,
    is_ended_behind,
    is_of_a_part,
    is_of_the_year,
    names_people,
    next_in_row,
    numbers_not_counted,
    start_of_quote,
    told_behind,
)
from model.prose.likely.likely_claims import Heard, Said, added_up, at_home, count, growth, rate_of, share
from model.prose.likely.likely_keys import APPLICANTS, CAME
from model.prose.likely.likely_own import begins_a_clause, own_words
from model.prose.likely.likely_row import FAR, Row
from model.prose.likely.likely_window import MATTERS, Spoken, Window
from model.prose.likely.likely_words import Key, Keys, likely_words, may_be_related
from model.prose.passages import HALF_STOPS, SENTENCE, squeezed
from model.prose.pieces.since_when import compares_with_another_year
from model.prose.words.claim_words import Group, vocabulary
from model.prose.words.lexing import tokens_of
from model.prose.words.tokens import DISPUTES, Token, Words

_LONGEST: Final = 600
"""Characters of the longest sentence that is read."""
_MOST: Final = 30
"""Sentences of a paragraph that are read."""
_SOME: Final = 3
"""Characters not known that may stand before a change."""
_ENDS: Final = "。;!?."
_CHANGES_IN: Final = ("%", "件", "份", "宗", "起", "条")
_SHARED: Final = ("application", *DISPUTES)
"""What shares are told of; of fees, documents and decisions the tables have no whole."""
_NO_PARTS: Final = ("%", "元", "万元")
"""Units of numbers that are no part of what is counted."""
_DOCUMENTS: Final = ("document", "regulation")
_OF_PARTIES: Final = ("won", "lost")
"""What became of disputes, told of one who was a party to them: 市政府败诉2件."""
_CARRIED_IN: Final = (Key("application", "carried_in"),)
_RECEIVED: Final = (Key("application", "received"),)
_OF_DOCUMENTS: Final = ("issued", "repealed", "in_force")
_EITHER: Final = (Key("application", "either"),)
_CARRIED_OUT: Final = (Key("application", "carried_out"),)
_NUMBER: Final = re.compile(r"\d|[一二两三四五六七八九十百千零][件份宗起]")
_MAY_BE_SOME: Final = (*CAME, *APPLICANTS, "handled", "concluded", *_OF_DOCUMENTS)
"""What the parts of something may be some of: 其中12件网上收到."""
_ALL: Final = 100
_PAIR: Final = 2
_OPENS: Final = (":", ",")
_NEAR: Final = 4
"""Words behind a number that may say that it counts none of these."""


@lru_cache(maxsize=4096)
def likely_in(paragraph: str, year: int, topic: str) -> tuple[tuple[Claim, ...], str]:
    """Return what the numbers of a paragraph are likely of, and what the next paragraph goes on with."""
    reader = _Reader(Spoken(year, topic))
    claims: list[Claim] = []
    for match in islice(SENTENCE.finditer(paragraph), _MOST):
        if match.end() - match.start() <= _LONGEST and _NUMBER.search(match[0]):
            plain = squeezed(match[0])
            found = reader.read(plain.words.rstrip(_ENDS))
            claims += [at_home(claim, plain, match) for claim in found]
        else:
            reader.spoken.topic = likely_words().topic_of(match[0]) or reader.spoken.topic
        reader.stop(full=match[0][-1] not in HALF_STOPS)
    return tuple(claims), reader.spoken.topic


def _names_something_else(window: Window) -> bool:
    """Whether what is told to have grown is something else, and so is what follows: 培训人次, 申请处理工作量, 信访件."""
    if not window.keys:
        return window.foreign or window.strange > 0
    return window.unknown > 0 or window.keys[-1][0].name in MATTERS


class _Reader:
    """What goes on from number to number: what was heard last, and all that was heard in the sentence."""

    def __init__(self, spoken: Spoken) -> None:
        self.spoken = spoken
        self._row = Row()
        self._related = self._begins = True
        self._named = self._looked_back = self._apart = self._of_people = self._earlier = False
        self._last: Heard | None = None
        self._age = 0

    def stop(self, *, full: bool) -> None:
        """End a sentence, or a part of it."""
        self._row.end()
        self.spoken.leave_parts()
        self._named = self._looked_back = self._apart = self._of_people = False
        self.spoken.inside = self.spoken.elsewhen = False
        self._begins = full
        if full:
            self.spoken.who = ""
            self._earlier = False
            self._row.grow_old()
            self._age += 1
            self._last = self._last if self._age == 1 else None

    def read(self, words: str) -> Iterator[Claim]:
        """Yield what the numbers of a sentence are likely of."""
        self._related = may_be_related(words) and (self._related or self._begins)
        known = vocabulary().passages
        if known["of_so_many"].search(words) or known["beside_system"].search(words):
            return
        marked = known["papers_marked"].search(words) is not None
        not_counted = numbers_not_counted(words)
        tokens = tokens_of(words, self.spoken.year)
        self._earlier = self._earlier or compares_with_another_year(tokens, self.spoken.year)
        before: list[Token] = []
        for place, token in enumerate(tokens):
            if token.kind != "number":
                before.append(token)
                continue
            own, before = own_words(before, self._row.before is not None, named=self._named), []
            is_mark = marked and any(one.name == "refused" for one in own)
            is_left = token.start in kept_of_those(words) or token.start in not_counted
            claim = None if is_mark or is_left else self._claim(token, own, tokens[place + 1 :])
            self._row.before = token.told
            self._row.has_gap = self._row.has_gap or claim is None
            if claim is not None:
                yield claim

    def _claim(self, token: Token, own: list[Token], after: Sequence[Token]) -> Claim | None:
        behind = list(takewhile(lambda one: one.kind not in ("number", "mark"), after))
        self.spoken.turn_to((*own, *behind[:_PAIR]))
        own = own[-1:] if begins_a_clause(own, behind) else without_division(own)
        window = Window(self.spoken).take_all(own)
        window.opened = bool(own) and own[-1].words in _OPENS
        self._turn_away(own)
        self._named = False
        if window.barred or self.spoken.elsewhen or is_narrowed_behind(behind):
            return None
        if window.names_applicant and tells_deed_behind(behind):
            return None
        if self._is_one_of_people(own, after) or is_asked_for(own):
            return None
        if vocabulary().passages["not_counted_here"].match("".join(one.words for one in after[:_NEAR])):
            return None
        if token.told is None or token.told.low != token.told.high:
            return None
        said = Said(token.told, token.name, start_of_quote(own, token), token.end, self.spoken.who)
        if window.change and not self._is_stock(window):
            # 公开（含部分公开）少了3件: of both together.
            both = window.among and any(one.words == "（" for one in own)
            return None if both else self._grown(said, window, after)
        comes_from = comes_to_another(own, after)
        if comes_from and self._earlier:
            # 与2021年相比，由4件增到10件
            return None
        window.back = window.back or int(comes_from)
        if said.unit == "%":
            return self._shared_by(said, own, window, after)
        self._row.look_at(own, among=window.among)
        return self._counted(said, window, behind, after)

    def _is_one_of_people(self, own: Sequence[Token], after: Sequence[Token]) -> bool:
        """村民9件、返乡人员2件: whoever is named by what he is, beside another who is, may not be all of his kind."""
        before, self._of_people = self._of_people, names_people(own)
        return self._of_people and (before or names_people(next_in_row(after)))

    def _turn_away(self, own: list[Token]) -> None:
        """工伤类复议5件、诉讼1件: disputes over anything else are so in all of the row."""
        words = Words(own)
        if words.names & {"information", "application"} or words.kinds & {"topic"}:
            self._apart = False
        elif any(token.contains(Group.OTHER_PROCEEDINGS) for token in words):
            self._apart = True
        elif not words.names.isdisjoint(DISPUTES):
            self._apart = self._apart or are_over_others(words)

    def _is_stock(self, window: Window) -> bool:
        """Whether the change is what became of documents: 新增5件，减少3件."""
        plain = not (window.base or window.keys or self._looked_back)
        keys = likely_words().told_by(window.changed, self.spoken.topic)
        if plain and keys and self.spoken.topic == "document":
            window.keys = [keys]
        return bool(window.keys) and window.keys[0] == keys

    def _grown(self, said: Said, window: Window, after: Sequence[Token]) -> Claim | None:
        """比上年多3件, 分别增加3件、减少2件: of what the words name, or of what was told last."""
        if window.dealt and window.keys:
            return None
        if _names_something_else(window):
            self._last = None
            return None
        heard = self._row.changing(window, after) or self._grown_thing(window)
        if window.share or window.strange > _SOME or heard is None or said.unit not in _CHANGES_IN:
            return None
        return growth(said, heard, falls=window.change == "down")

    def _grown_thing(self, window: Window) -> Heard | None:
        if window.keys:
            self._last, self._age = self._heard(window.keys[-1]), 0
            return self._last
        if self.spoken.topic == "document" and not window.base and not self._looked_back:
            return self._heard((Key("document", "in_force"),))
        row = self._row.heard
        again = self._age or self._looked_back
        return self._last.or_whole(row) if self._last and again and row else self._last

    def _shared_by(
        self, said: Said, own: list[Token], window: Window, after: Sequence[Token]
    ) -> Claim | None:
        """占比81%, （81%）, 纠错率10%: the share of what stands before it, or of what was told last."""
        if window.rate:
            heard = rate_of(window.rate, self.spoken.topic)
            whole = said.number.low == _ALL
            return None if heard is None or whole else share(said, heard, (), ())
        bracket = not window.keys and any(one.name == "（" for one in own)
        if window.back or window.foreign or window.unknown > FAR or is_of_a_part(own, self.spoken):
            return None
        named = (
            Window(replace(self.spoken)).take_all(list(takewhile(lambda one: one.name != "share", own))).keys
        )
        keys, dealt = self._row.share_of(window, named, after)
        if not (window.share or bracket or dealt) or (window.total and window.strange):
            return None
        heard = self._heard(keys[0]) if keys else self._last
        before = self._row.before
        counted = before is not None and before.unit not in _NO_PARTS
        parts = (before,) if before is not None and counted and not keys else ()
        if heard is None and not (parts and self.spoken.topic == "application"):
            return None
        if heard is not None and any(key.thing not in _SHARED for key in heard.keys):
            return None
        row = [] if keys else self._row.here
        if len(named) >= _PAIR:
            row = [one for one in map(Heard.of, named) if one is not None]
        return share(said, heard or Heard((), (), "", ""), parts, row)

    def _counted(
        self, said: Said, window: Window, behind: list[Token], after: Sequence[Token]
    ) -> Claim | None:
        self._row.deal_out(window, after)
        keys = self._row.fitting(window)
        self._named = bool(window.keys)
        if keys and (window.opened or is_ended_behind(keys, behind)):
            # 已全部办结：1件公开、2件不公开; 答复说理不充分，2件被纠正; 复议2件维持、1件在审: what became of each is told
            # behind its number.
            keys = told_behind(behind, self.spoken) or keys
        elif keys and keys[0].name in CAME and (whose := told_behind(behind, self.spoken)):
            # 收到申请26件为自然人提出 tells of these alone.
            keys = whose if whose[0].name in APPLICANTS else keys
        if keys == _EITHER and self._row.done == "handled":
            keys = _CARRIED_OUT
        if not keys and not window.foreign and is_of_the_year(window, after):
            keys = _RECEIVED
        heard = self._heard(keys) if keys else None
        summed = window.total and not window.keys and not window.foreign
        if summed and len(self._row.here) >= _PAIR and not self._row.has_gap:
            heard = added_up(self._row.here)
        elif not keys:
            heard = self._named_otherwise(window, behind)
            keys = heard.keys if heard is not None and heard is not self._last else ()
        of_documents = window.among and any(key.thing in _DOCUMENTS for key in keys)
        if of_documents or (self._apart and any(key.thing in DISPUTES for key in keys)):
            # 废止5件（含失效2件）: some of them.
            heard = None
        if heard is None or not heard.counts_in(said.unit):
            self._last = None if window.foreign or window.unknown else self._last
            return None
        back = max(window.back, *(key.back for key in keys), 0) if keys[:1] != _CARRIED_IN else 0
        if not back and heard.keys:
            self._row.add(heard)
        self._last, self._age, self._looked_back = heard, 0, bool(back)
        if keys and keys[0].thing in DISPUTES and keys[0].name not in _OF_PARTIES:
            # 市政府维持16起: whoever is named decided them.
            said = said._replace(who="")
        return count(said, heard, back=back, sure=not window.strange)

    def _named_otherwise(self, window: Window, behind: list[Token]) -> Heard | None:
        """What is told behind the number, or again what was told last: of last year, or come to."""
        if not window.foreign:
            keys = told_behind(behind, self.spoken)
            if keys and not (window.among and self._may_be_some(keys[0])):
                self._named = False
                return self._heard(_CARRIED_OUT if keys == _EITHER and self._row.done == "handled" else keys)
        again = not (window.strange or window.foreign) and (window.back or window.reached)
        self._named = bool(again)
        row = self._row.heard
        return (
            self._last.or_whole(row)
            if again and self._last and self._age and row
            else self._last
            if again
            else None
        )

    def _may_be_some(self, key: Key) -> bool:
        """Whether of what was told last it may be some: 其中12件网上收到, or results of disputes over applications."""
        last = self._last.keys[:1] if self._last else ()
        disputed = any(one.thing in DISPUTES for one in last)
        return key.name in _MAY_BE_SOME or (key.thing in DISPUTES and not disputed)

    def _heard(self, keys: Keys) -> Heard | None:
        disputed = any(key.thing in DISPUTES for key in keys)
        return Heard.of(keys) if self._related or not disputed else None
