"""读回修改稿: what an edited Word file would change in the report it was made of, place by place.

Nothing is taken by itself. A proposal says what stands there, what the file has, who wrote it, and which slots would be
set; it is made anew from the report as it is, so that whatever was taken or undone meanwhile is no matter.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from model.characters import usual
from model.days import WRITTEN_DAY
from model.draft_notes import Note, NoteKind
from model.import_state import ImportState, state_of
from model.moved_paragraphs import moved
from model.number_fields import expand, fields_in
from model.paragraph_pairs import paired
from model.preamble import preamble_of, title_of
from model.remarks import UNSIGNED, Place, added, page_words, place_words, remarks_of
from model.report import Report, Slot, SlotKind, SlotSettings, SlotValue
from model.sections import COVER, PREAMBLE, sections_of
from model.values import BLANK_WORD, Value, to_text
from model.word_diff import word_diff

OWN_AUTHOR: Final = "年报助手"
"""Of the comments that tell what a check found, in a file that the program has written."""
_TITLE: Final = "标题"
_DATE: Final = "成文日期"
_UNSURE: Final = (ImportState.PLACED, ImportState.DOUBTFUL)
_UNSEEN: Final = re.compile(r"[\s\u3000]+")
_NO_REVISION: Final = 0.5
"""Of the places that can be compared; a file in which more differ is hardly this report's."""
_FEWEST: Final = 12
"""Differences that no chief makes in a report of some size."""


class ProposalKind(StrEnum):
    """What a proposal would change; the value is what it is called."""

    NUMBER = "数字"
    TOTAL = "合计"
    WORDS = "文字"
    HEADING = "部分标题"
    DATUM = "封面"
    COMMENT = "批注"


@dataclass(frozen=True, slots=True)
class TextChange:
    """A change of a text: `lines`, as kept, in the place of its paragraphs `start` to `end`."""

    section: str
    start: int
    end: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """One difference: where it is in words, what stands there (`old`), what the file has (`new`), and who wrote it.

    `settings` are what taking it sets, of a text `text_changes` instead. `moved` says where a paragraph goes that only
    stands elsewhere. `note` says what the clerk should know before.
    """

    kind: ProposalKind
    place: Place
    where: str
    old: str
    new: str
    settings: SlotSettings
    who: str = ""
    note: str = ""
    moved: str = ""
    text_changes: tuple[TextChange, ...] = ()

    @property
    def identity(self) -> tuple[str, str, str, str]:
        """What stays the same while other proposals are taken."""
        return (self.kind.value, self.place.page + self.place.cell, self.old, self.new)


@dataclass(frozen=True, slots=True)
class Returned:
    """An edited file as it was read: its report, section id (or "preamble") → its lines from the heading on, its notes.

    `base` is the report as it stood when the file was read: a number that the file has as it stood there was changed by
    nobody, whatever has been taken since.
    """

    report: Report
    sources: Mapping[str, str]
    base: Report
    notes: tuple[Note, ...] = ()


def by_section(report: Report, found: Report, sources: Mapping[str, str]) -> dict[str, str]:
    """Return the sources by the report's own sections: a reader cannot know the ids of those that the office has added.

    They are known by their titles, and those with other titles by their order, where none was added or left out.
    """
    laid_down = {section.id for section in report.form.sections}
    own = [section for section in sections_of(report) if section.id not in laid_down]
    other = [section for section in sections_of(found) if section.id not in laid_down]
    kept = {key: words for key, words in sources.items() if key not in {section.id for section in other}}
    for section in tuple(own):
        same = next((each for each in other if _plain(each.title) == _plain(section.title)), None)
        if same is not None:
            kept[section.id] = sources.get(same.id, "")
            own.remove(section)
            other.remove(same)
    if len(own) == len(other):
        kept |= {section.id: sources.get(same.id, "") for section, same in zip(own, other, strict=True)}
    return kept


def proposals(report: Report, returned: Returned) -> tuple[Proposal, ...]:
    """Return what the file would change, in the order of the report; comments come after the changes of their kind."""
    made = (_data, _headings, _words, _numbers, _totals, _comments)
    return tuple(proposal for make in made for proposal in make(report, returned))


def settings_of(report: Report, chosen: Iterable[Proposal]) -> SlotSettings:
    """Return the settings that take several proposals, made from the report as it is, at once."""
    chosen = tuple(chosen)
    plain: list[tuple[Slot, SlotValue]] = []
    remarks = 0
    for slot, value in (setting for each in chosen for setting in each.settings):
        if slot.kind is SlotKind.REMARK:
            # Each was made as the next one; of several each has to come behind the one before.
            slot, remarks = Slot(slot.kind, str(int(slot.key) + remarks)), remarks + 1
        plain.append((slot, value))
    changes = [change for each in chosen for change in each.text_changes]
    texts = dict.fromkeys(change.section for change in changes)
    return (*plain, *(_rewritten(report, [c for c in changes if c.section == text]) for text in texts))


def doubts(report: Report, returned: Returned) -> tuple[str, ...]:
    """Return why the file may be no revision of the report: another office, another year, hardly anything alike."""
    other = returned.report
    said = []
    if other.year != report.year:
        said.append(f"文件是 {other.year} 年度的报告，现在打开的是 {report.year} 年度")
    if other.office and report.office and _plain(other.office) != _plain(report.office):
        said.append(f"文件是“{other.office}”的报告，现在打开的是“{report.office}”的")
    found = [p for p in proposals(report, returned) if p.kind in (ProposalKind.NUMBER, ProposalKind.WORDS)]
    paragraphs = sum(bool(line.strip()) for text in _texts_of(report).values() for line in text.split("\n"))
    numbers = sum(bool(report.value(key)) for key in report.form.entered)
    if len(found) > max(_FEWEST, _NO_REVISION * (paragraphs + numbers)):
        said.append(f"文件与现在的报告有 {len(found)} 处不同，可能不是这份报告的修改稿")
    return tuple(said)


def gaps(report: Report, returned: Returned) -> tuple[str, ...]:
    """Return what was not compared since the file has no such part, or it was not understood."""
    said = [
        f"没有找到“{section.heading}”这一部分，文字没有对照"
        for section in sections_of(report)
        if section.id not in returned.sources and report.text(section.id).strip()
    ]
    states = returned.report.of_kind(SlotKind.STATE)
    for table in report.form.tables:
        keys = [key for key in report.form.entered if report.form.cells[key].table is table]
        lost = sum(
            state_of(states.get(key)) is ImportState.MISSING and report.value(key) is not None for key in keys
        )
        if lost:
            said.append(f"“{table.title or page_words(report, table.section)}”有 {lost} 格没有找到，没有对照")
    return tuple(said)


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


def _plain(text: str) -> str:
    """A text without what a word processor changes unasked: blanks, look-alikes."""
    return _UNSEEN.sub("", usual(text))


def _texts_of(report: Report) -> dict[str, str]:
    """Every text as it is printed, fields in it: the preamble as drafted where the clerk wrote none."""
    return {PREAMBLE: preamble_of(report)} | {s.id: report.text(s.id) for s in sections_of(report)}


def _lines(report: Report, returned: Returned, text: str) -> list[str]:
    """The file's paragraphs in a section or the preamble, without its heading, the title, the signature, a table's foot."""
    lines = returned.sources.get(text, "").split("\n")
    if text == PREAMBLE:
        title, lead = _plain(title_of(returned.report)), ""
        while lines and title.startswith(lead + _plain(lines[0])) and lead != title:
            lead += _plain(lines.pop(0))
    else:
        rest = returned.report.text(text).partition("\n")[0]
        begun = lines[0].removesuffix(rest) != lines[0] and bool(rest) and len(lines[0]) > len(rest)
        lines[0] = rest if begun else ""
    feet = tuple(f"{name}：" for table in report.form.tables for name in table.foot)
    titles = {"", *(_plain(table.title) for table in report.form.tables)}
    lines = [line.strip() for line in lines]
    lines = [line for line in lines if _plain(line) not in titles and not (feet and line.startswith(feet))]
    offices = {_plain(office) for office in (report.office, returned.report.office)}
    while lines and (_plain(lines[-1]) in offices or WRITTEN_DAY.fullmatch(_plain(lines[-1]))):
        lines.pop()
    return lines


def _words(report: Report, returned: Returned) -> Iterator[Proposal]:
    """The paragraphs that were changed, put in or left out, or moved, within their section or to another."""
    texts = _texts_of(report)
    lost = {
        _plain(expand(returned.base, line))
        for s, t in texts.items()
        if s not in returned.sources
        for line in t.split("\n")
    }
    changes: list[_Change] = []
    for section, text in texts.items():
        if section in returned.sources:
            new = [line for line in _lines(report, returned, section) if _plain(line) not in lost]
            changes += _changes(returned, section, text, new)
    gone = [change for change in changes if not change.new]
    come = [change for change in changes if not change.old]
    moves = moved([_plain(change.old) for change in gone], [_plain(change.new) for change in come])
    arrived = [come[number] for number in moves.values()]
    for change in changes:
        if change in arrived:
            continue
        to = moves.get(gone.index(change)) if change in gone else None
        yield _of_words(report, returned, change, come[to] if to is not None else None)


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
    by_words = dict(zip(map(_plain, printed), stored, strict=True))
    after = 0
    for i, j in paired([_plain(words) for words in printed], [_plain(words) for words in new]):
        old = printed[i] if i is not None else ""
        words = new[j] if j is not None else ""
        kept = by_words.get(_plain(words), words)
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
        _who(returned.notes, change.old, new),
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
    known = {_plain(words): place for words, place in zip(printed, filled, strict=True)}
    for before in reversed(new[: number or 0]):
        place = known.get(_plain(before))
        if place is not None:
            return max(place + 1, after)
    return after if after or not filled or number else min(filled[0], end)


def _rewritten(report: Report, changes: Sequence[TextChange]) -> tuple[Slot, SlotValue]:
    """A text with several changes, from the last one on so that the numbers of the others stay right."""
    section = changes[0].section
    text = _texts_of(report)[section]
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


def _who(notes: Sequence[Note], old: str, new: str, cell: str = "") -> str:
    """Who has changed a place with the changes being tracked, and when."""
    for note in notes:
        if note.kind is not NoteKind.CHANGE:
            continue
        before, after = _plain(note.before), _plain(note.anchor)
        gone = bool(old) and _plain(old) in before and _plain(old) not in after
        by_words = gone or (bool(new) and _plain(new) == after)
        if note.cell == cell if cell or note.table >= 0 else by_words:
            return " ".join(filter(None, (note.who, note.when)))
    return ""


def _numbers(report: Report, returned: Returned) -> Iterator[Proposal]:
    states = returned.report.of_kind(SlotKind.STATE)
    for key in report.form.entered:
        state = state_of(states.get(key))
        old, new = report.value(key), returned.report.value(key)
        if new not in (old, returned.base.value(key)) and state is not ImportState.MISSING:
            settings: SlotSettings = ((Slot(SlotKind.CELL, key), new), (Slot(SlotKind.STATE, key), None))
            note = "位置或数字读得不确定，请对照原稿" if state in _UNSURE else ""
            yield _of_cell(report, returned, ProposalKind.NUMBER, key, (old, new), settings, note)


def _totals(report: Report, returned: Returned) -> Iterator[Proposal]:
    """Totals that the file has otherwise, unless they are the sums of what it has."""
    for key in report.form.sums:
        old, printed = report.value(key), returned.report.get(SlotKind.CONTROL, key)
        new: Value = printed if isinstance(printed, int | Decimal) else None
        if new is None or new in (old, returned.base.value(key), returned.report.computed(key)):
            continue
        computed = to_text(report.computed(key)) or BLANK_WORD
        note = f"合计由程序自动计算，现为 {computed}；采用后成为与分项不符的合计，需要改正"
        settings: SlotSettings = ((Slot(SlotKind.DECLARED, key), new),)
        yield _of_cell(report, returned, ProposalKind.TOTAL, key, (old, new), settings, note)


def _of_cell(
    report: Report,
    returned: Returned,
    kind: ProposalKind,
    key: str,
    values: tuple[Value, Value],
    settings: SlotSettings,
    note: str,
) -> Proposal:
    place = Place(report.form.cells[key].table.section, key)
    old, new = (to_text(value) or BLANK_WORD for value in values)
    where = f"{report.form.cells[key].name}　{page_words(report, place.page)}"
    return Proposal(kind, place, where, old, new, settings, _who(returned.notes, "", "", key), note)


def _headings(report: Report, returned: Returned) -> Iterator[Proposal]:
    """Headings that read otherwise; where the form lays them down, they can be noted and no more."""
    for section in sections_of(report):
        line = returned.sources.get(section.id, "").partition("\n")[0].strip()
        if not line or _plain(line).startswith(_plain(section.heading)):
            continue
        place = Place(section.id)
        who = _who(returned.notes, section.heading, line)
        if report.form.free_sections:
            settings: SlotSettings = ((Slot(SlotKind.HEADING, section.id), line),)
            note = ""
        else:
            settings = added(report, place, f"标题改为“{line}”", who=who, when="")
            note = "各部分标题由格式规定，不能改；采用后记为一条意见"
            if _is_said(report, place, f"标题改为“{line}”"):
                continue
        where = f"{section.heading}　标题"
        yield Proposal(ProposalKind.HEADING, place, where, section.heading, line, settings, who, note)


def _data(report: Report, returned: Returned) -> Iterator[Proposal]:
    """Title and date."""
    other = returned.report
    old, new = title_of(report), title_of(other)
    same_report = other.year == report.year and _plain(other.office) == _plain(report.office)
    if _plain(old) != _plain(new) and (other.field("title") or same_report):
        settings: SlotSettings = ((Slot(SlotKind.FIELD, "title"), new),)
        who = _who(returned.notes, old, new)
        yield Proposal(ProposalKind.DATUM, Place(COVER, quote=old), _TITLE, old, new, settings, who)
    old, new = report.field("date"), other.field("date")
    if new and old != new:
        settings = ((Slot(SlotKind.FIELD, "date"), new),)
        yield Proposal(ProposalKind.DATUM, Place(COVER), _DATE, old or BLANK_WORD, new, settings)


def _comments(report: Report, returned: Returned) -> Iterator[Proposal]:
    """Comments that are no 意见 of the report yet; those of the program's own tell what its check found."""
    where = {
        _plain(line): section
        for section in _texts_of(report)
        for line in _lines(report, returned, section) or ()
        if section in returned.sources
    }
    headings = {_plain(section.heading): section.id for section in sections_of(report)}
    for note in returned.notes:
        who = "" if note.who == UNSIGNED else note.who
        if note.kind is not NoteKind.COMMENT or note.who == OWN_AUTHOR:
            continue
        place = _place_of(report, note, where, headings)
        if _is_said(report, place, note.text, who):
            continue
        settings = added(report, place, note.text, who=who, when=note.when)
        told = " ".join(filter(None, (who, note.when)))
        words = place_words(report, place)
        yield Proposal(ProposalKind.COMMENT, place, words, note.anchor, note.text, settings, told)


def _place_of(report: Report, note: Note, where: Mapping[str, str], headings: Mapping[str, str]) -> Place:
    if note.cell in report.form.cells or note.page:
        return Place(note.page, note.cell if note.cell in report.form.cells else "")
    for words in (note.anchor, note.before):
        plain = _plain(words)
        if plain in headings:
            return Place(headings[plain])
        if plain in where:
            section = where[plain]
            return Place(COVER if section == PREAMBLE else section, quote=note.anchor.partition("\n")[0])
    return Place(COVER)


def _is_said(report: Report, place: Place, text: str, who: str | None = None) -> bool:
    """Whether a 意见 of the same words is known on the page, of anybody or of one person."""
    return any(
        (each.place.page, each.place.cell, each.text) == (place.page, place.cell, text.strip())
        and who in (None, each.who)
        for each in remarks_of(report)
    )
