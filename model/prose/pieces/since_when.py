"""Years that numbers are compared with."""

from collections.abc import Sequence

from model.prose.words.tokens import Token


def compares_with_another_year(words: Sequence[Token], year: int) -> bool:
    """Return whether words compare with a year that is not the one before: 与2021年相比 in a report on 2024."""
    named = [place for place, token in enumerate(words) if token.kind == "time" and token.name == "year"]
    return any(
        words[place].year not in (year, year - 1)
        and any(token.name == "base" for token in words[max(place - 1, 0) : place + 2])
        for place in named
    )
