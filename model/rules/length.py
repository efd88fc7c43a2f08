"""S15: a text longer than the office is asked to write. Notices of some places set a limit; the law knows none."""

from collections.abc import Iterator
from typing import Final

from model.findings import Finding
from model.form import Form
from model.levels import Level
from model.number_fields import expand
from model.rules.rule import OFFICE, TEXTS, Case, Rule, whole

LIMIT: Final = "limit"
"""The field of the office's data that holds the most characters of the first text, "" for none."""
_NO_LIMIT: Final = ("", "无", "没有", "不限")


def length_of(text: str) -> int:
    """Return the characters of a text as an office counts them: blanks are none, marks are."""
    return len("".join(text.split()))


def _too_long(case: Case) -> Iterator[Finding]:
    """S15: 总体情况 beyond the limit that the office has set itself."""
    limit = case.report.field(LIMIT).removesuffix("字").strip()
    if limit not in _NO_LIMIT and not limit.isdecimal():
        message = f"字数上限“{case.report.field(LIMIT)}”不是数字，没有检查字数；请填写数字，如 1000"
        yield Finding("S15", Level.WARNING, message, page="cover", quote=case.report.field(LIMIT))
    section = next(section for section in case.report.form.sections if section.aspects)
    if not limit.isdecimal() or int(limit) == 0:
        return
    length = length_of(expand(case.report, case.report.text(section.id)))
    if length > int(limit):
        message = f"“{section.heading}”有 {length} 字，超过本机关设定的上限（{limit} 字），多出 {length - int(limit)} 字"
        yield Finding("S15", Level.WARNING, message, left=length, right=int(limit), page=section.id)


def _has_overview(form: Form) -> bool:
    return any(section.aspects for section in form.sections)


RULES: Final = (
    Rule(
        "S15",
        Level.WARNING,
        "第一部分不超过设定的字数",
        whole(_too_long, TEXTS, OFFICE, where=_has_overview),
        formula="第一部分的字数（空格不计）不超过机关信息中设定的上限；没有设定的不检查；设定的不是数字时提醒",
        source="各地通知：如武政办发〔2025〕54号，原则上不超过一千字",
    ),
)
