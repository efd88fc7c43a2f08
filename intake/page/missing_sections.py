"""Says which of a form's sections a source does not have: a heading not understood puts its words under another one."""

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
