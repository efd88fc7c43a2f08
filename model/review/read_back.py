"""读回修改稿: what an edited Word file would change in the report it was made of, place by place.

Nothing is taken by itself. A proposal says what stands there, what the file has, who wrote it, and which slots would be
set; it is made anew from the report as it is, so that whatever was taken or undone meanwhile is no matter.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from model.import_state import ImportState, state_of
from model.preamble import title_of
from model.report import Report, Slot, SlotKind, SlotSettings, SlotValue
from model.review.draft_notes import OWN_AUTHOR, Note, NoteKind
from model.review.proposals import Proposal, ProposalKind
from model.review.proposed_words import rewritten, words_proposed
from model.review.remarks import UNSIGNED, Place, added, page_words, place_words, remarks_of
from model.review.returned import Returned, plain, texts_of
from model.sections import COVER, PREAMBLE, sections_of
from model.values import BLANK_WORD, Value, to_text

_TITLE: Final = "标题"
_DATE: Final = "成文日期"
_UNSURE: Final = (ImportState.PLACED, ImportState.DOUBTFUL)
_NO_REVISION: Final = 0.5
"""Of the places that can be compared; a file in which more differ is hardly this report's."""
_FEWEST: Final = 12
"""Differences that no chief makes in a report of some size."""


def proposals(report: Report, returned: Returned) -> tuple[Proposal, ...]:
    """Return what the file would change, in the order of the report; comments come after the changes of their kind."""
    made = (_data, _headings, words_proposed, _numbers, _totals, _comments)
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
    return (*plain, *(rewritten(report, [c for c in changes if c.section == text]) for text in texts))


def doubts(report: Report, returned: Returned) -> tuple[str, ...]:
    """Return why the file may be no revision of the report: another office, another year, hardly anything alike."""
    other = returned.report
    said = []
    if other.year != report.year:
        said.append(f"文件是 {other.year} 年度的报告，现在打开的是 {report.year} 年度")
    if other.office and report.office and plain(other.office) != plain(report.office):
        said.append(f"文件是“{other.office}”的报告，现在打开的是“{report.office}”的")
    found = [p for p in proposals(report, returned) if p.kind in (ProposalKind.NUMBER, ProposalKind.WORDS)]
    paragraphs = sum(bool(line.strip()) for text in texts_of(report).values() for line in text.split("\n"))
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


def _data(report: Report, returned: Returned) -> Iterator[Proposal]:
    """Title and date."""
    other = returned.report
    old, new = title_of(report), title_of(other)
    same_report = other.year == report.year and plain(other.office) == plain(report.office)
    if plain(old) != plain(new) and (other.field("title") or same_report):
        settings: SlotSettings = ((Slot(SlotKind.FIELD, "title"), new),)
        who = returned.who(old, new)
        yield Proposal(ProposalKind.DATUM, Place(COVER, quote=old), _TITLE, old, new, settings, who)
    old, new = report.field("date"), other.field("date")
    if new and old != new:
        settings = ((Slot(SlotKind.FIELD, "date"), new),)
        yield Proposal(ProposalKind.DATUM, Place(COVER), _DATE, old or BLANK_WORD, new, settings)


def _headings(report: Report, returned: Returned) -> Iterator[Proposal]:
    """Headings that read otherwise; where the form lays them down, they can be noted and no more."""
    for section in sections_of(report):
        line = returned.sources.get(section.id, "").partition("\n")[0].strip()
        if not line or plain(line).startswith(plain(section.heading)):
            continue
        place = Place(section.id)
        who = returned.who(section.heading, line)
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
    return Proposal(kind, place, where, old, new, settings, returned.who("", "", key), note)


def _comments(report: Report, returned: Returned) -> Iterator[Proposal]:
    """Comments that are no 意见 of the report yet; those of the program's own tell what its check found."""
    where = {
        plain(line): section
        for section in texts_of(report)
        for line in returned.lines(report, section) or ()
        if section in returned.sources
    }
    headings = {plain(section.heading): section.id for section in sections_of(report)}
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
        bare = plain(words)
        if bare in headings:
            return Place(headings[bare])
        if bare in where:
            section = where[bare]
            return Place(COVER if section == PREAMBLE else section, quote=note.anchor.partition("\n")[0])
    return Place(COVER)


def _is_said(report: Report, place: Place, text: str, who: str | None = None) -> bool:
    """Whether a 意见 of the same words is known on the page, of anybody or of one person."""
    return any(
        (each.place.page, each.place.cell, each.text) == (place.page, place.cell, text.strip())
        and who in (None, each.who)
        for each in remarks_of(report)
    )
