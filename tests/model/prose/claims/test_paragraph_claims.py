"""The claims of a paragraph: sentence by sentence, the subject carried on, then its lists."""

from model.prose.claim import Kind
from model.prose.claims.claims import claims_in
from model.prose.claims.paragraph_claims import LONGEST, MOST, Context, claims_of_paragraph


def test_a_paragraph_without_numbers_costs_nothing() -> None:
    assert claims_of_paragraph("持续推进政府信息公开工作。", 2025, Context()) == ((), 0)


def test_the_subject_goes_on_in_the_next_sentence() -> None:
    claims, read_now = claims_of_paragraph("本年收到政府信息公开申请35件。其中自然人30件。", 2025, Context())
    assert read_now >= 2
    assert {claim.code for claim in claims} >= {"N1", "N11"}


def test_a_list_that_misses_its_total_by_a_digit_is_told() -> None:
    claims, _ = claims_of_paragraph("全年公开信息58条，其中动态31条、公告20条、其他5条。", 2025, Context())
    assert [claim.kind for claim in claims if not claim.sure] == [Kind.SUM]


def test_no_more_sentences_are_read_than_a_report_has() -> None:
    _, read_now = claims_of_paragraph("受理1件。" * (2 * MOST), 2025, Context())
    assert read_now == MOST
    assert claims_of_paragraph("收到申请1件，" * LONGEST, 2025, Context())[0] == ()


def test_paragraphs_of_work_done_leave_room_for_the_numbers_behind_them() -> None:
    text = "完成3项工作要求，完善2项制度机制；" * 80 + "\n收到政府信息公开申请35件。"
    assert "N1" in {claim.code for _, claim in claims_in(text, 2025)}


def test_what_is_told_within_those_of_one_body_is_of_no_others() -> None:
    text = "31个部门收到政府信息公开申请214件，县政府收到71件，全县合计285件。县政府收到的71件中，行政复议9件，纠正1件。"
    claims, _ = claims_of_paragraph(text, 2025, Context())
    assert not [claim for claim in claims if claim.quantity.low in (9, 1)]


def test_disputes_said_to_be_all_over_disclosure_are_the_tables() -> None:
    claims, _ = claims_of_paragraph("复议3件，维持2件，未结1件，均为信息公开复议。", 2025, Context())
    assert [(claim.code, int(claim.quantity.low)) for claim in claims if not claim.doubt][:1] == [("N6", 3)]


def test_what_is_told_within_those_before_is_of_no_others_unless_they_are_all() -> None:
    some = "收到政府信息公开申请217件，一人提交23件。上述23件中，予以公开4件。"
    every = "收到政府信息公开申请217件。上述217件中，予以公开62件。"
    told = [
        [
            int(claim.quantity.low)
            for claim in claims_of_paragraph(text, 2025, Context())[0]
            if claim.code == "N5"
        ]
        for text in (some, every)
    ]
    assert told == [[], [62]]


def test_what_the_offices_own_rooms_did_stays_apart_in_the_next_sentence() -> None:
    text = "局机关收到政府信息公开申请61件，6个分局收到156件。局机关办结60件，其中公开21件、不予公开14件。"
    claims, _ = claims_of_paragraph(text, 2025, Context())
    assert {claim.kind for claim in claims if claim.quantity.low in (60, 21, 14)} == {Kind.AT_MOST}


def test_all_other_disputes_are_none_of_those_over_disclosure() -> None:
    text = "涉信息公开复议案件的结果：维持19件、纠正4件；其余复议案件的结果：维持41件、纠正9件。"
    claims, _ = claims_of_paragraph(text, 2025, Context())
    assert [int(claim.quantity.low) for claim in claims if claim.code == "N12" and not claim.doubt] == [19, 4]
