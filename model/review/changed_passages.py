"""The sentences that differ in two versions of a text, with the words that differ between marks: 受理申请〔36〕件."""

from collections.abc import Iterator
from typing import Final

from model.pattern import Pattern
from model.review.word_diff import word_diff

OPENS: Final = "〔"
CLOSES: Final = "〕"
_BARE: Final = f"{OPENS}{CLOSES}\n"
_END: Final = Pattern(r"[。！？；\n]+")


def changed_passages(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Yield the sentences that differ, old beside new, in order; "" where all of it was left out or put in."""
    before = after = ""
    differs = False
    for part in word_diff(old, new):
        if not part.same:
            before, after, differs = before + _marked(part.old), after + _marked(part.new), True
            continue
        ends = [match.end() for match in _END.finditer(part.old)]
        if not ends:
            before, after = before + part.old, after + part.new
            continue
        if differs:
            yield _passage(before, after, part.old[: ends[0]] if _in_sentence(before, after) else "")
        before = after = part.old[ends[-1] :]
        differs = False
    if differs:
        yield _passage(before, after, "")


def _marked(words: str) -> str:
    return f"{OPENS}{words}{CLOSES}" if words else ""


def _in_sentence(before: str, after: str) -> bool:
    """Whether what differs stops within a sentence, whose rest belongs to it."""
    return any(words and not _END.search(words.rstrip(CLOSES)[-1:]) for words in (before, after))


def _passage(before: str, after: str, rest: str) -> tuple[str, str]:
    """Both sides with the rest of the sentence; what stands on one side alone needs no marks."""
    sides = ((before + rest).strip(), (after + rest).strip())
    if all(side.strip(_BARE) for side in sides):
        return sides
    return sides[0].strip(_BARE), sides[1].strip(_BARE)
