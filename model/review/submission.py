"""上报前检查: all that lies between a report and handing it in, one line each, with the place where it is settled.

What is open holds nobody up: it is told. Whoever adds a matter adds a function to `_MATTERS`, at the place where the clerk
comes to it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, TypeAlias

from model.check_code import check_code
from model.findings import Finding
from model.levels import Level
from model.office_fields import FIELD_WORDS, missing_of
from model.outcome import BLANK, Outcome
from model.report import Report, Slot, SlotKind, SlotValue
from model.review import recheck
from model.review.remarks import open_remarks, remarks_of
from model.rules.ledger import OFF_LEDGER, left_out
from model.stages import Stage


class MatterState(StrEnum):
    """How a matter stands; the value names its icon."""

    DONE = "done"
    OPEN = "partial"
    FREE = "hint"

    @property
    def words(self) -> str:
        """What it is called where there are no icons."""
        return {MatterState.DONE: "已办", MatterState.OPEN: "待办", MatterState.FREE: "提示"}[self]


Destination: TypeAlias = Finding | Slot | str
"""Where a matter leads: to what was found, to what is edited, or to a command of the program by its name."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter on the way to handing in: its id, what it is called, how it stands, that in words, and its place."""

    id: str
    title: str
    state: MatterState
    words: str
    place: Destination


@dataclass(frozen=True, slots=True)
class Facts:
    """What the matters are made of: the report, what its check has found, and whether its file says the same (`saved`).

    `saved` is None while there is no file.
    """

    report: Report
    outcome: Outcome
    saved: bool | None

    def of_level(self, level: Level) -> tuple[Finding, ...]:
        """The findings of a level that nobody has explained, blank cells left out."""
        found = self.outcome.findings
        return tuple(f for f in found if f.level is level and f.code != BLANK and not f.explanation)

    def deed(self, name: str) -> str:
        """Return a datum of a deed, "" where it is not known."""
        return str(self.report.get(SlotKind.DEED, name) or "")


def matters_of(facts: Facts) -> tuple[Matter, ...]:
    """Return every matter, in the order of the work."""
    return tuple(matter for make in _MATTERS for matter in make(facts))


def summary_of(matters: Sequence[Matter]) -> str:
    """Return in one sentence how many matters are still open."""
    left = sum(matter.state is MatterState.OPEN for matter in matters)
    return f"还有 {left} 项待办" if left else "各项都已办完"


def noted(deed: str, report: Report, day: date) -> Iterator[tuple[Slot, SlotValue]]:
    """Yield the settings that note on a day that a report was "exported" or "printed" as it is."""
    yield Slot(SlotKind.DEED, f"{deed}.day"), day.isoformat()
    yield Slot(SlotKind.DEED, f"{deed}.code"), check_code(report)


def _state(*, done: bool) -> MatterState:
    return MatterState.DONE if done else MatterState.OPEN


def _cells(facts: Facts) -> Iterator[Matter]:
    blanks = [finding for finding in facts.outcome.findings if finding.code == BLANK]
    place = blanks[0] if blanks else Slot(SlotKind.CELL, next(iter(facts.report.form.entered)))
    words = f"还有 {len(blanks)} 格未填" if blanks else "已填齐"
    yield Matter("cells", "表格", _state(done=not blanks), words, place)


def _cover(facts: Facts) -> Iterator[Matter]:
    missing = missing_of(facts.report.field)
    words = f"未填：{'、'.join(FIELD_WORDS[name] for name in missing)}" if missing else "已填齐"
    place = Slot(SlotKind.FIELD, missing[0] if missing else "office")
    yield Matter("cover", "封面", _state(done=not missing), words, place)


_UNSETTLED: Final = (
    (Level.ERROR, "处必须改正", MatterState.OPEN),
    (Level.EXPLAIN, "处需要改正或写说明", MatterState.OPEN),
    (Level.WARNING, "处请看一看，不影响上报", MatterState.FREE),
    (Level.HINT, "处，供参考", MatterState.FREE),
)
"""Level of findings → what is said of so many, and how the matter stands while there are any."""


def _findings(facts: Facts) -> Iterator[Matter]:
    for level, words, state in _UNSETTLED:
        found = facts.of_level(level)
        if found:
            yield Matter(f"level {level.value}", level.word, state, f"{len(found)} {words}", found[0])
        else:
            yield Matter(f"level {level.value}", level.word, MatterState.DONE, "没有", "findings")


def _imports(facts: Facts) -> Iterator[Matter]:
    states = facts.report.of_kind(SlotKind.STATE)
    waiting = next((key for key in facts.report.form.cells if key in states), None)
    if waiting is None:
        yield Matter("imports", "导入的数字", MatterState.DONE, "没有待确认的", "import")
        return
    words = f"还有 {len(states)} 格没有确认"
    yield Matter("imports", "导入的数字", MatterState.OPEN, words, Slot(SlotKind.STATE, waiting))


def _explanations(facts: Facts) -> Iterator[Matter]:
    lapsed = [finding for finding in facts.outcome.findings if finding.lapsed]
    given = len(facts.outcome.explained)
    words = f"已说明 {given} 处" if given else "没有需要附上的说明"
    if lapsed:
        words = f"有 {len(lapsed)} 条说明因内容改动而失效，请重写"
    place: Destination = lapsed[0] if lapsed else facts.outcome.explained[0] if given else "findings"
    yield Matter("explanations", "说明", _state(done=not lapsed), words, place)


def _remarks(facts: Facts) -> Iterator[Matter]:
    waiting, made = len(open_remarks(facts.report)), len(remarks_of(facts.report))
    words = f"还有 {waiting} 条待改" if waiting else f"{made} 条都已改" if made else "没有"
    place = "next_remark" if waiting else "remarks" if made else "add_remark"
    yield Matter("remarks", "意见", _state(done=not waiting), words, place)


def _ledger(facts: Facts) -> Iterator[Matter]:
    report = facts.report
    cells = [finding for finding in facts.outcome.findings if finding.code == OFF_LEDGER]
    left = [finding for finding in cells if not finding.explanation]
    totals = _off_totals(report, frozenset(key for finding in cells for key in finding.cells))
    if not report.of_kind(SlotKind.LEDGER) and not totals:
        # Totals that were printed or typed in agree; that says nothing of a ledger.
        yield Matter("ledger", "与台账一致", MatterState.FREE, "没有用台账统计，未作核对", "ledger")
        return
    # Who has put such rows into cells by hand has explained these.
    uncounted = left_out(report) if not cells else 0
    told = (
        f"台账中有 {uncounted} 行未能归类，没有计入表中" if uncounted else "",
        f"有 {len(left)} 格与台账不同" if left else "",
        f"{len(cells)} 格与台账不同，已作说明" if cells and not left else "",
        f"有 {len(totals)} 处核对合计不符" if totals else "",
    )
    place: Destination = left[0] if left else Slot(SlotKind.CELL, totals[0]) if totals else "ledger"
    done = not left and not totals and not uncounted
    yield Matter("ledger", "与台账一致", _state(done=done), "；".join(filter(None, told)) or "一致", place)


def _recheck(facts: Facts) -> Iterator[Matter]:
    tally = recheck.tally_of(facts.report)
    state, words = _state(done=tally.done), recheck.summary_of(facts.report)
    differing = len(tally.keys(recheck.Standing.DIFFERING))
    if not tally.begun:
        state, words = MatterState.FREE, "没有做；可请一位同事对着台账再录一遍"
    elif differing:
        words = f"有 {differing} 处不一致没有处理"
    yield Matter("recheck", "复核录入", state, words, "recheck")


def _off_totals(report: Report, cells: frozenset[str]) -> list[str]:
    """The totals that come to something else than their 核对合计, though no cell that they add up is off the ledger.

    Where one is, the total says the same again.
    """
    controls = report.of_kind(SlotKind.CONTROL)
    return [
        key
        for key in report.form.sums
        if key in controls
        and report.value(key) not in (None, controls[key])
        and cells.isdisjoint(report.form.parts(key))
    ]


def _saved(facts: Facts) -> Iterator[Matter]:
    words = {True: "文件里就是现在的内容", False: "有改动还没有保存", None: "还没有存为文件"}[facts.saved]
    yield Matter("saved", "保存", _state(done=facts.saved is True), words, "save")


_PAPER: Final = (("exported", "导出", "export"), ("printed", "打印", "print"))
"""Deed → what it is called, and the command that does it."""


def _paper(facts: Facts) -> Iterator[Matter]:
    now = check_code(facts.report)
    for deed, title, command in _PAPER:
        day, code = facts.deed(f"{deed}.day"), facts.deed(f"{deed}.code")
        words = (
            f"{day} 已{title}，之后没有改动" if code == now else f"{day} {title}之后又有改动，请重新{title}"
        )
        # What was written by the command line, or printed from a file, nobody has noted.
        words = words if code else f"没有在本窗口{title}正式稿的记录"
        yield Matter(deed, title, _state(done=code == now), words, command)


def _signed(facts: Facts) -> Iterator[Matter]:
    day, by = facts.deed("signed.day"), facts.deed("signed.by")
    missing = [words for said, words in ((day, "签发日期"), (by, "签发人")) if not said]
    signed = facts.report.stage.signed
    words = "　".join(filter(None, (day, by))) if signed else "还没有签"
    if signed and missing:
        words = "　".join(filter(None, (words, f"未填：{'、'.join(missing)}")))
    place = Slot(SlotKind.DEED, "signed.day" if not day else "signed.by")
    yield Matter("signed", "领导签发", _state(done=signed and not missing), words, place)


def _filed(facts: Facts) -> Iterator[Matter]:
    day = facts.deed("filed.day")
    done = facts.report.stage in (Stage.FILED, Stage.PUBLISHED)
    words = (day or "已上报，未填：上报日期") if done else "还没有上报"
    yield Matter("filed", "上报", _state(done=done and bool(day)), words, Slot(SlotKind.DEED, "filed.day"))


def _published(facts: Facts) -> Iterator[Matter]:
    day, place = facts.deed("published.day"), facts.deed("published.place")
    missing = [words for said, words in ((day, "公布日期"), (place, "公布网址")) if not said]
    done = facts.report.stage is Stage.PUBLISHED
    words = "　".join(filter(None, (day, place))) if done else "还没有公布"
    if done and missing:
        words = "　".join(filter(None, (words, f"未填：{'、'.join(missing)}")))
    slot = Slot(SlotKind.DEED, "published.place" if day and not place else "published.day")
    yield Matter("published", "公布", _state(done=done and not missing), words, slot)


_MATTERS: Final[tuple[Callable[[Facts], Iterator[Matter]], ...]] = (
    _cells,
    _cover,
    _findings,
    _explanations,
    _remarks,
    _imports,
    _ledger,
    _recheck,
    _saved,
    _paper,
    _signed,
    _filed,
    _published,
)
"""What makes the matters, in the order in which the clerk comes to them."""
