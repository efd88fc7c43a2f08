"""How the levels of findings look: icon, ink and soft ground, once for lists, cards, waves and messages."""

from dataclasses import dataclass

from model.levels import Level
from ui.look.style import Theme


@dataclass(frozen=True, slots=True)
class LevelLook:
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
