"""What stands around a number changes what it claims: results that are listed, parts, other offices, other years."""

import pytest

from model.prose.claim import Kind
from tests.model.prose.telling import CARRIED_IN, CARRIED_OUT, HANDLED, RECEIVED, REVIEW, SUIT, claims, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("申请答复9件，其中公开4件，不予公开2件，不存在3件。", [("予以公开数", 4), ("不予公开数", 2)]),
        ("印发公文9件，其中公开4件，不予公开5件。", []),
        (
            "信息公开申请不予公开2件，其中属于国家秘密的信息1件。",
            [("不予公开数", 2), ("applications.refused_state_secret.total", 1)],
        ),
    ],
)
def test_a_result_may_be_told_in_a_word_where_results_are_listed(
    text: str, expected: list[tuple[str, int]]
) -> None:
    assert told(text)[-len(expected) or 99 :] == expected


def test_what_an_office_has_not_got_is_at_most_what_it_could_not_provide() -> None:
    claim = claims("收到信息公开申请9件。处理结果中，部分公开2件，因信息不存在的5件。")[-1]
    assert (claim.kind, claim.readings, int(claim.quantity.low)) == (Kind.AT_MOST, (("无法提供数",),), 5)


def test_a_way_of_sending_is_a_part_and_all_ways_are_none() -> None:
    kinds = {
        text: claims(text)[0].kind
        for text in ("收到2件通过网站提交的公开申请。", "收到2件通过网站、信函等方式提交的公开申请。")
    }
    assert list(kinds.values()) == [Kind.AT_MOST, Kind.COUNT]


def test_who_applied_may_be_told_with_what_was_carried_in_where_the_whole_is() -> None:
    both = claims("办理信息公开申请124件（含上年结转5件）。其中自然人申请113件。")[-1]
    new = claims("新收信息公开申请119件。其中自然人申请108件。")[-1]
    assert both.readings == (("自然人申请数",), ("自然人申请数", "applications.carried_in.natural_person"))
    assert new.readings == (("自然人申请数",),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到和处理依申请公开28件（其中依申请公开25件，重复申请3件）。", [28]),
        ("收到信息公开申请19件。依申请公开16件。", [19]),
        ("各类申请310件，其中信息公开申请30件。", [30]),
    ],
)
def test_what_is_named_again_without_a_deed_is_not_all_of_it(text: str, expected: list[int]) -> None:
    assert [number for _, number in told(text)] == expected


def test_what_is_left_behind_a_semicolon_may_be_a_row_or_all_results_from_one_on() -> None:
    claim = claims("信息公开申请答复9件：予以公开3件；不予公开4件；其他2件。")[-1]
    assert ("applications.other_remaining.total",) in claim.readings
    assert ("无法提供数", "不予处理数", "其他处理数") in claim.readings


def test_what_is_left_is_its_row_or_all_results_that_are_not_told() -> None:
    claim = claims("信息公开申请答复9件：予以公开3件、部分公开1件、无法提供3件、其他2件。")[-1]
    assert claim.readings == (("其他处理数",), ("不予公开数", "不予处理数", "其他处理数"))


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("以县政府及县政府办公室名义制发规范性文件2件。", "signed"),
        ("县政府（含县政府办公室）收到信息公开申请2件。", "office"),
        ("北山街道收到信息公开申请2件。", "北山街道"),
        ("区发展改革委收到信息公开申请2件。", "区发展改革委"),
    ],
)
def test_whose_it_is_may_be_said_in_many_ways(text: str, scope: str) -> None:
    assert {claim.scope for claim in claims(text)} == {scope}


def test_answers_that_were_taken_to_review_are_those_of_applications() -> None:
    assert told("上述答复被申请行政复议2件。") == [("行政复议总数", 2)]
    assert told("行政复议8件。以上案件均涉及政府信息公开。") == [("行政复议总数", 8)]
    assert told("行政复议8件。") == []


def test_brackets_hold_the_parts_of_what_stands_before_them_alone() -> None:
    text = "信息公开行政复议8件（维持6件、纠正2件），行政诉讼4件（直接起诉1件、复议后起诉3件）。"
    assert [claim for claim in claims(text) if claim.kind is Kind.SUM] == []


def test_a_row_beside_the_same_in_other_words_is_a_part() -> None:
    text = "信息公开申请部分公开8件，因本机关不掌握相关政府信息无法提供1件，信息不存在的1件。"
    assert [claim.kind for claim in claims(text)] == [Kind.COUNT, Kind.AT_MOST, Kind.AT_MOST]


def test_the_same_told_twice_may_be_parts() -> None:
    found = [claim for claim in claims("废止规范性文件6件，宣布失效规范性文件5件。") if claim.code == "N7"]
    assert [claim.kind for claim in found] == [Kind.AT_MOST, Kind.AT_MOST]


def test_ways_of_sending_under_a_heading_are_parts_of_what_came_in() -> None:
    text = "（二）依申请公开。行政诉讼情况见第四部分。从申请方式看，网络申请24件，占75%。"
    kinds = [(claim.kind, claim.readings or claim.over) for claim in claims(text)]
    assert kinds[0] == (Kind.AT_MOST, ((RECEIVED,),))
    assert kinds[1][0] is Kind.SHARE


@pytest.mark.parametrize(
    "text",
    [
        "行政复议2宗、行政诉讼1宗，其中2宗维持，1宗尚未审结（信息公开）。",
        "办理建议4件、提案8件（共公开9件）。",
        "收到信息公开申请669份，其中引起行政复议21宗、行政诉讼10宗，占4.63%。",
    ],
)
def test_a_row_of_numbers_may_be_one_whole(text: str) -> None:
    sums = [claim for claim in claims(text) if claim.kind is Kind.SUM]
    shares = [claim for claim in claims(text) if claim.kind is Kind.SHARE]
    assert sums == []
    assert all(any(part.low == 31 for part in claim.parts) for claim in shares)


def test_a_sentence_that_goes_on_with_parts_is_of_the_same_time() -> None:
    assert told("上半年受理信息公开申请50件。其中予以公开20件。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "政府信息公开申请中不予公开10件，其中保护第三方合法权益6件、属于四类过程性信息4件。",
            [
                "不予公开数",
                "applications.refused_third_party.total",
                "applications.refused_process_information.total",
            ],
        ),
        (
            "办结政府信息公开申请80件。不予处理11件中，信访举报投诉类申请7件，重复申请4件。",
            [
                HANDLED,
                "不予处理数",
                "applications.declined_petition.total",
                "applications.declined_repeat.total",
            ],
        ),
        ("收到政府信息公开申请80件，其中重复申请4件，予以公开30件。", [RECEIVED, "予以公开数"]),
        ("政府信息公开申请不予公开10件，其中属于国家秘密、属于行政执法案卷共4件。", ["不予公开数"]),
    ],
)
def test_a_row_of_table_three_is_told_by_its_own_name_where_results_are_told(
    text: str, expected: list[str]
) -> None:
    assert [name for name, _ in told(text) if name] == expected


def test_an_example_before_a_result_leaves_it_whole_and_a_reason_makes_it_a_part() -> None:
    whole, part = "信访等不予处理11件", "信访不予处理11件"
    for words, kind in ((whole, Kind.COUNT), (part, Kind.AT_MOST)):
        (claim,) = [c for c in claims(f"政府信息公开申请部分公开3件，{words}。") if int(c.quantity.low) == 11]
        assert claim.kind is kind


def test_results_of_suits_are_those_of_their_way_to_court_or_of_all() -> None:
    text = "政府信息公开行政诉讼11件，其中复议后起诉4件，维持3件。"
    (claim,) = [claim for claim in claims(text) if int(claim.quantity.low) == 3]
    assert claim.readings == (("disputes.suit_after_review.upheld",), ("行政诉讼维持数",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("政府信息公开申请由上年的240件增至275件。", 275),
        ("政府信息公开申请由240件上升到275件。", 275),
        ("政府信息公开申请较2022年（240件）增长14.6%，达到275件。", 275),
    ],
)
def test_what_a_number_has_come_to_is_this_years(text: str, expected: int) -> None:
    assert [number for _, number in told(text)] == [expected]


def test_an_average_between_leaves_what_has_grown() -> None:
    growths = claims("收到政府信息公开申请275件，平均每月近23件，同比增长14.6%。")
    assert [claim.kind for claim in growths] == [Kind.COUNT, Kind.GROWTH]


def test_what_the_office_received_beside_its_branches_is_a_part() -> None:
    first = claims("市局收到政府信息公开申请198件，下属分局收到77件。")[0]
    assert first.kind is Kind.AT_MOST


def test_what_is_carried_in_may_be_told_together_with_what_came_in() -> None:
    claim = claims("收到政府信息公开申请275件（含上年结转共286件）。")[-1]
    assert claim.readings == ((CARRIED_IN,), (RECEIVED, CARRIED_IN))


def test_an_answer_amid_results_is_one_of_several_ends() -> None:
    listed = claims("政府信息公开申请中，予以公开2件、部分公开5件、答复8件、不予公开2件。")
    assert [claim.kind for claim in listed] == [Kind.COUNT, Kind.COUNT, Kind.AT_MOST, Kind.COUNT]
    whole = claims("政府信息公开申请中，予以公开2件、共答复9件、不予公开2件。")
    assert {claim.kind for claim in whole} == {Kind.COUNT}


def test_what_is_repealed_already_may_be_of_years_before() -> None:
    assert [claim.sure for claim in claims("规范性文件废止6件。") + claims("规范性文件已经废止6件。")] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到政府信息公开申请9件。予以公开4件；不予公开3件；其他2件。", [9, 4, 3, 2]),
        ("收到政府信息公开申请9件。予以公开4件，不予处理3件（重复申请3件），其他2件。", [9, 4, 3, 3, 2]),
        ("收到政府信息公开申请9件。按申请人划分：自然人7件，公益组织2件。", [9, 7, 2]),
        ("收到政府信息公开申请236件；上年结转11件，合计247件。", [236, 11, 247]),
        ("石门街道2023年政府信息公开申请数量为7件。", [7]),
    ],
)
def test_what_goes_on_with_applications(text: str, expected: list[int]) -> None:
    assert [number for _, number in told(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请23件，比2022年的43件少20件。",
        "收到政府信息公开申请23件。申请数量比2022年的43件少20件。",
    ],
)
def test_fewer_than_a_number_told_is_growth(text: str) -> None:
    growth = claims(text)[-1]
    assert (growth.kind, int(growth.quantity.low), growth.falls) == (Kind.GROWTH, 20, True)


def test_a_kind_told_before_a_result_makes_it_a_part() -> None:
    last = claims("收到政府信息公开申请9件。不予公开7件，信访类不予处理2件。")[-1]
    assert (int(last.quantity.low), last.kind) == (2, Kind.AT_MOST)


def test_parts_behind_what_was_carried_in_are_of_nothing_certain() -> None:
    found = claims("收到政府信息公开申请23件，上年结转1件，其中当面递交4件、邮寄8件、网上提交11件。")
    assert all(claim.kind is not Kind.SUM for claim in found)


@pytest.mark.parametrize(
    "words",
    [
        "年内办结22件，结转下年度1件。其中予以公开9件，部分公开2件，不予公开3件，无法提供8件。",
        "已办结22件，结转下年度1件，其中：予以公开9件、部分公开2件、不予公开3件、无法提供8件。",
    ],
)
def test_parts_behind_what_was_carried_out_are_of_all_that_was_handled(words: str) -> None:
    assert all(claim.kind is not Kind.SUM for claim in claims(words))


@pytest.mark.parametrize(
    "text",
    [
        "五年累计制发规范性文件38件。",
        "收件最多的是省会，收到政府信息公开申请904件。",
        "每100件办结的政府信息公开申请中，约47件予以公开，约32件无法提供。",
        "每受理100件申请，有12件不予公开。",
    ],
)
def test_what_is_told_of_many_years_of_another_or_of_a_hundred_is_none_of_the_tables(text: str) -> None:
    assert told(text) == []


def test_where_it_is_said_to_which_year_cases_went_the_year_before_is_where_they_came_from() -> None:
    (claim,) = claims("2022年收到、结转至2023年办理的政府信息公开申请4件。")
    assert (claim.readings, claim.back) == (((CARRIED_IN,),), 0)


def test_what_is_signed_by_the_government_itself_is_some_of_all() -> None:
    claim = claims("办结政府信息公开申请88件，其中以县政府名义办结18件。")[-1]
    assert (claim.kind, int(claim.quantity.low)) == (Kind.AT_MOST, 18)


def test_regulations_that_are_valid_are_those_in_force() -> None:
    assert told("出台政府规章2部、废止1部，年末有效规章19部。")[2] == ("规章现行有效数", 19)
    in_force = claims("规章制定7件、废止4件、有效96件，其中市政府规章58件。")[2:]
    assert [claim.readings for claim in in_force] == [(("规章现行有效数",),)] * 2


def test_what_is_told_of_each_is_told_of_each() -> None:
    each = claims("收到政府信息公开申请5件，部分公开、不予公开和其他处理各1件，予以公开和无法提供共2件。")[1:]
    assert [(int(claim.quantity.low), len(claim.readings[0])) for claim in each] == [(1, 1)] * 3 + [(2, 2)]


def test_ends_of_disputes_after_applications_are_those_of_disclosure() -> None:
    before = "全年共收到政府信息公开申请9件，已全部按照规定的期限和程序予以答复，申请人对办理结果表示满意，没有延期。"
    assert len(claims(f"{before}\n行政复议4件，其中维持3件、纠正1件。")) == 4
    assert len(claims(f"{before}\n依法行政。行政复议4件，其中维持3件、纠正1件。")) == 1
    assert len(claims(f"{before}\n行政复议4件。")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "业扩报装申请2310件，上年结转46件，合计2356件，办结2298件，结转58件。按申请人分类：居民1980件，企业330件。",
        "农机购置补贴申请1208件，其中自然人1186件，法人22件。",
        "治安处罚复议12件，维持11件、撤销1件。",
    ],
)
def test_requests_and_disputes_of_another_kind_lead_on_to_no_claim(text: str) -> None:
    before = "收到政府信息公开申请9件。"
    assert told(before + text) == told(before)


@pytest.mark.parametrize(
    "text",
    [
        "印发文件86份，主动公开率40%，依申请公开的17份，不予公开的22份。",
        "9件人大建议和8件政协提案的答复，予以公开14件，不予公开3件。",
        "政府信息公开申请办理中，各县（区）水利局收到申请93件，办结87件。",
    ],
)
def test_what_is_of_others_or_counts_something_else_in_is_no_claim(text: str) -> None:
    assert [(claim.code, claim.words) for claim in claims(text) if claim.scope != "others"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("较上年多收信息公开申请11件，多办结12件。", []),
        ("因信息公开被申请行政复议7件，被提起行政诉讼4件，合计11件。", [(REVIEW, 7), (SUIT, 4)]),
        (
            "信息公开争议方面，办理行政复议24件，行政诉讼16件，其中涉及信息公开的行政复议7件、行政诉讼4件。",
            [(REVIEW, 7), (SUIT, 4)],
        ),
        ("信息公开行政诉讼4件中，2022年提起、2023年审结的1件。", [(SUIT, 4)]),
    ],
)
def test_what_is_told_of_more_or_less_than_the_cases_of_the_year_is_left(
    text: str, expected: list[tuple[str, int]]
) -> None:
    assert told(text) == expected


def test_written_applications_beside_those_of_another_way_are_a_part() -> None:
    kinds = {
        text: claims(text)[0].kind
        for text in ("依申请公开方面，收到书面申请15件、网络申请38件。", "依申请公开方面，收到书面申请53件。")
    }
    assert list(kinds.values()) == [Kind.AT_MOST, Kind.COUNT]


def test_that_nobody_of_a_kind_applied_says_nothing_of_the_others() -> None:
    (claim,) = claims("没有社会公益组织提出信息公开申请。")
    assert (claim.readings, int(claim.quantity.low)) == ((("社会公益组织申请数",),), 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "收到政府信息公开申请15件，上年结转1件，除2件结转2024年继续办理，其他14件均按时办结。",
            (HANDLED, 14),
        ),
        ("收到政府信息公开申请15件，已办结14件，剩1件在法定期限内办理。", (CARRIED_OUT, 1)),
        ("收到政府信息公开申请15件，加上结转的3件，共办结18件。", (CARRIED_IN, 3)),
        ("收到政府信息公开申请15件。予以公开9件、部分公开5件。以上合计14件。", (HANDLED, 14)),
        ("因信息公开被提起行政复议8件，复议机关维持5件。", ("行政复议维持数", 5)),
        ("制定并现行有效的规范性文件共31件。", ("规范性文件现行有效数", 31)),
        ("收到政府信息公开申请24件。办理答复完成22件。", (HANDLED, 22)),
        (
            "因信息公开引起行政复议14件，12件作出复议决定。",
            ("行政复议维持数＋行政复议纠正数＋行政复议其他结果数", 12),
        ),
        ("分年度梳理汇总现行有效规范性文件31件。", ("规范性文件现行有效数", 31)),
        ("规范性文件现行有效6件，废止文件数量同样为6件。", ("规范性文件废止数", 6)),
        ("制发规范性文件2件，宣布失效和废止5件。", ("规范性文件废止数", 5)),
    ],
)
def test_the_rest_and_the_sum_of_what_is_told(text: str, expected: tuple[str, int]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "全局系统收到政府信息公开申请12件，其中局机关2件，局属学校10件。",
        "收到政府信息公开申请12件，其余2件按规定办理。",
    ],
)
def test_what_others_have_and_what_may_be_either_way_is_not_counted_for_sure(text: str) -> None:
    assert [claim.quantity.low for claim in claims(text) if claim.sure and not claim.scope] in ([], [12])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "政府信息公开申请年初结转1件，当年收到9件，年末结转2件。",
            [(CARRIED_IN, 1), (RECEIVED, 9), (CARRIED_OUT, 2)],
        ),
        ("收到申请件3件，全部为政府信息公开申请。", [(RECEIVED, 3)]),
        (
            "因信息公开被申请行政复议9件：维持6件、纠正1件、其他2件。",
            [(REVIEW, 9), ("行政复议维持数", 6), ("行政复议纠正数", 1), ("行政复议其他结果数", 2)],
        ),
        (
            "新制定规范性文件1件，截至2023年底有效的有6件。",
            [("规范性文件制发数", 1), ("规范性文件现行有效数", 6)],
        ),
        (
            "全市制定省政府规章6件，行政事业性收费81.23亿元。",
            [("规章制发数", 6), ("行政事业性收费金额", 812250)],
        ),
    ],
)
def test_years_ends_and_results_in_other_words(text: str, expected: list[tuple[str, int]]) -> None:
    assert told(text) == expected


def test_results_in_the_bracket_of_one_way_to_court_are_those_of_its_suits() -> None:
    text = "因信息公开被提起行政诉讼4件，其中复议后起诉3件（维持2件）。"
    (upheld,) = [claim for claim in claims(text) if claim.quantity.low == 2]
    assert upheld.readings == (("disputes.suit_after_review.upheld",),)


def test_the_end_of_another_year_is_not_this_year() -> None:
    assert told("截至2022年底，共收到政府信息公开申请12件。") == []


def test_a_year_behind_a_number_is_not_the_year_of_its_case() -> None:
    text = "收到政府信息公开申请5件，均来自自然人，1件申请人曾于2022年提出过。"
    assert all(claim.back == 0 for claim in claims(text))


def test_what_other_bodies_received_is_not_the_office_s() -> None:
    assert told("公共企事业单位收到信息公开申请14件，办结14件。") == []


def test_results_of_the_last_dispute_are_its_own_where_those_before_had_theirs() -> None:
    text = "因信息公开引起行政复议7件，其中维持4件，撤销1件；引起行政诉讼3件，其中维持2件，尚未审结1件。"
    found = [claim for claim in claims(text) if claim.code == "N12"]
    assert [len(claim.readings) for claim in found] == [1, 1, 1, 1]
    assert found[1].readings == (("行政复议纠正数",),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("政府信息公开申请：新收30件，结转3件，办结28件，转下年5件。", (CARRIED_IN, 3)),
        ("政府信息公开申请由2022年的25件增长到2023年的30件。", ("收到申请总数", 30)),
        ("办结政府信息公开申请28件，其中12件全部公开，4件区分处理。", ("部分公开数", 4)),
    ],
)
def test_more_ways_to_tell_a_number(text: str, expected: tuple[str, int]) -> None:
    assert expected in told(text)


def test_what_the_office_undertook_for_others_is_not_all_that_it_received() -> None:
    text = "县政府收到政府信息公开申请112件，我局承办21件。"
    assert [claim.kind for claim in claims(text) if claim.quantity.low == 21] in ([], [Kind.AT_MOST])


def test_growth_may_name_this_year_as_well() -> None:
    text = "2023年政府信息公开申请比2022年多5件。"
    assert [claim.kind for claim in claims(text)] == [Kind.GROWTH]


@pytest.mark.parametrize(
    "words", ["全部或部分公开", "全部和部分公开", "予以全部、部分公开", "完全或者部分公开"]
)
def test_two_results_of_which_the_first_is_told_by_its_beginning(words: str) -> None:
    assert told(f"答复政府信息公开申请20件，{words}14件。")[1:] == [("予以公开数＋部分公开数", 14)]


@pytest.mark.parametrize(
    "text",
    [
        "答复申请20件，公开类14件（予以公开9件、部分公开5件）。",
        "答复申请20件，公开14件，其中予以公开9件，部分公开5件。",
    ],
)
def test_what_was_disclosed_may_be_told_as_a_sum_beside_its_parts(text: str) -> None:
    (found,) = [claim for claim in claims(text) if claim.quantity.low == 14]
    assert found.readings == (("予以公开数",), ("予以公开数", "部分公开数"))


@pytest.mark.parametrize(
    "text",
    [
        "受理线上信息公开申请65件，办结62件，结转下年3件。",
        "县政府网站收到信息公开申请65件，答复62件。",
    ],
)
def test_what_became_of_a_part_that_came_in_by_itself_is_told_of_that_part(text: str) -> None:
    assert {claim.kind for claim in claims(text)} == {Kind.AT_MOST}
