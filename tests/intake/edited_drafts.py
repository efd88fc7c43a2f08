"""Word files of a report as a chief sends them back: edited by hand, with tracked changes, with comments."""

from collections.abc import Callable
from copy import deepcopy
from io import BytesIO

import docx
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from export.word import render
from export.word.xml import element
from model.compose import compose
from model.report import Report

CHIEF = "王主任"
DAY = "2025-01-12"


def edited(report: Report, *edits: Callable[[WordFile], object]) -> bytes:
    """The report's Word file after some edits."""
    file = docx.Document(BytesIO(render(compose(report))))
    for edit in edits:
        edit(file)
    made = BytesIO()
    file.save(made)
    return made.getvalue()


def paragraph(file: WordFile, words: str) -> Paragraph:
    """The first paragraph that has these words."""
    return next(each for each in file.paragraphs if words in each.text)


def by_chief(name: str) -> BaseOxmlElement:
    """An element that says who has made a change and when."""
    return element(name, id="7", author=CHIEF, date=f"{DAY}T09:30:00Z")


def retyped(old: str, new: str) -> Callable[[WordFile], None]:
    """Words of a paragraph typed over, its formatting lost."""

    def edit(file: WordFile) -> None:
        place = paragraph(file, old)
        text = place.text.replace(old, new)
        place.style = file.styles["Normal"]
        place.text = text

    return edit


def tracked(old: str, new: str) -> Callable[[WordFile], None]:
    """The same with the changes being tracked: what stood there is marked deleted, the new words inserted."""

    def edit(file: WordFile) -> None:
        place = paragraph(file, old)
        before, _, after = place.text.partition(old)
        model = deepcopy(place.runs[0]._element)
        for run in list(place.runs):
            take_out(run._element)
        for words, around in ((before, None), (old, "del"), (new, "ins"), (after, None)):
            if words:
                place._p.append(changed_run(model, words, around))

    return edit


def changed_run(model: BaseOxmlElement, words: str, around: str | None) -> BaseOxmlElement:
    run = deepcopy(model)
    for text in run.findall(qn("w:t")):
        run.remove(text)
    text = element("delText" if around == "del" else "t")
    text.text = words
    run.append(text)
    if around is None:
        return run
    change = by_chief(around)
    change.append(run)
    return change


def cell_with(table: int, row: int, column: int, words: str) -> Callable[[WordFile], None]:
    """A cell typed over."""

    def edit(file: WordFile) -> None:
        file.tables[table].cell(row, column).text = words

    return edit


def removed(words: str) -> Callable[[WordFile], None]:
    """A paragraph taken out."""

    def edit(file: WordFile) -> None:
        take_out(paragraph(file, words)._p)

    return edit


def take_out(part: BaseOxmlElement) -> None:
    """Take a paragraph or a table out of its file."""
    around = part.getparent()
    assert around is not None
    around.remove(part)


def tracked_removal(words: str) -> Callable[[WordFile], None]:
    """A paragraph taken out with the changes being tracked, its end as well."""

    def edit(file: WordFile) -> None:
        tracked(words, "")(file)
        mark_end_deleted(next(p for p in file.paragraphs if words in all_words(p)))

    return edit


def all_words(place: Paragraph) -> str:
    return "".join(text.text or "" for text in place._p.iter(qn("w:t"), qn("w:delText")))


def mark_end_deleted(place: Paragraph) -> None:
    """Let the end of a paragraph be deleted: it goes on in the next one."""
    properties = place._p.get_or_add_pPr()
    mark = element("rPr")
    mark.append(by_chief("del"))
    properties.append(mark)


def joined_to_next(words: str) -> Callable[[WordFile], None]:
    def edit(file: WordFile) -> None:
        mark_end_deleted(paragraph(file, words))

    return edit


def added_after(words: str, new: str) -> Callable[[WordFile], None]:
    """A paragraph put in behind another."""

    def edit(file: WordFile) -> None:
        place = paragraph(file, words)
        made = deepcopy(place._p)
        place._p.addnext(made)
        Paragraph(made, place._parent).text = new

    return edit


def commented(words: str, said: str, author: str = CHIEF) -> Callable[[WordFile], None]:
    """A comment on a paragraph."""

    def edit(file: WordFile) -> None:
        comment = file.add_comment(paragraph(file, words).runs, said, author, "王")
        comment._comment_elm.set(qn("w:date"), f"{DAY}T10:00:00Z")

    return edit


def commented_cell(table: int, row: int, column: int, said: str) -> Callable[[WordFile], None]:
    def edit(file: WordFile) -> None:
        runs = file.tables[table].cell(row, column).paragraphs[0].runs
        comment = file.add_comment(runs, said, CHIEF, "王")
        comment._comment_elm.set(qn("w:date"), f"{DAY}T10:00:00Z")

    return edit


def moved_behind(words: str, behind: str) -> Callable[[WordFile], None]:
    """A paragraph put behind another one."""

    def edit(file: WordFile) -> None:
        place = paragraph(file, words)
        before = paragraph(file, behind)
        take_out(place._p)
        before._p.addnext(place._p)

    return edit


def tracked_move(words: str, behind: str) -> Callable[[WordFile], None]:
    """The same with the changes being tracked: the paragraph stands at both places, marked as moved."""

    def edit(file: WordFile) -> None:
        place = paragraph(file, words)
        arrived = deepcopy(place._p)
        paragraph(file, behind)._p.addnext(arrived)
        for part, name in ((place, "moveFrom"), (Paragraph(arrived, place._parent), "moveTo")):
            change = by_chief(name)
            runs = [run._element for run in part.runs]
            runs[0].addprevious(change)
            for run in runs:
                change.append(run)
            mark = element("rPr")
            mark.append(by_chief(name))
            part._p.get_or_add_pPr().append(mark)

    return edit
