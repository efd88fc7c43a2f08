"""Rules on reviews and suits (the table of section four) beyond its sums: T4.2, T4.4."""

from collections.abc import Iterator
from typing import Final

from model.findings import Finding
from model.levels import Level
from model.rules.rule import Case, Rule, once
from model.rules.sums import side
from model.values import to_text

_REVIEW: Final = "disputes.review.total"
_AFTER: Final = "disputes.suit_after_review.total"
_PENDING: Final = "disputes.suit_after_review.pending"
_DISPUTES: Final = (_REVIEW, "disputes.direct_suit.total", _AFTER)
_HANDLED: Final = "applications.handled_total.total"


def _nothing_to_dispute(case: Case) -> Iterator[Finding]:
    """T4.2: somebody went to law though nothing was decided this year or last."""
    handled, before = case.report.value(_HANDLED), case.last(_HANDLED)
    disputes = side(case.report, _DISPUTES)
    if handled != 0 or before or not disputes:
        return
    last = f"，上年为 {before}" if before is not None else ""
    message = f"四、行政复议、行政诉讼共 {to_text(disputes)} 件，而三、（七）总计为 {to_text(handled)}{last}，请核对"
    page = case.report.form.cells[_REVIEW].table.section
    yield Finding("T4.2", Level.WARNING, message, (*_DISPUTES, _HANDLED), disputes, handled, page)


def _suits_without_review(case: Case) -> Iterator[Finding]:
    """T4.4: more suits after a review than there were reviews; a reminder where last year's are not known."""
    after, review = case.report.value(_AFTER), case.report.value(_REVIEW)
    before, pending = case.last(_REVIEW), case.last(_PENDING) or 0
    # Suits that last year's table has as pending came of reviews that may be older still.
    if after is None or review is None or after <= review + (before or 0) + pending:
        return
    cell = case.report.form.cells[_AFTER]
    told = f"本年（{review}）" + (f"＋上年（{before}）＝{review + before}" if before is not None else "")
    told += f"，上年未审结的复议后起诉 {pending} 件" if pending else ""
    message = f"四、{cell.row.name}总计（{after}）多于行政复议总计：{told}，请核对"
    level = Level.WARNING if before is None else Level.EXPLAIN
    yield Finding(
        "T4.4", level, message, (_AFTER, _REVIEW), after, review + (before or 0), cell.table.section
    )


RULES: Final = (
    Rule(
        "T4.2",
        Level.WARNING,
        "没有办结申请却有复议、诉讼",
        once(_nothing_to_dispute, *_DISPUTES, _HANDLED),
        formula="复议、诉讼总数大于 0 时，本年或上年的三（七）总计大于 0",
        source="条例第五十一条：对信息公开行为申请复议、提起诉讼",
    ),
    Rule(
        "T4.4",
        Level.EXPLAIN,
        "复议后起诉多于本年与上年的行政复议",
        once(_suits_without_review, _AFTER, _REVIEW),
        formula="复议后起诉总计不大于本年与上年行政复议总计、上年尚未审结的复议后起诉之和（没有上年报告的，为提醒）",
        source="条例第五十一条；行政复议法：先复议、后起诉",
        also=Level.WARNING,
    ),
)
