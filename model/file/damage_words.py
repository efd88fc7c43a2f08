"""Where a file is damaged, in the words of the form: the table, row and column of a cell, the heading of a text."""

from collections.abc import Collection, Iterable, Mapping
from operator import ne
from typing import Final

from model.deeds import DEED_FIELDS
from model.errors import FormError
from model.form import Form
from model.form_file import load_form
from model.office_fields import FIELD_WORDS, PREAMBLE_WORDS
from model.pattern import Pattern
from model.report import SlotKind
from model.sections import COVER, COVER_TITLE, PREAMBLE

_WORDS: Final = {
    SlotKind.CELL: "填报数字",
    SlotKind.DECLARED: "原报合计",
    SlotKind.CONTROL: "核对合计",
    SlotKind.SUM: "算式",
    SlotKind.FIELD: "单位资料",
    SlotKind.TEXT: "文字",
    SlotKind.HEADING: "标题",
    SlotKind.ORDER: "章节顺序",
    SlotKind.EXPLANATION: "说明",
    SlotKind.REMARK: "意见",
    SlotKind.PHRASE: "常用语",
    SlotKind.LEDGER: "台账统计数",
    SlotKind.LEDGER_SOURCE: "台账来源",
    SlotKind.CHILD: "下级单位",
    SlotKind.ROLL_UP: "汇总数",
    SlotKind.STATE: "导入状态",
    SlotKind.STAGE: "报告状态",
    SlotKind.DEED: "办理记录",
    SlotKind.AS_SIGNED: "签发时的内容",
    SlotKind.CORRECTED: "以前的更正",
    SlotKind.RECHECK: "复核记录",
}
_OF_CELLS: Final = (
    SlotKind.CELL,
    SlotKind.DECLARED,
    SlotKind.CONTROL,
    SlotKind.SUM,
    SlotKind.LEDGER,
    SlotKind.ROLL_UP,
    SlotKind.STATE,
    SlotKind.RECHECK,
)
_NUMBERED: Final = (SlotKind.REMARK, SlotKind.PHRASE, SlotKind.LEDGER_SOURCE, SlotKind.CORRECTED)
_SINGLE: Final = (SlotKind.ORDER, SlotKind.STAGE)
_NESTED: Final = (
    SlotKind.EXPLANATION,
    SlotKind.REMARK,
    SlotKind.LEDGER_SOURCE,
    SlotKind.CHILD,
    SlotKind.CORRECTED,
    SlotKind.RECHECK,
)
"""Kinds whose values have names in them."""
_KINDS: Final[Mapping[str, SlotKind]] = {kind.value: kind for kind in SlotKind}
_DEED_WORDS: Final = {field.name: field.words for field in DEED_FIELDS}
_TABLES: Final = {"origin": "文件标识", "office": "单位资料", "reports": "年度报告"}
_MOST_SHOWN: Final = 20
"""Characters of a name that the program does not know: it may be of any length."""
_MOST_WRONG: Final = 2
"""Characters of a name that may be damaged before it is not taken for that name any more."""
_TABLE_STARTS: Final = Pattern(r'(?m)^"(\w+)":\{$')
_RECORD_STARTS: Final = Pattern(r'"(\d{1,9})":\{(?:"form":"(\w+)","slots":\{)?')
_SLOT_STARTS: Final = Pattern(r'(?<=[{,])"([^"\\]+)"(?::(\{?)|$)')


def table_words(table: str) -> str:
    """A table of a file as the clerk reads it."""
    meant = _meant(table, _TABLES)
    return (
        _TABLES.get(table)
        or (f"{_TABLES[meant]}的名称" if meant else "")
        or f"本程序不认识的部分{_quoted(_shown(table))}"
    )


def record_words(table: str, row: str) -> str:
    """A record of a file as the clerk reads it: the report on a year, or what there is but once; all for no table."""
    if table == "reports" and row:
        return f"{_shown(row)} 年度报告"
    return table_words(table) if table else "文件内容"


def slot_words(form: Form, kind: SlotKind, key: str, headings: Mapping[str, object] | None = None) -> str:
    """A slot as the clerk knows it: 填报数字“三、收到和处理政府信息公开申请情况：自然人·予以公开”.

    `headings` are those of the office's own sections, by id.
    """
    words = _WORDS[kind]
    if kind is SlotKind.AS_SIGNED:
        signed, _, name = key.partition(":")
        if signed not in _KINDS or signed == kind:
            return words
        return f"{words}（{slot_words(form, _KINDS[signed], name, headings)}）"
    if kind in _SINGLE:
        return words
    names = _names_of(form, kind)
    meant = "" if key in names else _meant(key, names)
    if meant:
        return f"{words}{_quoted(_name_of(form, kind, meant, headings or {}))}的名称"
    if kind in _NUMBERED:
        return f"{words}第 {_shown(key)} 条"
    if kind in _OF_CELLS and key not in form.cells:
        return f"{words}（表中没有的一格{_quoted(_shown(key))}）"
    return words + _quoted(_name_of(form, kind, key, headings or {}))


def office_words(field: str) -> str:
    """A field of the office's data as the clerk knows it, in a report or in the data that all reports share."""
    return _WORDS[SlotKind.FIELD] + _quoted(_field_name(field))


def kind_words(kind: str) -> str:
    """A kind of slots as the clerk knows it."""
    if kind in _KINDS:
        return _WORDS[_KINDS[kind]]
    meant = _meant(kind, _KINDS)
    return f"{_WORDS[_KINDS[meant]]}的名称" if meant else f"本程序不认识的内容{_quoted(_shown(kind))}"


def words_near(text: str) -> str:
    """What a file tells about at the place where its text breaks off or goes wrong, "" where that is not known.

    `text` is the file up to there: one record a line, as files are saved.
    """
    tables = [match[1] for match in _TABLE_STARTS.finditer(text)]
    line = text[text.rfind("\n") + 1 :]
    record = _RECORD_STARTS.match(line)
    if not tables or tables[-1] not in _TABLES:
        return ""
    if record is None:
        return table_words(tables[-1])
    words, form_id = record_words(tables[-1], record[1]), record[2]
    starts = list(_SLOT_STARTS.finditer(line[record.end() - 1 :]))
    kinds = [number for number, start in enumerate(starts) if start[2] and start[1] in _KINDS]
    if form_id is None or not kinds:
        return words
    kind = _KINDS[starts[kinds[-1]][1]]
    keys = [start[1] for start in starts[kinds[-1] + 1 :]]
    try:
        return f"{words}的{slot_words(load_form(form_id), kind, keys[0 if kind in _NESTED else -1])}"
    except (FormError, LookupError):
        return f"{words}的{_WORDS[kind]}"


def _meant(name: str, names: Iterable[str]) -> str:
    """The one of our names that a damaged one was: as long, with hardly a character changed; "" where it is not sure."""
    alike = [
        known
        for known in names
        if len(known) == len(name) and sum(map(ne, known, name)) <= min(_MOST_WRONG, len(name) // 2)
    ]
    return alike[0] if len(alike) == 1 else ""


def _names_of(form: Form, kind: SlotKind) -> Collection[str]:
    """The names that slots of a kind may have, none where the office or the program makes them up."""
    if kind in _OF_CELLS:
        return form.cells
    return {SlotKind.FIELD: FIELD_WORDS, SlotKind.DEED: _DEED_WORDS}.get(kind, {})


def _name_of(form: Form, kind: SlotKind, key: str, headings: Mapping[str, object]) -> str:
    if kind in _OF_CELLS:
        return _cell_words(form, key)
    if kind is SlotKind.FIELD:
        return _field_name(key)
    if kind is SlotKind.DEED:
        return _DEED_WORDS.get(key) or _shown(key)
    if kind is SlotKind.EXPLANATION:
        code, _, rest = key.partition(":")
        place = rest.partition(":")[0]
        where = _cell_words(form, place) or _heading(form, place, headings)
        return f"{_shown(code)} {where}".rstrip()
    if kind in (SlotKind.TEXT, SlotKind.HEADING):
        return _heading(form, key, headings) or _shown(key)
    return _shown(key)


def _field_name(field: str) -> str:
    return FIELD_WORDS.get(field) or _shown(field)


def _cell_words(form: Form, key: str) -> str:
    """Table, row and column of a cell, "" where the form has none of the kind."""
    cell = form.cells.get(key)
    return f"{form.title_of(cell.table)}：{cell.name}" if cell else ""


def _heading(form: Form, section: str, headings: Mapping[str, object]) -> str:
    """What a section is called, "" where the form has none of the kind."""
    usual = {PREAMBLE: PREAMBLE_WORDS, COVER: COVER_TITLE} | {each.id: each.heading for each in form.sections}
    own = headings.get(section)
    return own if isinstance(own, str) else usual.get(section, "")


def _quoted(name: str) -> str:
    return f"“{name}”"


def _shown(name: str) -> str:
    """A name out of a file, which may be of any length."""
    return name if len(name) <= _MOST_SHOWN else f"{name[:_MOST_SHOWN]}…"
