"""How a web page shows an element: not at all, struck out, raised or lowered, by its name, its style and its class."""

import re
from dataclasses import dataclass
from typing import Final

from lxml import etree

from intake.readers.colours import is_ground, is_none, is_white
from intake.readers.style_sheets import Declared, StyleSheets, declarations, names_of

UNSEEN: Final = frozenset(
    ("script", "style", "noscript", "template", "head", "iframe", "object", "embed", "svg", "math", "select", "option",
     "button", "input", "textarea", "nav", "aside", "footer", "video", "audio", "canvas", "datalist"),
)  # fmt: skip
NO_TEXT: Final = {
    "img": "图片",
    "svg": "图形",
    "canvas": "图形",
    "object": "嵌入的内容",
    "embed": "嵌入的内容",
    "iframe": "嵌入的内容",
    "math": "公式",
    "input": "输入框",
    "select": "输入框",
    "textarea": "输入框",
}
"""What is no text though a page shows it."""
_CELLS: Final = ("td", "th")
_RUNS: Final = frozenset(
    ("span", "font", "a", "b", "i", "em", "strong", "small", "big", "u", "label", "s", "sub", "sup")
)
"""Elements within a line; of others, `vertical-align` tells where words stand in their cell."""
_NO_SIZE: Final = r"(?<![\w-])font\s*:[^;]{0,80}?(?<![\d./])0(?:px|pt|r?em)?[/\s]"
"""`font` with a size of nought; what stands behind a stroke is the height of the line."""
_HIDDEN: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|opacity\s*:\s*0*(?:\.0*)?\s*(?:;|!|$)"
    r"|font-size\s*:\s*0*(?:\.0*)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)|color\s*:\s*transparent|text-indent\s*:\s*-\d{3,}"
    rf"|{_NO_SIZE}"
    r"|(?:left|right|top|bottom)\s*:\s*-(?:\d{3,}|\d\d+(?:\.\d+)?(?:r?em|v[wh]))|margin(?:-left|-top)?\s*:\s*-\d{3,}"
    r"|transform\s*:\s*(?:scale\(\s*0\s*[,)]|translate[xy]?\(\s*-\d{3,})"
    r"|clip\s*:\s*rect\(\s*[01](?:px)?\b|clip-path\s*:\s*(?:inset\(\s*(?:50|100)%|circle\(\s*0)",
    re.IGNORECASE,
)
"""Without a place on the page, beside it, or cut off to a point, as words for reading aloud are."""
_WITHOUT_PLACE: Final = re.compile(
    r"display\s*:\s*none|mso-hide|position\s*:\s*(?:absolute|fixed)|(?<![\w-])(?:left|right|top|bottom)\s*:\s*-\d",
    re.IGNORECASE,
)
"""Of what is hidden, that which leaves no gap where it stood."""
_SMALL: Final = re.compile(
    r"(?<![\w-])(?:max-)?(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|!|$)", re.IGNORECASE
)
_CUT_OFF: Final = re.compile(r"overflow(?:-[xy])?\s*:\s*(?:hidden|clip)", re.IGNORECASE)
_FAINT: Final = re.compile(
    r"(?<![\w-])opacity\s*:\s*0*\.0\d|font-size\s*:\s*(?:[1-4](?:\.\d+)?px|[1-3](?:\.\d+)?pt|0*\.[0-2]\d*r?em)"
    r"|unicode-bidi\s*:\s*[\w-]*override"
)
"""Too small or too pale to be read, or with its characters turned round."""
_TELLING: Final = re.compile(
    r"(?<![\w-])(?:display|visibility|opacity|color|background|overflow|clip|transform|vertical-align|unicode-bidi|mso-|text-"
    r"(?:decoration|line|indent))|(?:left|right|top|bottom|margin)[\w-]*\s*:\s*-\d\d"
    rf"|{_NO_SIZE}"
    r"|font-size\s*:\s*(?:[0.]|[1-4](?:\.\d+)?p[xt])|(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|!|$)",
    re.IGNORECASE,
)
"""What a rule says that may tell how words are shown, or that they are shown after all."""
_STRUCK: Final = re.compile(
    r"text-decoration[\w-]*\s*:[^;]*line-through|text-line-through\s*:\s*(?!none)\w", re.IGNORECASE
)
_RAISED: Final = re.compile(
    r"vertical-align\s*:\s*(?:super|text-top)|mso-text-raise\s*:\s*(?:[3-9]|\d\d)", re.IGNORECASE
)
_LOWERED: Final = re.compile(
    r"vertical-align\s*:\s*(?:sub\b|text-bottom)|mso-text-raise\s*:\s*-(?:[3-9]|\d\d)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Said:
    """What is sure to be said of an element by itself and by rules for its classes."""

    declared: Declared
    hidden_by_itself: bool
    hidden: bool
    faint: bool
    struck: bool
    raised: bool
    lowered: bool
    named: bool
    """Whether a rule that names one of its classes among others shows words in another way."""


class Look:
    """How one page shows its elements, as far as they and its own style sheets tell.

    Rules for a single name are followed; of those for elements within others it is known that they may hold.
    """

    def __init__(self, root: etree._Element) -> None:
        self._sheets = StyleSheets(root, _TELLING.search)
        self._remembered: dict[tuple[str, ...], _Said] = {}

    def is_seen(self, element: etree._Element) -> bool:
        """Whether the element is shown as text."""
        return bool(name_of(element)) and name_of(element) not in UNSEEN and not self.is_hidden(element)

    def is_hidden(self, element: etree._Element) -> bool:
        """Whether the element is not shown; its place may be left blank, see `is_gap`."""
        if element.get("hidden") is not None or str(element.get("type", "")).lower() == "hidden":
            return True
        said = self._said(element)
        return said.hidden and (said.hidden_by_itself or not self._is_shown_again(element, said.declared))

    def is_gap(self, element: etree._Element) -> bool:
        """Whether what is hidden leaves its place blank: a cell so hidden has its column."""
        told = element.get("hidden") is not None or _WITHOUT_PLACE.search(
            _written(self._said(element).declared)
        )
        return self.is_hidden(element) and not told

    def is_unsure(self, element: etree._Element) -> bool:
        """Whether it cannot be told that its words are shown as they are.

        They are white on no ground of their own, too small, too pale or turned round, or a rule may hold for them that shows
        them otherwise.
        """
        said = self._said(element)
        if said.faint or said.hidden or said.named or name_of(element) == "bdo":
            return True
        for rule in self._sheets.others(element):
            run = name_of(element) in _RUNS
            if _may_be_unseen(rule.declared) or (run and _is_marked(rule.declared)):
                return True
        return is_white(self._colour(element)) and not self._is_on_a_ground(element)

    def is_struck(self, element: etree._Element) -> bool:
        """Whether its words are struck out."""
        return name_of(element) in ("s", "strike", "del") or self._said(element).struck

    def is_raised(self, element: etree._Element) -> bool:
        """Whether its words are raised, as a note's mark is."""
        return name_of(element) == "sup" or self._said(element).raised

    def is_lowered(self, element: etree._Element) -> bool:
        """Whether its words are lowered."""
        return name_of(element) == "sub" or self._said(element).lowered

    def _said(self, element: etree._Element) -> _Said:
        """What is said of an element; many of a page are alike."""
        style = str(element.get("style", ""))
        key = (*names_of(element), style)
        if key not in self._remembered:
            declared = self._sheets.declared(element)
            written, run = _written(declared), name_of(element) in _RUNS
            self._remembered[key] = _Said(
                declared,
                hidden_by_itself=_is_hidden(declarations(style)),
                hidden=_is_hidden(declared),
                faint=bool(_FAINT.search(written)),
                struck=bool(_STRUCK.search(written)),
                raised=run and bool(_RAISED.search(written)),
                lowered=run and bool(_LOWERED.search(written)),
                named=any(map(_is_otherwise, self._sheets.named(element))),
            )
        return self._remembered[key]

    def _is_shown_again(self, element: etree._Element, declared: Declared) -> bool:
        """Whether a rule for several of its names shows what a rule for one of them hides: a tab that is open."""
        others = (rule for rule in self._sheets.others(element) if rule.is_closer)
        return any(not _is_hidden({**declared, **rule.declared}) for rule in others)

    def _colour(self, element: etree._Element) -> str:
        """The colour of its words; a cell has that of its row or table."""
        for around in (element, *element.iterancestors()):
            told = self._said(around).declared.get("color", "") or str(around.get("color", ""))
            if told or name_of(element) not in _CELLS or name_of(around) == "table":
                return told.split("!")[0]
        return ""

    def _is_on_a_ground(self, element: etree._Element) -> bool:
        """Whether it stands on a ground on which white words are seen: its own, or the nearest around it."""
        for around in (element, *element.iterancestors()):
            every = (self._said(around).declared, *(rule.declared for rule in self._sheets.others(around)))
            grounds = [str(around.get("bgcolor", "")), str(around.get("background", ""))]
            grounds += [each.get(name, "") for each in every for name in ("background-color", "background")]
            told = [ground.split("!")[0] for ground in grounds if not is_none(ground.split("!")[0])]
            if told:
                return any(map(is_ground, told))
        return False


def _written(declared: Declared) -> str:
    return ";".join(f"{name}:{told}" for name, told in declared.items())


def _is_hidden(declared: Declared) -> bool:
    style = _written(declared)
    return bool(_HIDDEN.search(style) or (_SMALL.search(style) and _CUT_OFF.search(style)))


def _may_be_unseen(declared: Declared) -> bool:
    return _is_hidden(declared) or bool(_FAINT.search(_written(declared)))


def _is_marked(declared: Declared) -> bool:
    """Whether words are struck out, raised or lowered by it."""
    style = _written(declared)
    return any(mark.search(style) for mark in (_STRUCK, _RAISED, _LOWERED))


def _is_otherwise(declared: Declared) -> bool:
    """Whether a rule shows words in another way than as plain ones; what it says in white is a theme's."""
    otherwise = _may_be_unseen(declared) or _is_marked(declared) or bool(_SMALL.search(_written(declared)))
    return otherwise and not is_white(declared.get("color", ""))


def name_of(element: etree._Element) -> str:
    """Return the element's name in small letters, "" for what is no element."""
    return element.tag.lower() if isinstance(element.tag, str) else ""
