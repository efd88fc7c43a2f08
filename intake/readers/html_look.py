"""How a web page shows an element: not at all, struck out, raised or lowered, by its name, its style and its class."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

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
_HIDDEN: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|opacity\s*:\s*0*(?:\.0*)?\s*(?:;|!|$)"
    r"|font-size\s*:\s*0*(?:\.0*)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)|color\s*:\s*transparent|text-indent\s*:\s*-\d{3,}"
    r"|(?:left|right|top|bottom)\s*:\s*-\d{3,}|margin(?:-left|-top)?\s*:\s*-\d{3,}|transform\s*:\s*scale\(\s*0\s*[,)]"
    r"|clip\s*:\s*rect\(\s*[01](?:px)?\b|clip-path\s*:\s*(?:inset\(\s*(?:50|100)%|circle\(\s*0)",
    re.IGNORECASE,
)
"""Without a place on the page, beside it, or cut off to a point, as words for reading aloud are."""
_SMALL: Final = re.compile(
    r"(?<![\w-])(?:max-)?(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|!|$)", re.IGNORECASE
)
_CUT_OFF: Final = re.compile(r"overflow(?:-[xy])?\s*:\s*(?:hidden|clip)", re.IGNORECASE)
_WHITE: Final = re.compile(
    r"(?<![\w-])color\s*:\s*(?:#fff(?:fff)?\b|white\b|rgba?\(\s*255\s*,\s*255\s*,\s*255\b)", re.IGNORECASE
)
_STRUCK: Final = re.compile(
    r"text-decoration[\w-]*\s*:[^;]*line-through|text-line-through\s*:\s*(?!none)\w", re.IGNORECASE
)
_RAISED: Final = re.compile(
    r"vertical-align\s*:\s*(?:super|text-top)|mso-text-raise\s*:\s*(?:[3-9]|\d\d)", re.IGNORECASE
)
_LOWERED: Final = re.compile(
    r"vertical-align\s*:\s*(?:sub\b|text-bottom)|mso-text-raise\s*:\s*-(?:[3-9]|\d\d)", re.IGNORECASE
)
_COMMENT: Final = re.compile(r"/\*(?:[^*]|\*(?!/))*+(?:\*/)?|<!--|-->")
_RULE: Final = re.compile(r"(?:\A|(?<=[{}]))([^{}]{1,5000}+)\{([^{}]{0,5000})\}")
_ONE: Final = re.compile(r"\s*\w*[.#]([\w-]+)\s*")
"""A selector that is one class or one name of an element."""
_NAME: Final = re.compile(r"[.#]([\w-]+)")
_WITHIN: Final = re.compile(r"[\s>+~]+")
_OTHER_MEDIA: Final = re.compile(
    r"@(?!media\s*(?:(?:only\s+)?screen|all)?\s*\{)[\w-]{1,20}[^{};@]{0,300}\{(?:[^{}@]*+\{[^{}]*+\})*+[^{}@]*+\}",
    re.IGNORECASE,
)
"""What style sheets say of paper, of small screens and the like."""
_MOST_STYLE: Final = 500_000
"""Characters of a page's own style sheets that are looked through."""
_LONGEST_STYLE: Final = 4_000
"""Characters of what is said of one element."""


class Look:
    """What the style sheets of one page say of its elements.

    Rules for a single class or name are followed; of those for elements within others it is known that they may hold.
    """

    def __init__(self, root: etree._Element) -> None:
        self._of_class: dict[str, str] = {}
        self._perhaps: set[str] = set()
        for name, declared, sure in _rules(root):
            if sure:
                self._of_class[name] = f"{self._of_class.get(name, '')};{declared}"
            else:
                self._perhaps.add(name)

    def is_seen(self, element: etree._Element) -> bool:
        """Whether the element is shown as text."""
        return bool(name_of(element)) and name_of(element) not in UNSEEN and not self.is_hidden(element)

    def is_hidden(self, element: etree._Element) -> bool:
        """Whether the element takes no place on the page."""
        if element.get("hidden") is not None or str(element.get("type", "")).lower() == "hidden":
            return True
        style = self._style(element)
        return bool(_HIDDEN.search(style) or (_SMALL.search(style) and _CUT_OFF.search(style)))

    def is_unsure(self, element: etree._Element) -> bool:
        """Whether it cannot be told that its words are shown as they are: in white, or by a rule that may not be for it."""
        return not self._perhaps.isdisjoint(_names(element)) or bool(_WHITE.search(self._style(element)))

    def is_struck(self, element: etree._Element) -> bool:
        """Whether its words are struck out."""
        return name_of(element) in ("s", "strike", "del") or bool(_STRUCK.search(self._style(element)))

    def is_raised(self, element: etree._Element) -> bool:
        """Whether its words are raised, as a note's mark is."""
        return name_of(element) == "sup" or bool(_RAISED.search(self._style(element)))

    def is_lowered(self, element: etree._Element) -> bool:
        """Whether its words are lowered."""
        return name_of(element) == "sub" or bool(_LOWERED.search(self._style(element)))

    def _style(self, element: etree._Element) -> str:
        said = [self._of_class[name] for name in _names(element) if name in self._of_class]
        return ";".join((*said, str(element.get("style", ""))))[:_LONGEST_STYLE]


def name_of(element: etree._Element) -> str:
    """Return the element's name in small letters, "" for what is no element."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def _names(element: etree._Element) -> list[str]:
    """The classes of an element, and its own name in the page."""
    return [*str(element.get("class", "")).split()[:20], str(element.get("id", ""))]


def _rules(root: etree._Element) -> Iterator[tuple[str, str, bool]]:
    """Class or name, what is declared for it and has to do with how words are shown, and whether that is sure to hold."""
    sheets = "".join(sheet.text or "" for sheet in root.iter("style"))[:_MOST_STYLE]
    sheets = _OTHER_MEDIA.sub("", _COMMENT.sub("", sheets))
    for rule in _RULE.finditer(sheets):
        marks = (_HIDDEN, _SMALL, _STRUCK, _RAISED, _LOWERED, _WHITE)
        if any(mark.search(rule[2]) for mark in marks):
            for selector in rule[1].split(","):
                one = _ONE.fullmatch(selector)
                if one:
                    yield one[1], rule[2], True
                elif not _WHITE.search(rule[2]):
                    last = _WITHIN.split(selector.strip())[-1]
                    yield from ((name, rule[2], False) for name in _NAME.findall(last) if ":" not in last)
