"""更正: a signed report is opened again, what was signed is put down, and what has changed since is told place by place.

The list stands in the report itself and so goes with its file: it tells what has changed since the report went out. It
begins anew once those who have the report have the corrected one, too, and what it told then stays readable; until then
it goes on through further signatures, as nobody has seen what came between.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from model.deeds import DEED_NAMES
from model.report import SIGNED_KINDS, Report, Slot, SlotKind, SlotValue
from model.review.changed_passages import changed_passages
from model.review.comparison import Difference, differences
from model.stages import NOW, Stage

_DONE_AGAIN: Final = ("signed.day", "signed.by", "filed.day", "published.day")
"""What has to be done again after 更正; the address that a report was published at is usually the same."""
_OUT: Final = (("published.day", Stage.PUBLISHED, "公布"), ("filed.day", Stage.FILED, "上报"))
"""How far a report went out: the day that tells it as its stage does, that stage, its name; the most public one first."""
_STAGES: Final = tuple(Stage)
_PLACE: Final = ("part", "name", "before", "after")
"""What is kept of each place that was corrected."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One place that has changed since it was signed: the part of the report and the name in it, as printed, and its slot.

    `before` and `after` are what stood there and what stands there now; of a text, a changed passage with its differing
    words between marks.
    """

    part: str
    name: str
    before: str
    after: str
    slot: Slot


@dataclass(frozen=True, slots=True)
class PastCorrection:
    """A 更正 that has gone out: its day (ISO) and its reason, "" where not given, and its places.

    Of each place the part of the report, the name in it, what stood there and what stands there since.
    """

    day: str
    why: str
    places: tuple[tuple[str, str, str, str], ...]


def opening(report: Report, today: date) -> Iterator[tuple[Slot, SlotValue]]:
    """Yield the settings that open a signed report again, as one step."""
    begins = _has_gone_out(report)
    signed = {
        f"{slot.kind.value}:{slot.key}": value
        for slot, value in report.slots.items()
        if slot.kind in SIGNED_KINDS
    }
    kept = report.of_kind(SlotKind.AS_SIGNED)
    put_down = signed if begins else kept
    for key in {**kept, **put_down}:
        yield Slot(SlotKind.AS_SIGNED, key), put_down.get(key)
    yield Slot(SlotKind.STAGE, NOW), Stage.RETURNED.value
    yield from ((Slot(SlotKind.DEED, name), None) for name in _DONE_AGAIN)
    if begins:
        yield from _put_by(report)
        yield Slot(SlotKind.DEED, "corrected.day"), today.isoformat()
        yield Slot(SlotKind.DEED, "corrected.why"), None


def as_signed(report: Report) -> Report | None:
    """Return the report as it was signed before 更正, None where it was never opened again."""
    put_down = {
        Slot(SlotKind(kind), name): value
        for key, value in report.of_kind(SlotKind.AS_SIGNED).items()
        for kind, _, name in [key.partition(":")]
    }
    if not put_down:
        return None
    signed = Report(report.form, report.office, report.year)
    names = {Slot(SlotKind.DEED, name) for name in DEED_NAMES}
    signed.set((slot, put_down.get(slot)) for slot in {*signed.slots, *names, *put_down})
    return signed


def past_corrections(report: Report) -> tuple[PastCorrection, ...]:
    """Return what was corrected before the list of now, in the order of time."""
    kept = report.of_kind(SlotKind.CORRECTED)
    return tuple(_restored(kept[number]) for number in sorted(kept, key=int))


def went_out(signed: Report) -> str:
    """Return in a word what had been done with a report `as_signed`: 公布, 上报, or 签发."""
    return _reached(signed)[1]


def corrections(report: Report) -> tuple[Correction, ...]:
    """Return what has changed since the report was signed, in the order of the form; () where it was never opened again."""
    signed = as_signed(report)
    if signed is None:
        return ()
    return tuple(
        correction
        for difference in differences(signed, report)
        if difference.slots[0].kind in SIGNED_KINDS
        for correction in _of(difference)
    )


def _has_gone_out(report: Report) -> bool:
    """Whether a signed report is with those who had it when it was opened for 更正; so it is where it never was."""
    signed = as_signed(report)
    if signed is None:
        return True
    with_whom = max(_STAGES.index(_reached(signed)[0]), _STAGES.index(Stage.FILED))
    return _STAGES.index(report.stage) >= with_whom


def _reached(signed: Report) -> tuple[Stage, str]:
    """How far a report went out, and what that is called; its day may never have been noted, or only its day."""
    return next(
        (
            (stage, words)
            for day, stage, words in _OUT
            if signed.stage is stage or signed.get(SlotKind.DEED, day)
        ),
        (Stage.SIGNED, "签发"),
    )


def _put_by(report: Report) -> Iterator[tuple[Slot, SlotValue]]:
    """Keep what a 更正 has changed that has gone out; one that has changed nothing leaves nothing."""
    places = tuple(
        dict(zip(_PLACE, (each.part, each.name, each.before, each.after), strict=True))
        for each in corrections(report)
    )
    if places:
        said = {name: str(report.get(SlotKind.DEED, f"corrected.{name}") or "") for name in ("day", "why")}
        number = max(map(int, report.of_kind(SlotKind.CORRECTED)), default=0) + 1
        yield Slot(SlotKind.CORRECTED, str(number)), {**said, "places": places}


def _restored(kept: SlotValue) -> PastCorrection:
    told = kept if isinstance(kept, Mapping) else {}
    listed = told.get("places")
    places = (place for place in (listed if isinstance(listed, tuple) else ()) if isinstance(place, Mapping))
    part, name, before, after = _PLACE
    return PastCorrection(
        str(told.get("day", "")),
        str(told.get("why", "")),
        tuple((str(each[part]), str(each[name]), str(each[before]), str(each[after])) for each in places),
    )


def _of(difference: Difference) -> Iterator[Correction]:
    part, name, slot = difference.group, difference.name, difference.slots[0]
    if not difference.is_text:
        yield Correction(part, name, difference.before, difference.after, slot)
        return
    for before, after in changed_passages(difference.before, difference.after):
        yield Correction(part, name, before, after, slot)
