"""N13 where a number field tells the change: counted from the number that last year's report has now."""

from collections.abc import Iterator

from model.findings import Finding, Rewording, Spot
from model.levels import Level
from model.number_fields import PLUS, field_named, field_text, field_value, fields_in, since
from model.report import Report
from model.rules.rule import Case
from model.values import to_text


def outdated_bases(case: Case) -> Iterator[Finding]:
    """Yield the changes that are counted from another number than last year's report has, as after its correction."""
    last = case.last_year
    if last is None:
        return
    for section in case.texts:
        for match in fields_in(case.report, case.report.text(section)):
            anew = since(last, match[1])
            if anew not in ("", match[1]):
                spot = Spot(section, match.start(), match.end())
                yield _outdated(case.report, last, match[1], anew, spot)


def _outdated(report: Report, last: Report, name: str, anew: str, spot: Spot) -> Finding:
    field = field_named(report.form, name)
    parts = field.parts if field is not None else ()
    base = field.base if field is not None else None
    known = field_value(last, PLUS.join(parts))
    told, right = field_text(report, name), field_text(report, anew)
    message = f"“{told}”是按上年的{'＋'.join(parts)} {to_text(base)} 计算的，上年报告为 {to_text(known)}，应为“{right}”"
    keys = tuple(key for part in parts for key in report.form.number_fields[part])
    rewording = Rewording(spot, f"{{{anew}}}", right)
    return Finding(
        "N13", Level.EXPLAIN, message, keys, base, known, spot.section, spot, quote=told, rewording=rewording
    )
