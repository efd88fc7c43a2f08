"""What the words of a piece that compares say: which way it goes, in what it is told, and with which year it compares."""

from model.prose.pieces.piece import TIMES, Piece
from model.prose.words.claim_words import Group


def is_rate(piece: Piece) -> bool:
    """Return whether it is told in per cent."""
    return piece.number is not None and piece.number.name == "%"


def is_based(piece: Piece) -> bool:
    """Return whether a word says that it compares: 比, 同比."""
    return any(token.kind == "compare" and token.name == "base" for token in piece.tokens)


def changes_told(piece: Piece) -> list[str]:
    """Return which way it goes, "up" or "down", once for each word that says so."""
    return [token.name for token in piece.before if token.kind == "compare" and token.name in ("up", "down")]


def tells_times(piece: Piece) -> bool:
    """Return whether it tells how many times as many there are: 是上年的1.2倍."""
    times = piece.number is not None and (piece.number.name == TIMES or piece.is_part_of_last)
    return times and not changes_told(piece)


def is_with_last_year(piece: Piece, year: int) -> bool:
    """Return whether it compares with the year before the report's."""
    times = [token for token in piece.tokens if token.kind == "time" and token.name != "this"]
    times = [token for token in times if not (token.name == "year" and token.year == year)]
    if any(token.name == "year" and token.year != year - 1 for token in times):
        return False
    return (bool(times) and all(token.name in ("last", "same_last", "year") for token in times)) or any(
        token.is_in(Group.YEAR_ON_YEAR) for token in piece.tokens
    )


def is_with_another_time(piece: Piece, year: int) -> bool:
    """Return whether it compares with a year before the last, or less than a year: 较2022年增加36件，上半年增加12件.

    在上年下降12%的基础上 tells a change of last year.
    """
    if is_built_upon(piece):
        return True
    times = [token for token in piece.tokens if token.kind == "time"]
    return any(
        token.name == "other" or (token.name == "year" and token.year not in (year, year - 1))
        for token in times
    )


def is_built_upon(piece: Piece) -> bool:
    """Return whether it is a change to which another is added: 在上年下降12%的基础上."""
    return bool(changes_told(piece)) and any(token.is_in(Group.BASIS) for token in piece.behind)
