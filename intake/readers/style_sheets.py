"""What the style sheets inside a page declare for its elements; nothing is fetched, so sheets in other files are unknown."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from lxml import etree

Declared: TypeAlias = Mapping[str, str]
"""Property and value, in small letters; of several the one that holds."""

_COMMENT: Final = re.compile(r"/\*(?:[^*]|\*(?!/))*+(?:\*/)?|<!--|-->")
_RULE: Final = re.compile(r"(?:\A|(?<=[{}]))([^{}]{1,5000}+)\{([^{}]{0,5000})\}")
_COMPOUND: Final = re.compile(r"(?P<element>[a-z][a-z0-9]*|\*)?(?P<marks>(?:[.#][\w-]+)*)", re.IGNORECASE)
_NAME: Final = re.compile(r"[.#]([\w-]+)")
_WITHIN: Final = re.compile(r"[\s>]+")
_BESIDE: Final = re.compile(r"[\s>+~]+")
_OTHER_MEDIA: Final = re.compile(
    r"@(?!media\s*(?:(?:only\s+)?screen|all)?\s*\{)[\w-]{1,20}[^{};@]{0,300}\{(?:[^{}@]*+\{[^{}]*+\})*+[^{}@]*+\}",
    re.IGNORECASE,
)
"""What style sheets say of paper, of small screens and the like."""
_MOST_STYLE: Final = 500_000
"""Characters of a page's own style sheets that are looked through."""
_LONGEST_STYLE: Final = 4_000
"""Characters of what is said of one element."""
_IMPORTANT: Final = "!important"
_ONE_NAME: Final = (1, 0)


@dataclass(frozen=True, slots=True)
class Rule:
    """What is declared for elements that have all `names` (classes and ids; an element's own name as <p), inside `above`.

    `close`: how many names, and how many kinds of elements, the selector asks for. Of two rules the one that asks for more
    holds, else the later.
    """

    names: frozenset[str]
    above: frozenset[str]
    declared: Declared
    close: tuple[int, int]
    number: int

    @property
    def is_closer(self) -> bool:
        """Whether it holds over a rule for one name."""
        return self.close > _ONE_NAME


class StyleSheets:
    """The rules of one page, found by the names that they are for.

    A rule for one class or one id is sure to hold. One for a kind of elements, for elements within others or of several
    names may be outdone by what is not known here; which elements it is for is told by the names that they and those
    around them have.
    """

    def __init__(self, root: etree._Element, tells: Callable[[str], object]) -> None:
        """Read the page's sheets; of their rules those are kept whose declarations `tells` finds to matter."""
        self._sure: dict[str, list[Rule]] = {}
        self._other: dict[str, list[Rule]] = {}
        self._named: dict[str, list[Declared]] = {}
        sheets = "".join(sheet.text or "" for sheet in root.iter("style"))[:_MOST_STYLE]
        sheets = _OTHER_MEDIA.sub("", _COMMENT.sub("", sheets))
        for number, match in enumerate(_RULE.finditer(sheets)):
            if tells(match[2]):
                declared = declarations(match[2])
                for selector in match[1].split(","):
                    self._add(selector.strip(), declared, number)

    def declared(self, element: etree._Element) -> Declared:
        """Return what is sure to be declared for an element, by rules and by itself."""
        own = declarations(str(element.get("style", ""))[:_LONGEST_STYLE])
        rules = [rule for name in names_of(element) for rule in self._sure.get(name, ())]
        return _holding(*(rule.declared for rule in sorted(rules, key=_place)), own)

    def others(self, element: etree._Element) -> list[Rule]:
        """Return the rules for its kind, for elements within others and of several names that are for it."""
        names = frozenset(names_of(element))
        rules = [rule for name in names for rule in self._other.get(name, ()) if rule.names <= names]
        if any(rule.above for rule in rules):
            around = frozenset(name for above in element.iterancestors() for name in names_of(above))
            rules = [rule for rule in rules if rule.above <= around]
        return rules

    def named(self, element: etree._Element) -> Iterator[Declared]:
        """Yield what rules that name one of its classes, or its id, among others declare, whether or not they are for it."""
        for name in names_of(element):
            yield from self._named.get(name, ())

    def _add(self, selector: str, declared: Declared, number: int) -> None:
        last = _BESIDE.split(selector)[-1]
        if ":" not in last and not _is_one(selector):
            for name in _NAME.findall(last):
                self._named.setdefault(name, []).append(declared)
        compounds = [_names_in(compound) for compound in _WITHIN.split(selector)]
        known = [compound for compound in compounds if compound is not None]
        if len(known) < len(compounds) or not known[-1]:
            return
        above = frozenset().union(*known[:-1])
        every = [name for compound in known for name in compound]
        kinds = sum(name.startswith("<") for name in every)
        rule = Rule(known[-1], above, declared, (len(every) - kinds, kinds), number)
        if rule.close[0] == 1 and len(known) == 1:
            (name,) = (name for name in every if not name.startswith("<"))
            self._sure.setdefault(name, []).append(rule)
        else:
            self._other.setdefault(next(iter(rule.names)), []).append(rule)


def names_of(element: etree._Element) -> list[str]:
    """Return the element's own name as <p, its classes, and its name in the page."""
    tag = element.tag.lower() if isinstance(element.tag, str) else ""
    return [f"<{tag}", *str(element.get("class", "")).split()[:20], str(element.get("id", ""))]


def declarations(text: str) -> Declared:
    """Return what a list of declarations says; a later one holds, unless an earlier is !important."""
    said: dict[str, str] = {}
    for part in text.split(";"):
        name, _, told = part.partition(":")
        if told:
            said = dict(_holding(said, {name.strip().lower(): told.strip().lower()}))
    return said


def _place(rule: Rule) -> tuple[tuple[int, int], int]:
    return rule.close, rule.number


def _holding(*every: Declared) -> Declared:
    """Declarations one over the other: what is !important stays."""
    held: dict[str, str] = {}
    for declared in every:
        for name, told in declared.items():
            if _IMPORTANT in told or _IMPORTANT not in held.get(name, ""):
                held[name] = told
    return held


def _is_one(selector: str) -> bool:
    """Whether a selector is one class, one id or one kind of element."""
    return bool(re.fullmatch(r"\w*[.#][\w-]+|\w+", selector))


def _names_in(compound: str) -> frozenset[str] | None:
    """The names that an element must have, None where a selector asks for more than names."""
    match = _COMPOUND.fullmatch(compound)
    if match is None:
        return None
    element = match["element"]
    own = {f"<{element.lower()}"} if element and element != "*" else set()
    return frozenset({*own, *_NAME.findall(match["marks"])})
