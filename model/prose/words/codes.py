"""The codes of the rules that compare what applications and disputes are told of, as `words/claims.toml` gives them."""

from typing import Final

RECEIVED: Final = "N1"
CARRIED_IN: Final = "N2"
HANDLED: Final = "N3"
CARRIED_OUT: Final = "N4"
OUTCOME: Final = "N5"
DISPUTE: Final = "N6"
DECISION: Final = "N7"
NOTHING_RECEIVED: Final = "N9"
APPLICANT: Final = "N11"
RESULT: Final = "N12"

DISPUTED: Final = (DISPUTE, RESULT)
"""What table 四 tells."""

CARRIED: Final = (CARRIED_IN, CARRIED_OUT)
ROWS: Final = (CARRIED_IN, HANDLED, CARRIED_OUT, OUTCOME)
"""What table 三 tells by its rows; who applied it tells by its columns."""
