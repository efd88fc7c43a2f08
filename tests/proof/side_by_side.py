"""Right sentences beside each other: none is questioned for what another says before it in their paragraph.

The sentences are those of `narratives`. Each is right of its office's tables whatever stands around it, unless it leans on
the sentence before it, as 其中… does. Which of them stand beside each other is drawn anew each time.
"""

import random
import re
import secrets
import tomllib
from typing import Final

from model.findings import Finding
from model.levels import Level
from tests.proof.narratives import FILES, Tables, plain

PAIRS: Final = 4000
MOST_QUESTIONED: Final = 0.001
"""The share of pairs that may be questioned: some sentences tell of one half of a year or of an area only beside others."""
_LEANS: Final = re.compile("(?:（.）)?(?:其中|上述|以上|另|其余|其他|按|该|此|同比|较|比|同期|不含)")
_STOPS: Final = frozenset({Level.ERROR, Level.EXPLAIN})


def questioned(seed: int, pairs: int) -> list[str]:
    """Return what was questioned of so many pairs, each with what was found; the same for the same `seed`."""
    drawn = random.Random(seed)
    offices = []
    for file in FILES:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        right = [
            text
            for text in map(plain, (*data["sentences"]["heard"], *data["sentences"]["quiet"]))
            if "|" not in text
        ]
        offices.append((Tables.of(data), right, [text for text in right if not _LEANS.match(text)]))
    told = []
    for _ in range(pairs):
        tables, first, second = drawn.choice(offices)
        text = drawn.choice(first) + drawn.choice(second)
        told += [f"{text} → {found.message}" for found in _stopping(tables, text)]
    return told


def _stopping(tables: Tables, text: str) -> list[Finding]:
    return [finding for finding in tables.found(text) if finding.level in _STOPS]


def main() -> int:
    """Print what was questioned."""
    seed = secrets.randbelow(1_000_000)
    found = questioned(seed, PAIRS)
    for text in found:
        print(f"questioned though right: {text}")
    print(f"{PAIRS} pairs of right sentences (seed {seed}), {len(found)} questioned")
    return int(len(found) > MOST_QUESTIONED * PAIRS)
