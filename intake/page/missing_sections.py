"""Says what of a report a source does not have: sections, whose words then stand under another heading, or all but tables."""

from collections.abc import Sequence

from intake.page.headings import Heading
from model.form import Form


def missing_sections(form: Form, headings: Sequence[Heading]) -> list[str]:
    """Return one sentence that names the sections without a heading, none where a form leaves its sections free."""
    found = {heading.section for heading in headings}
    lacking = [f"“{section.heading}”" for section in form.sections if section.id not in found]
    if form.free_sections or not lacking:
        return []
    return [f"没有读到{''.join(lacking)}，请核对" if found else "没有读到各部分的标题，请核对文字"]


def tables_alone(form: Form, found: Sequence[str], *, words: bool, office: bool) -> list[str]:
    """Return one sentence on a source that is tables and nothing else, none where it has `words`.

    `found`: the names of its tables. A table copied alone is no fault: what it leaves to be done is told.
    """
    if words or not found:
        return []
    others = len(found) < len(form.tables)
    lacking = [*(["机关名称"] * (not office)), "文字", *(["其他表格"] * others)]
    listed = "、".join(lacking[:-1]) + "和" * (len(lacking) > 1) + lacking[-1]
    tables = "".join(f"“{name}”" for name in found)
    return [f"来源里只有{tables}的表格，没有{listed}；文件中原有的保留，没有的请补填"]
