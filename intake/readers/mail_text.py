"""A report in the text of a letter: without the marks of quoting before its lines, and without the letter's own head and foot.

Mail programs put ">" or "|" before each line of what they quote, once more with each answer, and none before the rest of
a line that they break.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, groupby, repeat
from typing import Final

from model.document import Document, Paragraph

_MARKS: Final = (
    re.compile(r"(?:[ \u3000]{0,3}[>＞])+[ \u3000]?"),
    re.compile(r"(?:[ \u3000]{0,3}[|｜│┃])+[ \u3000]?"),
)
"""What stands before a quoted line, with the one blank behind it: further ones are the line's own."""
_BARS: Final = re.compile(r"[|｜│┃]")
_FEWEST: Final = 6
"""Quoted lines of a letter; fewer may be a list, or the way to a page."""
_HEAD: Final = re.compile(
    r"\s*(?:发件人|发信人|寄件人|收件人|收信人|抄送|密送|回复|发送时间|发件时间|发送日期|日期|时间|附件"
    r"|From|To|Cc|Bcc|Reply-To|Sent|Date)\s*[:：].*",
    re.IGNORECASE,
)
_SUBJECT: Final = re.compile(r"\s*(?:主题|标题|Subject)\s*[:：].*", re.IGNORECASE)
_SENDER: Final = re.compile(r"\s*(?:发件人|发信人|寄件人|From)\s*[:：].*", re.IGNORECASE)
_PARTING: Final = re.compile(
    r"\s*[-_—－─]{2,}\s*(?:原始邮件|转发邮件信息|转发的邮件|Original Message|Forwarded message)\s*[-_—－─]{2,}\s*"
    r"|.{0,80}(?:写道|wrote)[:：]\s*",
    re.IGNORECASE,
)
_SIGNATURE: Final = re.compile(r"--\s*")
"""The line above a writer's name (RFC 3676, 4.3)."""
_RULE: Final = re.compile(r"-{3}\s*")
"""The same as some programs write it; a text may have such a rule, too."""
_LONGEST_SIGNATURE: Final = 10


def without_letter(lines: Sequence[str]) -> list[str]:
    """Return the lines without marks of quoting; where they are a letter's, without its head and the writer's signature."""
    bare = _unquoted(lines)
    heads = _heads(bare)
    if not heads and bare == list(lines):
        return bare
    return _unsigned(["" if place in heads else line for place, line in enumerate(bare)])


def without_letter_around(document: Document) -> Document:
    """Return a document whose paragraphs are a letter's lines as the report in it: a letter may be a page, or pasted."""
    lines = [paragraph.text for paragraph in document.paragraphs]
    bare = without_letter(lines)
    if bare == lines:
        return document
    words = chain(bare, repeat(""))
    blocks = (
        replace(block, text=next(words)) if isinstance(block, Paragraph) else block
        for block in document.blocks
    )
    return replace(document, blocks=tuple(blocks))


def _unquoted(lines: Sequence[str]) -> list[str]:
    """The lines without the mark that most of those between the first and the last with it begin with."""
    for mark in _MARKS:
        quoted = [place for place, line in enumerate(lines) if mark.match(line)]
        if len(quoted) < _FEWEST:
            continue
        within = [line for line in lines[quoted[0] : quoted[-1] + 1] if line.strip()]
        if len(quoted) * 2 > len(within) and not _is_table([lines[place] for place in quoted], mark):
            return [mark.sub("", line, count=1) if mark.match(line) else line for line in lines]
    return list(lines)


def _is_table(lines: Sequence[str], mark: re.Pattern[str]) -> bool:
    """Whether the marks are the bars of a table: most lines have more of them further on, or nothing else."""
    if mark is _MARKS[0]:
        return False
    rest = [mark.sub("", line, count=1).strip() for line in lines]
    return sum(not words or bool(_BARS.search(words)) for words in rest) * 2 > len(rest)


def _heads(lines: Sequence[str]) -> frozenset[int]:
    """The places of a letter's head, a block of lines that names its sender, and of what parts it from the letter quoted.

    The subject stays: it may be all that names the report.
    """
    found = {place for place, line in enumerate(lines) if _PARTING.fullmatch(line)}
    for is_head, run in groupby(enumerate(lines), lambda each: _is_of_a_head(each[1])):
        block = list(run)
        if is_head and any(_SENDER.fullmatch(line) for _, line in block):
            found.update(place for place, line in block if not _SUBJECT.fullmatch(line))
    return frozenset(found)


def _is_of_a_head(line: str) -> bool:
    return bool(_HEAD.fullmatch(line) or _SUBJECT.fullmatch(line))


def _unsigned(lines: list[str]) -> list[str]:
    """The lines up to the last signature, where nothing longer than one follows."""
    for place in range(len(lines) - 1, -1, -1):
        ruled = _RULE.fullmatch(lines[place]) is not None
        if ruled or _SIGNATURE.fullmatch(lines[place]):
            below = [line for line in lines[place + 1 :] if line.strip()]
            signs = len(below) <= _LONGEST_SIGNATURE and not (ruled and any("。" in line for line in below))
            return lines[:place] if signs else lines
    return lines
