"""Labels of a table in lines bear out the form's order, but for those that a copy has moved past numbers of others."""

from intake.tables.labels.label_order import passages, stand_in_order
from intake.tables.vocabulary import targets_of
from tests.intake.tables.drawn import table
from tests.intake.tables.labels.test_whole_order import told

TARGETS = [target for target in targets_of(table()) if target.keys]
WIDTH = len(TARGETS[0].keys)
LABELS = [label for label, _ in told()]


def bears_out(*groups: str | int) -> bool:
    """Whether labels bear out the order where these stand in turn: words, or so many rows of numbers."""
    each = (one if isinstance(one, str) else one * WIDTH for one in groups)
    return stand_in_order(TARGETS, passages(each))


def above(labels: list[str]) -> list[str | int]:
    """Each label above its row of numbers."""
    return [part for label in labels for part in (label, 1)]


def test_words_and_numbers_in_turn_are_parted_where_numbers_stand() -> None:
    assert [*passages(["一", "二", 2, 1, "三", 4])] == [("一二", 0), ("三", 3), ("", 7)]


def test_each_label_above_its_numbers_or_all_above_all_stand_in_order() -> None:
    assert bears_out(*above(LABELS))
    assert bears_out(*LABELS, len(LABELS))


def test_labels_that_stand_together_elsewhere_were_moved_by_the_copy() -> None:
    assert bears_out(*above(LABELS[:2]), 2, *above(LABELS[4:9]), *LABELS[2:4], *above(LABELS[9:]))


def test_moved_labels_in_another_order_are_the_offices_own() -> None:
    moved = LABELS[3], LABELS[2]
    assert not bears_out(*above(LABELS[:2]), 2, *above(LABELS[4:9]), *moved, *above(LABELS[9:]))


def test_a_label_alone_above_the_numbers_of_another_row_is_not_moved() -> None:
    assert not bears_out(*above([*LABELS[:2], *LABELS[3:9], LABELS[2], *LABELS[9:]]))
    assert not bears_out(*above(LABELS[:2]), 1, *above(LABELS[3:9]), LABELS[2], 1, *above(LABELS[10:]))


def test_where_most_labels_were_moved_their_order_tells_nothing() -> None:
    assert not bears_out(*above(LABELS[:4]), *LABELS[12:], *LABELS[4:12], len(LABELS) - 4)
