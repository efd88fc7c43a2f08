"""Lines up what was found with what the form prints: the best matching pairs whose order agrees."""

from collections.abc import Sequence


def aligned(scores: Sequence[Sequence[float]]) -> dict[int, int]:
    """Return found → target with the greatest sum of `scores[found][target]`, both ascending; 0 never pairs."""
    found = len(scores)
    targets = len(scores[0]) if scores else 0
    best = [[0.0] * (targets + 1) for _ in range(found + 1)]
    for i in range(found - 1, -1, -1):
        for j in range(targets - 1, -1, -1):
            taken = scores[i][j] + best[i + 1][j + 1] if scores[i][j] > 0 else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], taken)
    pairs: dict[int, int] = {}
    i = j = 0
    while i < found and j < targets:
        taken = scores[i][j] + best[i + 1][j + 1] if scores[i][j] > 0 else 0.0
        if taken > 0 and best[i][j] == taken:
            pairs[i] = j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs
