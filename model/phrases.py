"""常用语: sentences of the office's own, number fields in them, kept with the report and offered again next year."""

from collections.abc import Callable

from model.number_fields import expand, moved_on
from model.report import Report, Slot, SlotKind, SlotSettings


def phrases(report: Report) -> dict[str, str]:
    """Return key → words as kept, in the order in which they were added."""
    kept = report.of_kind(SlotKind.PHRASE)
    return {key: str(kept[key]) for key in sorted(kept, key=int)}


def added(report: Report, words: str) -> SlotSettings:
    """Return the settings that keep some words; none for blank ones and those that are kept already."""
    known = phrases(report)
    text = words.strip()
    if not text or text in known.values():
        return ()
    return ((Slot(SlotKind.PHRASE, str(max(map(int, known), default=0) + 1)), text),)


def removed(key: str) -> SlotSettings:
    """Return the settings that drop a phrase."""
    return ((Slot(SlotKind.PHRASE, key), None),)


def handed_on(previous: Report, report: Report, moved: Callable[[str], str]) -> SlotSettings:
    """Return the settings that offer an earlier year's phrases again, with their years moved on by `moved`.

    On another form the fields become the numbers that they stood for: it may not have them.
    """
    same = previous.form.id == report.form.id
    return tuple(
        (
            Slot(SlotKind.PHRASE, key),
            moved(moved_on(previous, words, report.year) if same else expand(previous, words)),
        )
        for key, words in phrases(previous).items()
    )
