"""The words in which official prose tells the numbers of the tables: `resources/words/claims.toml`, read once.

One pattern finds a word at each place of a sentence. It sees sentences without spaces, with narrow digits and commas.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, TypeAlias

import resources

FILE: Final = "words/claims.toml"

Reading: TypeAlias = tuple[str, ...]
"""Names of number fields to add up; 不予公开数×自然人申请数 is the cells where the row of one crosses the column of the other."""
CROSS: Final = "×"

_MIXED: Final = ("carry", "meaning", "said", "complete", "carried_with", "rate")
"""Parts of the file that hold no plain words."""
_BY_SHAPE: Final = ("application", "review", "suit")
"""Things that the pattern finds: their words go on (申请书, 复议案件) or are part of others (复议机关)."""
_PARTS: Final = {"row": "part"}
"""A row of table 三 is one of its parts."""
_BODIES: Final = ("legal", "enterprise", "research", "nonprofit", "legal_service")
_YEAR: Final = r"20\d\d年?度?"
_WHOLE_YEAR: Final = (
    r"截[至止](?:(?:20\d\d年)?(?:12月31日|12月底)|(?:20\d\d)?年[底末])|(?:20\d\d年)?1月1日(?:起|以来)?(?:-|—|至|到|~)+(?:20\d\d年)?12月31日(?:止|期间)?"
    r"|20\d\d年以来|(?:20\d\d年)?1月?(?:-|—|至|到|~)+12月(?:份|期间|底)?|(?:20\d\d年)?12月31日[前止]?|12月底前?"
)
_PART_OF_YEAR: Final = (
    r"(?:20\d\d年)?(?:第?[一二三四1-4](?:、[一二三四])*(?:个)?季度|\d{1,2}月(?:份|\d{1,2}日)?(?:(?:-|—|至|到|~)+\d{1,2}月(?:\d{1,2}日)?)?"
    r"|前三季度|近[两三四五六七八九十\d]+年|十[三四五]五期间|20\d\d年?(?:-|—|至|到|~)+20\d\d年)"
)
_ALL_FIELDS: Final = (
    r"(?:内容)?(?:主要)?(?:涉及|集中在|包括|涵盖|围绕|关于)[^,。;:（）\d]{0,40}(?:等|、|和|及)[^,。;:（）\d]{0,12}"
    r"(?:领域|方面|内容|事项|问题|类别|信息)的?"
)
"""涉及土地、住房等领域的: what all are about, and no part of them."""
_MANNER: Final = (
    r"(?:均)?在[^,。;:（）、\d]{0,12}(?:期限|时限|时间|之日起\d+个工作日)内|(?:均|都)?(?:严格)?按(?:照)?(?:法定|规定)?(?:时限|期限)(?:要求)?(?:(?=依)|(?=[办答回处]))|(?:按照|根据|依据|依照|按)[^,。;:（）、\d]{1,20}(?:规定|要求|程序|流程|时限)"
    r"|因[^,。;:（）\d]{2,24}等(?:原因|情形|情况|因素|理由)?(?=不予公开|无法提供|不予处理|部分公开|不能提供)"
    r"|作为(?:被申请人|被告)(?:(?:、|和|或)被告)?的?|严格(?:按照|依照)?[^,。;:（）、\d]{0,12}(?:规定|要求|程序|流程)"
)
_PENDING: Final = (
    r"(?:正在|尚在|仍在|还在|均在)(?:依法|依规|按程序|按规定|法定)*(?:办理|答复|处理)(?:期限内|时限内|期内|过程中|流程中|之中|中|阶段)?"
    r"|在(?:法定)?(?:办理|答复|处理)(?:期限|时限)内|(?:尚在|仍在)(?:法定)?(?:期限|时限)内|未到(?:法定|规定)?(?:答复|办理|办结)?(?:期限|时限|期)|(?:尚未|仍未|还未|暂未)(?:办结|答复|办理完毕|处理完毕)"
)
_BENCH: Final = r"(?:行政复议机关|复议机关|人民法院|法院|上级机关|上级)"
_IN_COURT: Final = rf"(?:正在|尚在|仍在|还在)?(?:由)?{_BENCH}?审理(?:过程)?(?:之)?中"
_UNDONE: Final = (
    rf"被{_BENCH}?(?:依法)?(?:决定)?(?:予以)?(?:部分)?(?:撤销|变更|确认违法|责令[^,;。、]{{0,12}})(?!申请)"
    r"(?:[^,;。:（）、\d]{0,10}(?:答复|告知书|内容))?"
)
"""被复议机关撤销, 正在法院审理中: what became of disputes, told of the body that judges them."""
_JUDGED: Final = rf"(?<!作)(?<!作为){_BENCH}(?:依法|均|已)*(?:判决|裁定|决定)?(?:予以)?(?=维持|纠正|驳回)"
"""复议机关维持: results are told of the body that judges."""
_SIGNED: Final = r"以[^,。;:（）\d]{0,12}政府[^,。;:（）\d]{0,14}名义"
"""以县政府及县政府办公室名义: what the government's own office draws up."""
_SENT: Final = r"(?:提交|提出|递交|发来|寄来|申请)(?:的?申请表?)?的"
_BY_ANY: Final = (
    rf"(?:通过|经由|(?:当面|现场)(?:提交|申请|提出)(?:或者|或|以及|和|、)(?:以|通过)|以)[^,。;:（）\d]{{1,30}}等(?:各种|多种)?"
    rf"(?:(?:方式|形式|渠道|途径)?{_SENT}|(?:方式|形式|渠道|途径)的|(?:方式|形式|渠道|途径)(?=(?:共|累计|新|总)?(?:收到|受理|接收|收悉)))"
)
"""通过网站、信函等方式提交的: all the ways there are."""
_BY_ITSELF: Final = "(?:平台|网站|系统|邮箱|信函|邮件)(?:申请|提交|提出|收到|接收)$"
_SENT_BY: Final = rf"(?:通过|经由|经)(?:[^,。;:（）\d]{{1,30}}{_SENT}|[^,。;:（）\d]{{0,30}}{_BY_ITSELF})"
"""通过网站提交的: the way by which some came."""
_EVERYBODY: Final = (
    r"(?!(?:公民|自然人|个人)(?:、|和|及|与|或|或者|以及)企业(?!法人|、|和|及|与|或|单位|组织))"
    r"(?:公民|自然人|个人|群众|公众)(?:(?:、|和|及|与|或|或者|以及|及其){0,2}(?:企业法人|法人|企业|单位|其他组织|其它组织|其他社会组织|组织|社会组织))+"
    r"(?!分别|各)"
)
"""公民和法人或其他组织: all who may apply, in whatever words they are joined; 自然人和企业 may be two columns alone."""
_ALL_OVER: Final = (
    r"(?:全|我)[省市县区州旗盟](?:各级)?(?:各)?[^,。;:（）、\d]{0,6}(?:部门|单位)(?:、|和|及|与|以及)(?:各)?"
    r"(?:乡镇（街道）|镇（街道）|乡镇街道|县（市、区）|县（区）|县市区|镇街|街镇|乡镇|县区|区县|街道|园区|镇|乡|县|区)"
)
"""全区各部门、镇街: the departments and the places below are all there is."""
_BROUGHT: Final = "(?:被诉|(?:提起|引发|发生)?的?(?:行政)?诉讼)"
"""Suits by how they came to court: 未经复议直接诉讼, 复议后诉讼."""
_NOT_CORRECTED: Final = (
    r"(?:申请人)?(?:无正当理由)?逾期[不未](?:予)?补正(?:材料|申请内容)?[,、]?(?:且)?"
    r"(?:视为(?:放弃|撤回)(?:申请)?[,、]?)?(?:行政机关|本机关)?(?:不再处理|不再办理|不予处理)"
    r"(?:其?(?:政府信息公开)?申请)?"
)
"""逾期不补正、不再处理: the row of that name in table 三, in fewer words."""
_SUED: Final = r"被(?:提起|起)?(?:行政)?诉(?:讼)?(?![\u4e00-\u9fff]*(?:行为|人))"
_WORK: Final = r"(?:工作|渠道|流程|制度|平台|机制|栏目|专栏|机构|目录|指南|平台建设|情况(?!共?$)|方面|服务|网站|培训|系统|规范)"
_MATTER: Final = "(?:政府信息公开|信息公开|政务公开)"
_TOLD_BARE: Final = "予以公开|部分公开|不予公开|无法提供|不予处理|其他处理|其它处理"
"""Results that may be told without a unit: 予以公开3、无法提供1."""
_RATE: Final = r"(?!增长率|下降率)[\u4e00-\u7386\u7388-\u9fff]{0,4}+(?<!增长)(?<!下降)率"


@dataclass(frozen=True, slots=True)
class Word:
    """What a word of the file is: its part (`thing`, `action`…) and its name in it (`application`, `received`…)."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """What is told of a thing: the code of the rule, the words that read it out, the ways to read the number."""

    code: str
    says: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words: `pattern` finds those that are told by their shape, `word_at` the plain ones.

    `lengths` are those of the plain words by their first character.

    `meanings` go by thing and what is told of it, `said` are the names of things and of who tells, `times` the years
    that 上年, 本年 and 下年 are counted from the report's, `rows` the parts that are a row of table 三, `results` the kinds of
    results that an application may come to, `carried` the cells that go with an applicant's number field where what was
    carried in is counted too, `rates` what a rate is the share of.
    `persons` and `bodies` find natural persons and all others who apply.
    """

    words: Mapping[str, Word]
    lengths: Mapping[str, tuple[int, ...]]
    pattern: re.Pattern[str]
    meanings: Mapping[str, Mapping[str, Meaning]]
    said: Mapping[str, str]
    times: Mapping[str, int]
    complete: tuple[frozenset[str], ...]
    rows: frozenset[str]
    results: tuple[str, ...]
    carried: Mapping[str, Reading]
    rates: Mapping[str, str]
    outcomes: re.Pattern[str]
    persons: re.Pattern[str]
    bodies: re.Pattern[str]

    def word_at(self, text: str, place: int, end: int) -> tuple[int, Word] | None:
        """Return the end and the kind of the longest plain word that begins at a place."""
        for length in self.lengths.get(text[place], ()):
            word = self.words.get(text[place : place + length]) if place + length <= end else None
            if word is not None:
                return place + length, word
        return None


@cache
def vocabulary() -> Vocabulary:
    """Return the words of the file."""
    data = tomllib.loads(resources.text(FILE))
    words = dict(_plain_words(data))
    meanings = {
        thing: {name: _meaning(entry) for name, entry in entries.items()}
        for thing, entries in data["meaning"].items()
    }
    times = {
        word: step
        for name, step in (("last", -1), ("this", 0), ("next", 1), ("opening", -1), ("closing", 0))
        for word in data["carry"][name].split()
    }
    outcomes = re.compile(_one_of(*data["outcome"].values()))
    complete = tuple(frozenset(pair.split("|")) for pair in data["complete"]["pairs"].split())
    return Vocabulary(
        words,
        _lengths(words),
        _pattern(data),
        meanings,
        data["said"],
        times,
        complete,
        frozenset(data["row"]),
        tuple(data["outcome"]),
        {name: tuple(cells.split()) for name, cells in data["carried_with"].items()},
        {word: name for name, words in data["rate"].items() for word in words.split()},
        outcomes,
        re.compile(_one_of(data["applicant"]["natural_person"])),
        re.compile(_one_of(*(data["applicant"][kind] for kind in _BODIES))),
    )


def _plain_words(data: Mapping[str, Any]) -> Iterator[tuple[str, Word]]:
    for kind, entries in data.items():
        if kind not in _MIXED:
            for name, words in entries.items():
                if not name.endswith("_tail") and name not in _BY_SHAPE:
                    yield from ((word, Word(_PARTS.get(kind, kind), name)) for word in words.split())


def _lengths(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for word in words:
        lengths.setdefault(word[0], set()).add(len(word))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


def _meaning(entry: list[str]) -> Meaning:
    code, says, readings = entry
    return Meaning(code, says, tuple(tuple(reading.split("+")) for reading in readings.split()))


def _pattern(data: Mapping[str, Any]) -> re.Pattern[str]:
    """A pattern for all that is told by its shape; each goes with the characters that it may begin with, asked for first."""
    thing, carry = data["thing"], data["carry"]
    year = f"(?:{_one_of(carry['last'], carry['this'], carry['next'])}|{_YEAR})"
    ends = _one_of(carry["opening"], carry["closing"])
    next_year = f"(?:{_one_of(carry['next'])}|{_YEAR})"
    verb, link = _one_of(carry["verb"]), _one_of(carry["link"])
    stems, tail = _one_of(thing["application"]), _one_of(thing["application_tail"])
    dispute = f"(?:{_one_of(thing['dispute_tail'])})*+"
    special = {
        "wide": ("内主涉集包涵围关", _ALL_FIELDS),
        "everybody": ("公自个群", _EVERYBODY),
        "manner": ("均在按根依因作严", _MANNER),
        "signed": ("以", _SIGNED),
        "area": ("全我", _ALL_OVER),
        "by_any": ("通经以当现", _BY_ANY),
        "channel": ("通经", _SENT_BY),
        "corrected": ("被", _UNDONE),
        "pending_result": ("正尚仍还由行复人法上审", _IN_COURT),
        "judged": ("行复人法上", _JUDGED),
        "other_not_corrected": ("申无逾", _NOT_CORRECTED),
        "topic": (f"{_firsts(thing['application'])}政信", _topic(stems)),
        "direct": ("未直", rf"(?:未经(?:行政)?复议)?(?:而|就)?直接{_BROUGHT}"),
        "after_review": ("经行复", rf"经?(?:行政)?复议后(?:又|再)?{_BROUGHT}"),
        "carry": (
            f"{_firsts(*carry.values())}2将拟至",
            f"(?P<source>{year}|{ends})(?:{verb})(?:(?:{link})?(?P<target>{year})|[入来])?(?:(?:信|办理|来|办)?件$)?|(?:{verb})(?:{link})?(?P<onward>{year})"
            f"|(?:将|拟)(?:于|在)?(?P<later>{year})(?:继续)?(?:办理|答复|办结)|(?<=[件宗份条起])至(?P<until>{year})(?!\\d)"
            f"|(?P<goes_on>{next_year})(?:将)?(?:继续|接续)(?:办理|答复|处理)"
            f"|(?P<open>{_one_of(carry['alone'])})",
        ),
        "whole_year": ("截12", _WHOLE_YEAR),
        "period": ("第一二三四前近十0123456789", _PART_OF_YEAR),
        "year": ("2", r"20\d\d年(?:度|全年|期间)?(?!以来)"),
        "application": (_firsts(thing["application"]), f"(?:{stems})(?!人)(?:的?(?:{tail}))*+"),
        "review": ("行复被", _review(thing, dispute)),
        "suit": ("行诉被", f"{_SUED}{dispute}|(?:{_one_of(thing['suit'])}){dispute}"),
        "pending": ("正尚仍还均在未暂", _PENDING),
        "received": (
            "收登",
            "(?<![征吸接查回没税])收(?=政府信息|信息公开|依申请|公开申请|$)"
            "|登记(?=政府信息公开申请|信息公开申请|依申请公开)",
        ),
        "zero": ("零0", "(?<=[为是])[零0](?=[,;、）]|$)"),
        "bare": ("0123456789", rf"(?:(?<=[数量]为)|(?<={_TOLD_BARE}))\d{{1,9}}+(?=[,;、）]|$)"),
        "mark": (",:（）—", "[,:（）—]"),
    }
    openings = "".join(sorted(set("".join(firsts for firsts, _ in special.values()))))
    named = "|".join(f"(?P<{name}>{pattern})" for name, (_, pattern) in special.items())
    return re.compile(f"(?=[{re.escape(openings)}])(?:{named})|(?P<rate>{_RATE})")


def _review(thing: Mapping[str, str], dispute: str) -> str:
    words = f"(?<!经)(?<!经行政)(?:{_one_of(thing['review'])})(?!后|机关)"
    return f"被(?:提起|申请|提出)?(?:行政)?复议(?!机关){dispute}|{words}{dispute}"


def _topic(stems: str) -> str:
    return f"(?:{stems}|{_MATTER}){_WORK}|{_MATTER}(?:事务|事宜|行为|问题)"


def _firsts(*lists: str) -> str:
    """The characters that the words begin with."""
    return "".join(word[0] for words in lists for word in words.split())


def _one_of(*lists: str) -> str:
    """A pattern for any of the words, the longest first."""
    words = sorted((word for words in lists for word in words.split()), key=len, reverse=True)
    return "|".join(map(re.escape, words))
