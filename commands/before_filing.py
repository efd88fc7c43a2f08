"""What `check --before-filing` answers: how far a report is on its way, and a line for each matter that lies before it."""

from collections.abc import Iterator

from model.outcome import Outcome
from model.report import Report
from model.submission import Facts, Matter, MatterState, lines_of, summary_of


def in_words(report: Report, outcome: Outcome) -> Iterator[str]:
    """Yield the stage with how much is open, and then the lines."""
    lines = _lines(report, outcome)
    yield f"{report.name_and_year}：{report.stage_words}，{summary_of(lines)}"
    for line in lines:
        yield f"{line.state.words}　{line.title}：{line.words}"


def as_json(report: Report, outcome: Outcome) -> dict[str, object]:
    """Return the same under the keys that other programs read."""
    return {
        "stage": report.stage.value,
        "lines": [
            {"id": line.id, "title": line.title, "open": line.state is MatterState.OPEN, "words": line.words}
            for line in _lines(report, outcome)
        ],
    }


def _lines(report: Report, outcome: Outcome) -> tuple[Matter, ...]:
    """The lines of a report as its file has it."""
    return lines_of(Facts(report, outcome, saved=True))
