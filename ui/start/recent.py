"""What the start page says of a file opened before: whose it is, how far its newest report is, days left."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from model.check import check
from model.days import days_left
from model.errors import AssistantError
from model.file.crash_copy import find_crash_copy
from model.file.office_content import Content
from model.preamble import deadline_of
from model.report import Report
from model.rules.rule import Case
from model.stages import Stage


@dataclass(frozen=True, slots=True)
class FileState:
    """A file's line on the start page. `sound` is False where the file cannot be opened."""

    title: str
    state: str
    sound: bool = True


def state_of_file(path: Path, today: date) -> FileState:
    """Return what there is to say of a file; what is in the way of reading it is said too."""
    try:
        content = Content.read(path)
    except AssistantError as error:
        return FileState(path.stem, error.message, sound=False)
    if not content.reports:
        return FileState(content.profile.get("office") or path.stem, "还没有年度报告")
    year = max(content.reports)
    report = content.reports[year]
    outcome = check(Case.among(content.reports, year))
    unsaved = "有未保存的修改 · " if find_crash_copy(path) is not None else ""
    return FileState(
        f"{report.office or path.stem}　{year} 年度",
        " · ".join((f"{unsaved}{report.stage_words}", outcome.verdict, *_due(report, today))),
    )


def _due(report: Report, today: date) -> tuple[str, ...]:
    """How long there is until the report must be handed in, while it was not."""
    handed_in = report.stage in (Stage.FILED, Stage.PUBLISHED)
    return () if handed_in else (days_left(deadline_of(report), today),)
