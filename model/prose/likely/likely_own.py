"""The words before a number that are its own, and not of what stands before it."""

from collections.abc import Sequence

from model.prose.words.tokens import Token


def own_words(between: list[Token], follows: bool, *, named: bool) -> list[Token]:
    """Return what stands between two numbers and goes with the second: from a mark on; all behind a number `named` before.

    `follows`: a number stands before it. 2件被撤销或责令重作、1件终止: where there is a mark, what joins words is none.
    复议3件，诉讼与上年持平，申请增长8%: a clause that says that nothing has changed is whole without a number.
    """
    ended = [n for n, one in enumerate(between[:-1]) if one.name == "same" and between[n + 1].words == ","]
    if ended:
        return between[ended[-1] + 1 :]
    if not follows:
        return between
    pauses = [n for n, one in enumerate(between) if one.kind == "mark" or one.words == "、"]
    marks = pauses or [n for n, one in enumerate(between) if one.name == "join"]
    return between[marks[0] :] if marks else between if named else []


def begins_a_clause(own: Sequence[Token], behind: Sequence[Token]) -> bool:
    """问题是答复说理不充分，2件被纠正: whether what stands before a comma is no part of what a result behind a number tells."""
    return bool(own) and own[-1].words == "," and any(token.kind == "result" for token in behind)
