"""What the tests of claims ask: what a text claims, and the first reading of what it claims on this year."""

from model.prose.claim import Claim, Kind
from model.prose.claims.claims import claims_in
from model.prose.words.lexing import tokens_of

RECEIVED, CARRIED_IN, HANDLED, CARRIED_OUT = (
    "收到申请总数",
    "上年结转申请数",
    "办结申请总数",
    "结转下年度申请数",
)
REVIEW, SUIT = "行政复议总数", "行政诉讼总数"


def claims(text: str, section: str = "overview") -> list[Claim]:
    """The certain claims of a text in a report on 2023."""
    return [claim for _, claim in claims_in(text, 2023, section) if not claim.doubt]


def told(text: str, section: str = "overview") -> list[tuple[str, int]]:
    """The first reading of each claim on all of this year and its number, in the order of the text."""
    return [
        ("＋".join(claim.readings[0]), int(claim.quantity.low))
        for claim in claims(text, section)
        if claim.kind is Kind.COUNT and not claim.back and claim.scope != "others"
    ]


def kinds(sentence: str, *, listed: bool = False) -> dict[str, tuple[str, str]]:
    """The kind and the name of each word of a squeezed sentence."""
    tokens = tokens_of(sentence, 2023, listed=listed)
    return {token.words: (token.kind, token.name) for token in tokens}
