"""读回修改稿, its paragraphs: which were changed, put in, left out or moved, and how a text reads once some are taken."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from model.number_fields import expand, fields_in
from model.report import Report, Slot, SlotKind, SlotValue
from model.review.moved_paragraphs import moved
from model.review.paragraph_pairs import paired
from model.review.proposals import Proposal, ProposalKind, TextChange
from model.review.remarks import Place, page_words
from model.review.returned import Returned, plain, texts_of
from model.review.word_diff import word_diff
from model.sections import COVER, PREAMBLE


def words_proposed(report: Report, returned: Returned) -> Iterator[Proposal]:
    """Yield the paragraphs that were changed, put in or left out, or moved, within their section or to another."""
    texts = texts_of(report)
    lost = {
        plain(expand(returned.base, line))
        for s, t in texts.items()
        if s not in returned.sources
        for line in t.split("\n")
    }
    changes: list[_Change] = []
    for section, text in texts.items():
        if section in returned.sources:
            new = [line for line in returned.lines(report, section) if plain(line) not in lost]
            changes += _changes(returned, section, text, new)
    gone = [change for change in changes if not change.new]
    come = [change for change in changes if not change.old]
    moves = moved([plain(change.old) for change in gone], [plain(change.new) for change in come])
    arrived = [come[number] for number in moves.values()]
    for change in changes:
        if change in arrived:
            continue
        to = moves.get(gone.index(change)) if change in gone else None
        yield _of_words(report, returned, change, come[to] if to is not None else None)


def with_fields(report: Report, stored: str, new: str) -> str:
    """Return the new words of a paragraph with the number fields of the stored one where its words did not change.

    `report` has the numbers with which the new words were printed.
    """
    kept = []
    at = 0
    for part in word_diff(expand(report, stored), new):
        kept.append(_stored_range(report, stored, at, at + len(part.old)) if part.same else part.new)
        at += len(part.old)
    return "".join(kept)


def _stored_range(report: Report, stored: str, start: int, end: int) -> str:
    """What is stored for characters of the printed text: a field that lies in them whole as such, else as printed."""
    parts: list[str] = []
    place = printed = 0
    for match in (*fields_in(report, stored), None):
        words = stored[place : match.start() if match else len(stored)]
        parts.append(words[max(start - printed, 0) : max(end - printed, 0)])
        printed += len(words)
        if match is not None:
            number = expand(report, match[0])
            whole = start <= printed and printed + len(number) <= end
            parts.append(match[0] if whole else number[max(start - printed, 0) : max(end - printed, 0)])
            printed, place = printed + len(number), match.end()
    return "".join(parts)


def rewritten(report: Report, changes: Sequence[TextChange]) -> tuple[Slot, SlotValue]:
    """Return the setting of a text with several changes, from the last one on so that the numbers of the others stay right."""
    section = changes[0].section
    text = texts_of(report)[section]
    paragraphs = text.split("\n") if text else []
    # At one place, what stands there is changed before something is put in front of it.
    order = sorted(
        enumerate(changes),
        key=lambda each: (each[1].start, each[1].end > each[1].start, each[0]),
        reverse=True,
    )
    for _, change in order:
        paragraphs[change.start : change.end] = change.lines
    return Slot(SlotKind.TEXT, section), "\n".join(paragraphs)


@dataclass(frozen=True, slots=True, eq=False)
class _Change:
    """A paragraph that reads otherwise in the file: the `number`th of its section, None where it was put in.

    `stored` is how it is kept, `old` how it was printed, `new` what the file has, `kept` how that would be kept.
    `start` and `end` are its places among all paragraphs, `before` how many filled ones stand before it.
    """

    section: str
    number: int | None
    stored: str
    old: str
    new: str
    kept: str
    start: int
    end: int
    before: int


def _changes(returned: Returned, section: str, text: str, new: Sequence[str]) -> Iterator[_Change]:
    paragraphs = text.split("\n")
    filled = [number for number, words in enumerate(paragraphs) if words.strip()]
    stored = [paragraphs[number].strip() for number in filled]
    printed = [expand(returned.base, words) for words in stored]
    by_words = dict(zip(map(plain, printed), stored, strict=True))
    after = 0
    for i, j in paired([plain(words) for words in printed], [plain(words) for words in new]):
        old = printed[i] if i is not None else ""
        words = new[j] if j is not None else ""
        kept = by_words.get(plain(words), words)
        if i is not None:
            kept = with_fields(returned.base, stored[i], words)
            start, end = filled[i], filled[i] + 1
        else:
            start = end = _place_of_new(new, j, printed, filled, len(paragraphs), after)
        after = max(after, end)
        before = sum(place < start for place in filled)
        yield _Change(section, i, stored[i] if i is not None else "", old, words, kept, start, end, before)


def _of_words(report: Report, returned: Returned, change: _Change, to: _Change | None) -> Proposal:
    """The proposal to change a paragraph, or to move it `to` another place, reworded or not."""
    section, new, kept = change.section, change.new, change.kept
    taken: tuple[TextChange, ...] = (TextChange(section, change.start, change.end, (kept,) if new else ()),)
    if to is not None:
        new, kept = to.new, with_fields(returned.base, change.stored, to.new)
        taken = (*taken, TextChange(to.section, to.start, to.end, (kept,)))
    drafted = PREAMBLE in {each.section for each in taken} and not report.text(PREAMBLE)
    page = COVER if section == PREAMBLE else section
    return Proposal(
        ProposalKind.WORDS,
        Place(page, quote=change.old),
        f"{page_words(report, page)}　{_nth(change.number)}",
        change.old,
        new,
        (),
        returned.who(change.old, new),
        "采用后引言不再随封面变化" if drafted else "",
        _told_move(report, section, to) if to is not None else "",
        taken,
    )


def _told_move(report: Report, section: str, to: _Change) -> str:
    """Where a paragraph of a section goes, in words."""
    page = COVER if to.section == PREAMBLE else to.section
    other = f"“{page_words(report, page)}”" if to.section != section else ""
    return f"移到{other}第 {to.before} 段之后" if to.before else f"移到{other}最前"


def _nth(number: int | None) -> str:
    return "新增一段" if number is None else f"第 {number + 1} 段"


def _place_of_new(
    new: Sequence[str],
    number: int | None,
    printed: Sequence[str],
    filled: Sequence[int],
    end: int,
    after: int,
) -> int:
    """Where a paragraph that was put in belongs: behind the one that stands before it in the file."""
    known = {plain(words): place for words, place in zip(printed, filled, strict=True)}
    for before in reversed(new[: number or 0]):
        place = known.get(plain(before))
        if place is not None:
            return max(place + 1, after)
    return after if after or not filled or number else min(filled[0], end)
