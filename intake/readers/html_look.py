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
    r"|font-size\s*:\s*0*(?:\.0*)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)|color\s*:\s*transparent|text-indent\s*:\s*-\d{3,}",
    re.IGNORECASE,
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
_RULE: Final = re.compile(r"([^{}]{1,500})\{([^{}]{0,5000})\}")
_CLASS: Final = re.compile(r"\s*\w*\.([\w-]+)\s*")
_MOST_STYLE: Final = 500_000
"""Characters of a page's own style sheets that are looked through."""
_LONGEST_STYLE: Final = 4_000
"""Characters of what is said of one element."""


class Look:
    """What the style sheets of one page say of its elements; rules for single classes are followed, no others."""

    def __init__(self, root: etree._Element) -> None:
        self._of_class: dict[str, str] = {}
        for name, declared in _rules(root):
            self._of_class[name] = f"{self._of_class.get(name, '')};{declared}"

    def is_seen(self, element: etree._Element) -> bool:
        """Whether the element is shown as text."""
        return bool(name_of(element)) and name_of(element) not in UNSEEN and not self.is_hidden(element)

    def is_hidden(self, element: etree._Element) -> bool:
        """Whether the element takes no place on the page."""
        if element.get("hidden") is not None or str(element.get("type", "")).lower() == "hidden":
            return True
        return bool(_HIDDEN.search(self._style(element)))

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
        classes = str(element.get("class", "")).split()[:20]
        said = [self._of_class[name] for name in classes if name in self._of_class]
        return ";".join((*said, str(element.get("style", ""))))[:_LONGEST_STYLE]


def name_of(element: etree._Element) -> str:
    """Return the element's name in small letters, "" for what is no element."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def _rules(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Class → what is declared for it and has to do with how words are shown."""
    sheets = "".join(sheet.text or "" for sheet in root.iter("style"))[:_MOST_STYLE]
    for rule in _RULE.finditer(sheets):
        if any(mark.search(rule[2]) for mark in (_HIDDEN, _STRUCK, _RAISED, _LOWERED)):
            for selector in rule[1].split(","):
                match = _CLASS.fullmatch(selector)
                if match:
                    yield match[1], rule[2]
