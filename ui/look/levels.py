"""How findings look by their level: icon, ink and soft ground, once for lists, cards, waves and messages."""

from typing import TYPE_CHECKING, NamedTuple

from model.levels import Level
from ui.look.style import Theme

if TYPE_CHECKING:
    from model.findings import Finding


class LevelLook(NamedTuple):
    """The look of a level in one theme: the name of its icon, its ink and the ground that goes with it."""

    icon: str
    ink: str
    ground: str


def look_of(level: Level, colours: Theme) -> LevelLook:
    """Return how a level looks in these colours."""
    if level is Level.ERROR:
        return LevelLook("error", colours.error, colours.error_soft)
    if level is Level.HINT:
        return LevelLook("hint", colours.hint, colours.hint_soft)
    return LevelLook(
        "explain" if level is Level.EXPLAIN else "warning", colours.explain, colours.explain_soft
    )


def look_of_finding(finding: "Finding", colours: Theme) -> LevelLook:
    """Return how a finding looks: as its level does, or as done with where it was explained."""
    if finding.explanation:
        return LevelLook("done", colours.good, colours.good_soft)
    return look_of(finding.level, colours)


def words_to_explain(finding: "Finding") -> str:
    """What the button says that opens the line for a 说明, "" where none is asked for."""
    if finding.explanation:
        return "改说明…"
    if finding.lapsed:
        return "重新说明…"
    return "说明…" if finding.level is Level.EXPLAIN else ""
