"""What an OpenDocument sheet says of rows and cells: hidden, merged, without a result; repeated ones count as many."""

import pytest

from intake.readers.opendocument import Signs, closed_styles, is_closed, lines_of, signs_of

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "style")
)
CALC = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
CELL = "<table:table-cell/>"


def content(*rows: str, sheet: str = "表", before: str = "") -> bytes:
    """A file with one sheet of these rows, and other sheets before it."""
    table = f'<table:table table:name="{sheet}">{"".join(rows)}</table:table>'
    return f"<office:document-content {NAMES} {CALC}>{before}{table}</office:document-content>".encode()


def row(*cells: str, said: str = "") -> str:
    return f"<table:table-row {said}>{''.join(cells) or CELL}</table:table-row>"


def closed_columns(made: bytes, sheet: str = "表") -> list[range]:
    """The columns of a sheet that are not seen, of its first 5."""
    closed = closed_styles(made)
    columns = (line for line in lines_of(made) if line.sheet == sheet and line.is_column)
    return [line.within(5) for line in columns if is_closed(line, closed)]


def signs(made: bytes, sheet: str = "表") -> Signs:
    """What one sheet of a file says beside its cells."""
    return signs_of(made).get(sheet, Signs())


HIDDEN = 'table:visibility="collapse"'
FILTERED = 'table:visibility="filter"'


def test_hidden_and_filtered_rows_are_known_each_by_its_place() -> None:
    told = signs(content(row(), row(said=HIDDEN), row(), row(said=FILTERED)))
    assert told.hidden == {1, 3}
    assert told.merges == []


def test_a_row_that_stands_for_many_is_that_many() -> None:
    many = 'table:number-rows-repeated="3"'
    told = signs(content(row(said=many), row(said=f"{HIDDEN} {many}"), row(said=HIDDEN)))
    assert told.hidden == {3, 4, 5, 6}


def test_the_blank_rest_of_a_sheet_is_not_counted_out() -> None:
    rest = row(said=f'{HIDDEN} table:number-rows-repeated="1048000"')
    assert signs(content(row(), rest)) == Signs()


def test_merged_areas_are_told_by_their_corners() -> None:
    wide = '<table:table-cell table:number-columns-spanned="2"/><table:covered-table-cell/>'
    tall = '<table:table-cell table:number-rows-spanned="2"/>'
    blanks = '<table:table-cell table:number-columns-repeated="3"/>'
    told = signs(content(row(wide, tall), row(blanks, wide)))
    assert told.merges == [(0, 0, 0, 1), (0, 2, 1, 2), (1, 3, 1, 4)]


def test_another_sheets_rows_say_nothing_of_this_one() -> None:
    other = f'<table:table table:name="别的">{row(said=HIDDEN)}{row(said=HIDDEN)}</table:table>'
    both = content(row(), row(said=HIDDEN), before=other)
    assert signs(both).hidden == {1}
    assert signs(both, "别的").hidden == {0, 1}
    assert signs(both, "没有") == Signs()


@pytest.mark.parametrize("told", ["", "x", "-2", "0"])
def test_a_count_that_is_none_is_one(told: str) -> None:
    repeated = f'table:number-rows-repeated="{told}"'
    assert signs(content(row(said=repeated), row(said=HIDDEN))).hidden == {1}


def style(name: str, kind: str, size: str) -> str:
    """A style of rows or columns, as high or as wide as it says."""
    measure = "row-height" if kind == "row" else "column-width"
    said = f'<style:table-{kind}-properties style:{measure}="{size}"/>'
    return f'<style:style style:name="{name}" style:family="table-{kind}">{said}</style:style>'


@pytest.mark.parametrize(("size", "seen"), [("0cm", False), ("0.02in", False), ("1mm", False), ("5mm", True)])
def test_rows_and_columns_drawn_together_are_not_seen(size: str, *, seen: bool) -> None:
    before = style("low", "row", size) + style("usual", "row", "0.5cm") + style("thin", "column", size)
    columns = '<table:table-column/><table:table-column table:style-name="thin"/>'
    rows = (row(said='table:style-name="usual"'), row(said='table:style-name="low"'))
    made = content(columns, *rows, before=before)
    assert signs(made).hidden == (set() if seen else {1})
    assert closed_columns(made) == ([] if seen else [range(1, 2)])


def test_hidden_columns_are_known_each_by_its_place() -> None:
    many = 'table:number-columns-repeated="3"'
    columns = f"<table:table-column {many}/><table:table-column {HIDDEN} {many}/><table:table-column/>"
    assert closed_columns(content(columns, row())) == [range(3, 5)]
    assert closed_columns(content(columns, row(), sheet="别的")) == []


def test_lines_of_all_sheets_are_told_in_one_pass_without_those_of_tables_within_cells() -> None:
    inner = f"<table:table-cell><table:table>{row()}{row()}</table:table></table:table-cell>"
    other = f'<table:table table:name="别的"><table:table-column/>{row(inner)}{row()}</table:table>'
    lines = [
        (line.number, line.sheet, line.at, line.is_column) for line in lines_of(content(row(), before=other))
    ]
    assert lines == [
        (0, "别的", 0, True),
        (0, "别的", 0, False),
        (0, "别的", 1, False),
        (1, "表", 0, False),
    ]


COMPUTED = '<table:table-cell table:formula="of:=1" office:value-type="float"/>'
NEVER = '<table:table-cell table:formula="of:=1"/>'
FAILED = '<table:table-cell table:formula="of:=1" office:value-type="string" calcext:value-type="error"/>'


def test_formulas_without_a_result_are_told_by_column_with_their_first_row() -> None:
    rows = (row(COMPUTED, CELL), row(CELL, NEVER), row(FAILED, NEVER))
    assert signs(content(*rows)).uncomputed == {1: 1, 0: 2}


def test_columns_are_counted_past_repeated_cells_and_rows_past_repeated_rows() -> None:
    blanks = '<table:table-cell table:number-columns-repeated="4"/>'
    told = signs(content(row(said='table:number-rows-repeated="5"'), row(blanks, NEVER)))
    assert told.uncomputed == {4: 5}


def test_computed_formulas_and_plain_cells_lack_nothing() -> None:
    assert signs(content(row(COMPUTED, CELL))) == Signs()
    assert signs(content(row(NEVER), sheet="别的")) == Signs()


def letters(name: str, line: str, family: str = "table-cell") -> str:
    return (
        f'<style:style style:name="{name}" style:family="{family}"><style:table-cell-properties/>'
        f'<style:text-properties style:text-line-through-style="{line}"/></style:style>'
    )


def test_rows_with_words_in_letters_struck_through_are_told() -> None:
    styles = letters("划", "solid") + letters("正", "none") + letters("行", "solid", "table-row")
    cells = {
        name: f'<table:table-cell table:style-name="{name}"><text:p>甲</text:p></table:table-cell>'
        for name in "划正行"
    }
    blank = '<table:table-cell table:style-name="划"/>'
    made = content(row(cells["正"]), row(CELL, cells["划"]), row(blank), row(cells["行"]), before=styles)
    assert signs(made).struck == {1}
