"""What the title of the browser and the name of a file tell: the report's title, and whose page it is."""

import re
from typing import Final

from intake.office_names import is_full_name
from intake.page.titles import is_title
from intake.plain_words import without_spaces

_ENDING: Final = re.compile(r"\.[A-Za-z]{2,5}$")
_STAMP: Final = re.compile(
    r"^(?:附件\d{0,2}[:：.、-]?|\d{1,2}[.、]|20\d{6}[-_]?|\d{6}[-_]|(?:[A-Za-z]{1,2}\d{1,3}|0\d{1,2})[-_.]?(?=[\u4e00-\u9fff]))+"
)
_COPY: Final = re.compile(
    r"(?:[-—_]*副本|[（(](?:\d{1,2}|定稿|终稿|最终稿|最终版|修改稿|印发稿|发布稿|公开版|上网稿|盖章版)[）)]"
    r"|[-—_]*(?:定稿|终稿|最终稿|最终版|修改稿|印发稿|发布稿|公开版|上网稿|盖章版|[vV]\d[.\d]*))+$"
)
"""What whoever keeps a file puts before and behind the title in its name."""
_BARS: Final = re.compile(r"[_|｜–—-]+")


def titles_in_browser(title: str) -> list[str]:
    """Return what has the form of a report's title in the browser's."""
    return _titles_among(_ENDING.sub("", without_spaces(title)))


def titles_of_file(name: str) -> list[str]:
    """Return what has the form of a report's title in a file's name."""
    return _titles_among(_without_stamp(name))


def office_in_browser(title: str) -> str:
    """Return the office that the browser's title names, "" for none: a government's name there is its site's."""
    parts = _BARS.split(without_spaces(title))
    return next((part for part in parts if is_full_name(part) and not part.endswith("政府")), "")


def _without_stamp(name: str) -> str:
    """A file's name without its ending, and without what is no part of a title: a day before it, the number of a copy behind."""
    return _COPY.sub("", _STAMP.sub("", _ENDING.sub("", without_spaces(name))))


def _titles_among(stem: str) -> list[str]:
    """What has the form of a title, alone or between the bars that part a name."""
    parts = re.split(r"\s*[_|｜>–—]|\s-\s?|-(?=\D)", stem)
    return [part for part in dict.fromkeys((*parts, stem)) if is_title(part)]
