"""What an edited Word file would change is told place by place, and nothing but what was changed."""

from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from docx.document import Document as WordFile

from export.word import render
from intake.draft import take_in_draft_bytes
from model import sections
from model.check import check
from model.compose import compose
from model.effects import effects_of
from model.report import Report, Slot, SlotKind
from model.review.proposals import Proposal, ProposalKind
from model.review.read_back import doubts, gaps, proposals, settings_of
from model.review.remarks import Place, added, open_remarks, remarks_of
from model.review.returned import Returned, by_section
from model.rules.rule import Case
from model.sections import sections_of
from tests.export.sample import FORMS, report_of
from tests.intake.edited_drafts import (
    CHIEF,
    DAY,
    added_after,
    cell_with,
    commented,
    commented_cell,
    edited,
    moved_behind,
    paragraph,
    removed,
    retyped,
    take_out,
    tracked,
    tracked_move,
    tracked_removal,
)

LEAD = "（一）工作情况。按要求公开。"
FIRST = "全年收到申请{收到申请总数}件，均按时答复。"
SECOND = "完善制度，做好培训。"
CELL = "applications.granted.natural_person"
TOTAL = "applications.granted.total"


@pytest.fixture
def report() -> Report:
    made = report_of()
    made.set([(Slot(SlotKind.TEXT, "overview"), f"{LEAD}\n{FIRST}\n{SECOND}")])
    return made


def returned(report: Report, *edits: Callable[[WordFile], object], to: Report | None = None) -> Returned:
    """The report's edited file, as it comes back to the report itself or to another one."""
    return read(edited(report, *edits), to or report)


def read(data: bytes, report: Report) -> Returned:
    draft = take_in_draft_bytes(data, "修改稿.docx")
    sources = by_section(report, draft.found.report, draft.found.sources)
    return Returned(draft.found.report, sources, report.copy(), draft.notes)


def place_of(report: Report, key: str) -> tuple[int, int, int]:
    """Number of the table, row and column of a cell in the report's Word file."""
    [place] = [
        (number, cell.row, cell.column)
        for number, table in enumerate(compose(report).tables)
        for cell in table.cells
        if cell.key == key
    ]
    return place


def take(report: Report, back: Returned, *kinds: ProposalKind) -> None:
    chosen = [each for each in proposals(report, back) if each.kind in (kinds or tuple(ProposalKind))]
    report.set(settings_of(report, chosen))


def only(report: Report, back: Returned) -> Proposal:
    [proposal] = proposals(report, back)
    return proposal


@pytest.mark.parametrize("form", FORMS)
def test_a_file_that_nobody_touched_changes_nothing(form: str) -> None:
    report = report_of(form)
    back = returned(report)
    assert proposals(report, back) == ()
    assert doubts(report, back) == ()
    assert gaps(report, back) == ()


def test_words_typed_over_are_told_with_their_place_and_keep_their_number_field(report: Report) -> None:
    back = returned(report, retyped("均按时答复", "全部按时办结"))
    proposal = only(report, back)
    assert (proposal.kind, proposal.where) == (ProposalKind.WORDS, "一、总体情况　第 2 段")
    assert (proposal.old, proposal.new) == (
        "全年收到申请72件，均按时答复。",
        "全年收到申请72件，全部按时办结。",
    )
    report.set(settings_of(report, [proposal]))
    assert report.text("overview") == f"{LEAD}\n全年收到申请{{收到申请总数}}件，全部按时办结。\n{SECOND}"
    assert proposals(report, back) == ()


@pytest.mark.parametrize(("move", "who"), [(moved_behind, ""), (tracked_move, f"{CHIEF} {DAY}")])
def test_a_paragraph_that_only_stands_elsewhere_is_one_change(
    report: Report, move: Callable[[str, str], Callable[[WordFile], None]], who: str
) -> None:
    report.set([(Slot(SlotKind.TEXT, "overview"), f"{FIRST}\n{LEAD}\n{SECOND}")])
    back = returned(report, move("全年收到申请", "完善制度"))
    proposal = only(report, back)
    assert (proposal.where, proposal.moved, proposal.who) == ("一、总体情况　第 1 段", "移到第 3 段之后", who)
    assert proposal.old == proposal.new
    report.set(settings_of(report, [proposal]))
    assert report.text("overview") == f"{LEAD}\n{SECOND}\n{FIRST}"
    assert proposals(report, back) == ()


def test_what_was_moved_and_reworded_keeps_its_number_field(report: Report) -> None:
    back = returned(report, retyped("均按时答复", "都按时答复"), moved_behind("全年收到申请", "完善制度"))
    report.set(settings_of(report, [only(report, back)]))
    assert report.text("overview") == f"{LEAD}\n{SECOND}\n{FIRST.replace('均', '都')}"


def test_a_paragraph_that_stands_twice_elsewhere_is_moved_and_put_in(report: Report) -> None:
    report.set([(Slot(SlotKind.TEXT, "problems"), "公开不够及时。")])
    back = returned(report, moved_behind(SECOND, "公开不够及时"), added_after("公开不够及时", SECOND))
    assert [bool(each.moved) for each in proposals(report, back)] == [True, False]
    take(report, back)
    assert report.text("overview") == f"{LEAD}\n{FIRST}"
    assert report.text("problems") == f"公开不够及时。\n{SECOND}\n{SECOND}"


def test_a_paragraph_moved_to_another_section_leaves_its_own(report: Report) -> None:
    report.set([(Slot(SlotKind.TEXT, "problems"), "公开不够及时。\n今后加强培训。")])
    back = returned(report, moved_behind(SECOND, "公开不够及时"))
    proposal = only(report, back)
    assert proposal.moved == "移到“五、存在的主要问题及改进情况”第 1 段之后"
    report.set(settings_of(report, [proposal]))
    assert report.text("overview") == f"{LEAD}\n{FIRST}"
    assert report.text("problems") == f"公开不够及时。\n{SECOND}\n今后加强培训。"


def test_a_number_typed_over_a_field_is_the_number_typed(report: Report) -> None:
    back = returned(report, retyped("申请72件", "申请73件"))
    take(report, back)
    assert "全年收到申请73件，均按时答复。" in report.text("overview")


def test_who_tracked_a_change_is_told(report: Report) -> None:
    proposal = only(report, returned(report, tracked("均按时答复", "全部办结")))
    assert proposal.who == f"{CHIEF} {DAY}"
    assert proposal.new == "全年收到申请72件，全部办结。"


def test_a_paragraph_left_out_with_and_without_tracking(report: Report) -> None:
    for edit in (removed(SECOND), tracked_removal(SECOND)):
        back = returned(report, edit)
        proposal = only(report, back)
        assert (proposal.old, proposal.new) == (SECOND, "")
        changed = report.copy()
        changed.set(settings_of(changed, [proposal]))
        assert changed.text("overview") == f"{LEAD}\n{FIRST}"
    assert proposal.who == f"{CHIEF} {DAY}"


def test_a_paragraph_put_in_comes_behind_the_one_before_it(report: Report) -> None:
    new = "组织业务培训两次，参训六十人。"
    back = returned(report, added_after("均按时答复", new))
    proposal = only(report, back)
    assert (proposal.where, proposal.old, proposal.new) == ("一、总体情况　新增一段", "", new)
    report.set(settings_of(report, [proposal]))
    assert report.text("overview") == f"{LEAD}\n{FIRST}\n{new}\n{SECOND}"


def test_all_words_are_taken_at_once_as_one_by_one(report: Report) -> None:
    back = returned(
        report,
        retyped("均按时答复", "全部按时办结"),
        removed(SECOND),
        added_after("按要求公开", "新增的一段，另起炉灶。"),
    )
    once, step_by_step = report.copy(), report.copy()
    take(once, back, ProposalKind.WORDS)
    while found := proposals(step_by_step, back):
        step_by_step.set(settings_of(step_by_step, found[-1:]))
    expected = f"{LEAD}\n新增的一段，另起炉灶。\n全年收到申请{{收到申请总数}}件，全部按时办结。"
    assert once.text("overview") == step_by_step.text("overview") == expected


def test_a_paragraph_that_was_only_moved_keeps_its_fields(report: Report) -> None:
    def move(file: WordFile) -> None:
        paragraph(file, SECOND)._p.addnext(paragraph(file, "均按时答复")._p)

    take(report, returned(report, move))
    assert report.text("overview") == f"{LEAD}\n{SECOND}\n{FIRST}"


def test_a_number_that_was_changed_runs_through_the_checks_first(report: Report) -> None:
    back = returned(report, cell_with(*place_of(report, CELL), "8"))
    proposal = only(report, back)
    assert (proposal.kind, proposal.old, proposal.new) == (ProposalKind.NUMBER, "9", "8")
    assert proposal.where.startswith("自然人·予以公开　三、")
    outcome = check(Case(report))
    effects = effects_of(report, None, outcome, settings_of(report, [proposal]))
    assert {finding.code for finding in effects.appear} >= {"T3.3"}
    assert report.value(CELL) == 9
    report.set(settings_of(report, [proposal]))
    assert report.value(CELL) == 8
    back_again = returned(report, cell_with(*place_of(report, CELL), "9"))
    effects = effects_of(
        report, None, check(Case(report)), settings_of(report, proposals(report, back_again))
    )
    assert {finding.code for finding in effects.go} >= {"T3.3"}
    assert effects.appear == ()


def test_a_total_that_follows_from_its_parts_is_no_change_of_its_own(report: Report) -> None:
    total = report.value(TOTAL)
    assert isinstance(total, int)
    back = returned(
        report,
        cell_with(*place_of(report, CELL), "8"),
        cell_with(*place_of(report, TOTAL), str(total - 1)),
    )
    assert [each.kind for each in proposals(report, back)] == [ProposalKind.NUMBER]


def test_a_total_that_was_changed_alone_is_told_as_what_it_is(report: Report) -> None:
    back = returned(report, cell_with(*place_of(report, TOTAL), "99"))
    proposal = only(report, back)
    assert (proposal.kind, proposal.new) == (ProposalKind.TOTAL, "99")
    assert "自动计算" in proposal.note
    assert effects_of(report, None, check(Case(report)), settings_of(report, [proposal])).appear
    report.set(settings_of(report, [proposal]))
    assert report.get(SlotKind.DECLARED, TOTAL) == 99


def test_numbers_that_follow_what_was_taken_are_nobodys_change(report: Report) -> None:
    text = f"共予以公开{{予以公开数}}件。\n{SECOND}"
    report.set([(Slot(SlotKind.TEXT, "overview"), text)])
    back = returned(report, cell_with(*place_of(report, CELL), "8"))
    take(report, back)
    assert report.value(CELL) == 8
    assert proposals(report, back) == ()


def test_what_the_clerk_has_changed_meanwhile_is_not_taken_back(report: Report) -> None:
    back = returned(report, retyped("均按时答复", "全部办结"))
    report.set([(Slot(SlotKind.CELL, CELL), 7)])
    assert [each.kind for each in proposals(report, back)] == [ProposalKind.WORDS]


def test_a_row_typed_anew_is_told_cell_by_cell(report: Report) -> None:
    table, row, column = place_of(report, CELL)
    edits = [cell_with(table, row, column + n, str(n + 1)) for n in range(3)]
    kinds = [each.kind for each in proposals(report, returned(report, *edits))]
    assert kinds == [ProposalKind.NUMBER] * 3


def test_a_heading_that_the_form_lays_down_is_noted_and_not_changed(report: Report) -> None:
    heading = report.form.section("problems").heading
    back = returned(report, retyped(heading, heading.replace("主要问题", "突出问题")))
    proposal = only(report, back)
    assert proposal.kind is ProposalKind.HEADING
    assert "不能改" in proposal.note
    report.set(settings_of(report, [proposal]))
    assert "标题改为" in open_remarks(report)[0].text
    assert proposals(report, back) == ()


def test_a_heading_of_the_offices_own_is_changed() -> None:
    report = report_of("2014")
    section = sections_of(report)[1]
    back = returned(report, retyped(section.heading, section.heading + "（修改）"))
    changed = [each for each in proposals(report, back) if each.kind is ProposalKind.HEADING]
    for proposal in changed:
        report.set(settings_of(report, [proposal]))
    assert sections_of(report)[1].heading == section.heading + "（修改）" or not changed


def test_comments_become_remarks_at_their_places_once(report: Report) -> None:
    back = returned(
        report,
        commented(SECOND, "写具体些"),
        commented_cell(*place_of(report, CELL), "与台账核对"),
        commented(report.form.section("problems").heading, "这部分太短"),
        commented("均按时答复", "检查发现", author="年报助手"),
    )
    found = proposals(report, back)
    assert {each.kind for each in found} == {ProposalKind.COMMENT}
    take(report, back)
    remarks = remarks_of(report)
    assert {(each.place, each.text) for each in remarks} == {
        (Place("overview", quote=SECOND), "写具体些"),
        (Place("applications", CELL), "与台账核对"),
        (Place("problems"), "这部分太短"),
    }
    assert {(each.who, each.when) for each in remarks} == {(CHIEF, DAY)}
    assert proposals(report, back) == ()


def test_remarks_that_went_out_with_the_file_do_not_come_back(report: Report) -> None:
    report.set(added(report, Place("applications", CELL), "请核对", who="", when=""))
    report.set(added(report, Place("overview", quote=SECOND), "写具体些", who="李科长", when="2025-01-09"))
    back = read(render(compose(report), remarks=open_remarks(report)), report)
    assert len(back.notes) == 2
    assert proposals(report, back) == ()


def test_another_year_and_another_office_are_told(report: Report) -> None:
    other = report_of()
    other.set([(Slot(SlotKind.FIELD, "office"), "远山县水务局"), (Slot(SlotKind.FIELD, "year"), 2023)])
    said = "；".join(doubts(report, returned(other, to=report)))
    assert "2023 年度" in said
    assert "远山县水务局" in said
    assert doubts(report, returned(report)) == ()


def test_another_report_altogether_is_told(report: Report) -> None:
    other = report.copy()
    texts = ("overview", "problems", "other_matters")
    other.set((Slot(SlotKind.TEXT, text), "别处的情况，写法全然不同。\n又是一段。") for text in texts)
    other.set((Slot(SlotKind.CELL, key), n) for n, key in enumerate(other.form.entered, 20))
    assert "可能不是这份报告的修改稿" in "；".join(doubts(report, returned(other, to=report)))


def test_a_part_that_is_gone_is_told_and_not_taken_for_deleted(report: Report) -> None:
    heading = report.form.section("problems").heading

    def cut(file: WordFile) -> None:
        take_out(paragraph(file, heading)._p)
        take_out(file.tables[-1]._tbl)

    back = returned(report, cut)
    told = "；".join(gaps(report, back))
    assert heading in told
    assert "格没有找到" in told
    assert not [each for each in proposals(report, back) if each.place.page == "problems"]
    assert not [each for each in proposals(report, back) if each.kind is ProposalKind.NUMBER]


def test_a_file_saved_by_another_program_that_lost_all_styles_reads_the_same(report: Report) -> None:
    def plain(file: WordFile) -> None:
        for each in file.paragraphs:
            text = each.text
            each.style = file.styles["Normal"]
            each.text = "　　" + text.replace(" ", "\u00a0")

    assert proposals(report, returned(report, plain)) == ()


def test_the_title_and_the_date_are_told(report: Report) -> None:
    back = returned(report, retyped("2025年1月20日", "2025年1月23日"))
    proposal = only(report, back)
    assert (proposal.kind, proposal.new) == (ProposalKind.DATUM, "2025-01-23")
    report.set(settings_of(report, [proposal]))
    assert report.field("date") == "2025-01-23"


def test_the_drafted_preamble_is_the_clerks_own_once_changed(report: Report) -> None:
    back = returned(report, retyped("统计期限", "统计时间"))
    proposal = only(report, back)
    assert proposal.place.page == "cover"
    assert "不再随封面变化" in proposal.note
    report.set(settings_of(report, [proposal]))
    assert "统计时间" in report.text("preamble")


def test_empty_paragraphs_and_blank_lines_are_no_change(report: Report) -> None:
    def space(file: WordFile) -> None:
        for each in list(file.paragraphs)[::3]:
            each.insert_paragraph_before("")

    report.set([(Slot(SlotKind.TEXT, "problems"), "一段。\n\n　　又一段。\n")])
    assert proposals(report, returned(report, space)) == ()


def test_a_bare_word_file_is_no_report() -> None:
    made = BytesIO()
    docx.Document().save(made)
    with pytest.raises(Exception, match="修改稿"):
        take_in_draft_bytes(made.getvalue(), "空.docx")


def test_sections_that_the_office_has_added_are_compared_as_well() -> None:
    report = report_of("2014")
    ids = [section.id for section in sections_of(report)]
    name, settings = sections.added(report, ids[1])
    report.set(settings)
    report.set(sections.renamed(name, "三、队伍建设情况"))
    report.set([(Slot(SlotKind.TEXT, name), "配备专职人员2名，开展培训。\n制度健全。")])
    back = returned(report)
    assert proposals(report, back) == ()
    assert gaps(report, back) == ()
    back = returned(
        report,
        retyped("配备专职人员", "安排专职人员"),
        retyped("三、队伍建设情况", "三、队伍和制度建设情况"),
    )
    take(report, back)
    assert report.text(name) == "安排专职人员2名，开展培训。\n制度健全。"
    assert sections_of(report)[2].heading == "三、队伍和制度建设情况"


def test_two_comments_taken_at_once_are_numbered_on_from_the_own_ones(report: Report) -> None:
    report.set(added(report, Place("cover"), "补传真", who="", when=""))
    take(report, returned(report, commented(SECOND, "写具体些"), commented(LEAD, "核对日期")))
    assert [remark.key for remark in remarks_of(report)] == ["1", "2", "3"]
