"""What `check --before-filing` answers: how far a report is on its way, and a line for each matter that lies before it."""

from collections.abc import Iterator

from model.outcome import Outcome
from model.report import Report
from model.review.submission import Facts, Matter, MatterState, matters_of, summary_of


def in_words(report: Report, outcome: Outcome) -> Iterator[str]:
    """Yield the stage with how much is open, and then the lines."""
    matters = _matters(report, outcome)
    yield f"{report.name_and_year}：{report.stage_words}，{summary_of(matters)}"
    for matter in matters:
        yield f"{matter.state.words}　{matter.title}：{matter.words}"


def as_json(report: Report, outcome: Outcome) -> dict[str, object]:
    """Return the same under the keys that other programs read."""
    return {
        "stage": report.stage.value,
        "lines": [
            {
                "id": matter.id,
                "title": matter.title,
                "open": matter.state is MatterState.OPEN,
                "words": matter.words,
            }
            for matter in _matters(report, outcome)
        ],
    }


def _matters(report: Report, outcome: Outcome) -> tuple[Matter, ...]:
    """The matters of a report as its file has it."""
    return matters_of(Facts(report, outcome, saved=True))
