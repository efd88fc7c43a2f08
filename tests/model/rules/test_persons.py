"""A person is known by the part that he or she plays, alone, in a list, in brackets, or with others before a court."""

import pytest

from model.rules.persons import persons


def named(words: str) -> list[str]:
    return [words[start:end] for start, end in persons(words)]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("原告王小明不服答复，提起诉讼。", ["王小明"]),
        ("申请人欧阳修远提出申请。", ["欧阳修远"]),
        ("申请人（王小明）要求公开规划。", ["王小明"]),
        ("申请人“樊小花”提出申请。", ["樊小花"]),
        ("申请人：詹小三，申请公开规划。", ["詹小三"]),
        ("申请人王小明、李四分别提出申请。", ["王小明"]),
        ("王小明等5人申请公开征地信息。", ["王小明"]),
        ("张三诉甲县乙局政府信息公开案已审结。", ["张三"]),
        ("市民赵小满来电致谢。", ["赵小满"]),
    ],
)
def test_a_name_is_found_where_a_part_is_played(words: str, names: list[str]) -> None:
    assert named(words) == names


@pytest.mark.parametrize(
    "words",
    [
        "王小明局长主持会议。",
        "申请人张氏三兄弟申请公开。",
        "原告李甲的申请已答复。",
        "自然人申请30件，法人申请3件。",
        "当事人陈述意见后作出决定。",
        "申请人石油公司等3家企业参会。",
        "范围等3项内容已公布。",
        "从申请人黄山等地来看，均为本地居民。",
        "申请人吴塘、林坪、何湾等三镇居民较多。",
        "申请人徐闻、吴川居民各1人。",
    ],
)
def test_words_that_begin_like_a_name_are_none(words: str) -> None:
    assert named(words) == []
