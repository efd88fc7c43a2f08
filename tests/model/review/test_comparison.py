"""What differs between two reports, place by place, under the names that the clerk knows."""

from model.form_file import form_for
from model.office_fields import LEVELS
from model.preamble import draft_preamble
from model.report import Report, SlotKind
from model.review.comparison import differences
from tests.offices import put

GRANTED = "applications.granted.natural_person"


def report(year: int = 2024) -> Report:
    return Report(form_for(year), "云溪县林业局", year)


def test_two_equal_reports_differ_nowhere() -> None:
    assert list(differences(report(), report())) == []


def test_the_year_itself_is_no_difference() -> None:
    assert [d for d in differences(report(2023), report(2024)) if d.group == "机关信息"] == []


def test_a_cell_is_told_with_its_section_and_name_and_blank_is_not_zero() -> None:
    before, after = report(), report()
    put(after, SlotKind.CELL, GRANTED, 0)
    (found,) = [d for d in differences(before, after) if "合计" not in d.name and "总计" not in d.name]
    assert found.group == "三、收到和处理政府信息公开申请情况"
    assert (found.before, found.after) == ("空白", "0")


def test_office_data_are_told_in_the_words_of_the_cover() -> None:
    before, after = report(), report()
    put(before, SlotKind.FIELD, "level", "department")
    put(after, SlotKind.FIELD, "level", "government")
    (found,) = differences(before, after)
    assert (found.group, found.name) == ("机关信息", "机关类别")
    assert (found.before, found.after) == (LEVELS["department"], LEVELS["government"])


def test_texts_are_compared_as_they_are_printed() -> None:
    before, after = report(), report()
    put(before, SlotKind.TEXT, "overview", "收到申请〔未填〕件。")
    put(after, SlotKind.TEXT, "overview", "收到申请{收到申请总数}件。")
    assert list(differences(before, after)) == []


def test_a_preamble_that_says_what_is_drafted_is_no_difference_and_another_one_is_beside_the_draft() -> None:
    before, after = report(), report()
    put(after, SlotKind.TEXT, "preamble", draft_preamble(before))
    assert list(differences(before, after)) == []
    put(after, SlotKind.TEXT, "preamble", "现予公布。")
    (found,) = differences(before, after)
    assert (found.before, found.after) == (draft_preamble(before), "现予公布。")


def test_a_part_of_what_the_office_has_told_loses_the_rest_and_a_part_of_a_number_does_not() -> None:
    before, after = report(), report()
    put(before, SlotKind.FIELD, "website", "某县政府网站（https://www.county.example）")
    put(after, SlotKind.FIELD, "website", "https://www.county.example")
    assert [found.loses for found in differences(before, after)] == [True]
    assert [found.loses for found in differences(after, before)] == [False]
    before, after = report(), report()
    put(before, SlotKind.CELL, GRANTED, 57)
    put(after, SlotKind.CELL, GRANTED, 5)
    assert not any(found.loses for found in differences(before, after))


def test_reports_of_two_forms_are_compared_as_far_as_both_have_the_cells() -> None:
    found = list(differences(report(2019), report(2024)))
    assert {"—"} >= {d.before for d in found if d.after == "空白"}


def test_a_total_that_differs_because_its_parts_do_follows_from_them() -> None:
    before, after = report(), report()
    for key in before.form.sums["applications.granted.total"]:
        put(before, SlotKind.CELL, key, 0)
        put(after, SlotKind.CELL, key, 1)
    told = {each.name: each.follows for each in differences(before, after)}
    assert told["自然人·予以公开"] is False
    assert told["总计·予以公开"] is True
    put(after, SlotKind.DECLARED, "applications.granted.total", 99)
    told = {each.name: each.follows for each in differences(before, after)}
    assert told["总计·予以公开"] is False
