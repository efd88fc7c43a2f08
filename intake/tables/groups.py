"""Finds the numbers of a table that is one printed row under three groups of heads (form 2019 and 2021: table 四)."""

from collections.abc import Iterator, Sequence

from intake.page.figures import FigureKind, figure_of, value_of
from intake.page.flow import Piece, Row
from intake.page.plain_words import plain
from intake.tables.entries import usual_gap
from intake.tables.placing import Found
from intake.tables.vocabulary import targets_of
from model.form import Form, FormTable
from model.import_state import ImportState


def find_groups(form: Form, table: FormTable, rows: Sequence[Row]) -> Found:
    """Return the cells that the rows give, whether they run across, down, or in one table a group."""
    found = Found()
    keys = targets_of(table)[0].keys
    names = [column.name for column in table.bands[0].columns]
    usual = usual_gap(rows)
    pieces: list[Piece] | None = None
    for step in sorted({1, usual + 1}) if usual >= 0 else (1,):
        runs = list(_runs(rows, {plain(name) for name in names}, usual, step))
        pieces, state = _ordered(runs, names, len(keys), vague=usual >= 0)
        if pieces is not None:
            break
    if pieces is None:
        numbers = [piece.text for _, values in runs for piece in values if piece.kind is not FigureKind.BLANK]
        if numbers:
            found.unread.append(" ".join(numbers))
        return found
    words = "\n".join(row.text for row in rows if any(piece in row.pieces for piece in pieces))
    found.sources = dict.fromkeys(keys, words)
    for key, piece in zip(keys, pieces, strict=True):
        value, sure = value_of(figure_of(piece.text), form.cells[key].kind)
        if piece.kind is FigureKind.BLANK:
            found.states[key] = ImportState.MISSING
            continue
        found.values[key] = value
        found.states[key] = state if sure and not piece.doubt else ImportState.DOUBTFUL
        if not sure or piece.doubt:
            found.unread.append(f"{form.cells[key].name}：“{piece.told}”不是数字，按未填处理")
    return found


Run = tuple[list[str], list[Piece]]
"""Heads (plain column names) and the values that follow them."""


def _runs(rows: Sequence[Row], names: set[str], usual: int, step: int) -> Iterator[Run]:
    heads: list[str] = []
    values: list[Piece] = []
    torn = ""
    for row in rows:
        if usual >= 0 and len(heads) > 1:
            values += [Piece("")] * ((row.blanks - usual) // step)
        for piece in row.pieces:
            if piece.kind is FigureKind.WORDS:
                if values:
                    if any(value.kind is not FigureKind.BLANK for value in values):
                        yield heads, values
                        heads = []
                    values = []
                word = plain(piece.text)
                if word not in names and torn + word in names:
                    word = torn + word
                torn = "" if word in names else word
                if word in names:
                    heads.append(word)
            elif piece.kind is not FigureKind.UNIT and (heads or torn or piece.kind is not FigureKind.BLANK):
                values.append(piece)
    if values:
        if usual >= 0 and len(rows[-1].pieces) == 1:
            values += [Piece("")] * ((rows[-1].after - usual) // step)
        yield heads, values


def _ordered(
    runs: Sequence[Run], names: Sequence[str], count: int, *, vague: bool
) -> tuple[list[Piece] | None, ImportState]:
    """The values in the form's order. `vague`: blank lines were taken for blank cells, so their number must agree."""
    wanted = [plain(name) for name in names]
    groups = count // len(wanted)
    filled = [
        (heads, values) for heads, values in runs if any(p.kind is not FigureKind.BLANK for p in values)
    ]
    if len(filled) == 1:
        return _across(filled[0], wanted * groups, vague=vague)
    if [heads[-1:] for heads, _ in filled] == [[name] for name in wanted] and all(
        len(values) == groups for _, values in filled
    ):
        return [values[group] for group in range(groups) for _, values in filled], ImportState.READ
    every = [piece for _, values in filled for piece in values]
    heads = [head for heads, _ in runs for head in heads]
    if len(every) == count:
        return every, ImportState.READ if heads in (wanted * groups, wanted) else ImportState.PLACED
    numbers = [piece for piece in every if piece.kind is not FigureKind.BLANK]
    return (
        (numbers, ImportState.PLACED)
        if len(numbers) == count and _adds_up(numbers, len(wanted))
        else (None, ImportState.MISSING)
    )


def _across(run: Run, wanted: Sequence[str], *, vague: bool) -> tuple[list[Piece] | None, ImportState]:
    heads, values = run
    count = len(wanted)
    state = ImportState.READ if heads[-count:] == list(wanted) else ImportState.PLACED
    numbers = [piece for piece in values if piece.kind is not FigureKind.BLANK]
    if len(numbers) == count:
        return numbers, state
    if vague and len(values) != count:
        return None, ImportState.MISSING
    if len(values) >= count and all(piece.kind is FigureKind.BLANK for piece in values[count:]):
        return values[:count], state
    if len(values) > count and all(piece.kind is FigureKind.BLANK for piece in values[:-count]):
        return values[-count:], state
    return None, ImportState.MISSING


def _adds_up(numbers: Sequence[Piece], size: int) -> bool:
    values = [int(piece.text) if piece.text.isdecimal() else 0 for piece in numbers]
    chunks = [values[start : start + size] for start in range(0, len(values), size)]
    return all(sum(chunk[:-1]) == chunk[-1] for chunk in chunks)
