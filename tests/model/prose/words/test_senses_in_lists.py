"""What words mean where results or kinds are listed."""

from tests.model.prose.telling import kinds


def test_disclosed_is_a_result_only_where_results_are_listed() -> None:
    assert kinds("公开5件,不予公开3件")["公开"] == ("outcome", "disclosed")
    assert kinds("网站公开5件")["公开"] != ("outcome", "disclosed")


def test_beside_what_was_disclosed_in_part_to_disclose_is_to_grant() -> None:
    assert kinds("公开5件,部分公开3件")["公开"] == ("outcome", "granted")


def test_others_behind_kinds_of_applicants_applied_as_well() -> None:
    assert kinds("商业企业22件,其他2件")["其他"] == ("applicant", "other_organisation")


def test_undone_behind_results_of_disputes_is_one_that_was_corrected() -> None:
    assert kinds("行政复议7件,维持6件,撤销1件")["撤销"] == ("result", "corrected")


def test_what_is_said_to_be_the_answer_is_a_result() -> None:
    assert kinds("答复意见为公开的5件,不予公开的3件")["公开"] == ("outcome", "disclosed")
    assert kinds("按结果分为公开5件,部分公开3件")["公开"] == ("outcome", "granted")


def test_a_word_behind_a_result_is_another_result_and_not_one_of_who_applied() -> None:
    assert kinds("部分公开5件,其他2件")["其他"] == ("outcome", "rest")


def test_changes_of_each_are_dealt_out_where_several_numbers_follow() -> None:
    assert kinds("许可9件、处罚4件,较上年各增加2件、1件")["各"] == ("relation", "respectively")
    assert kinds("许可9件、处罚4件,较上年各增加2件")["各"] != ("relation", "respectively")
