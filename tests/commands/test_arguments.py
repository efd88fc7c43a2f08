"""What may be asked for on the command line is told in Chinese, command by command."""

import pytest

from commands import run
from commands.arguments import COMMANDS, NAMED, USAGE, Refused, parsed, parser, usage_of
from export.products import PRODUCTS


@pytest.mark.parametrize("name", NAMED)
def test_each_command_has_a_usage_of_its_own(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    usage = usage_of(name)
    assert f"main.py {name} " in usage
    assert not any(f"main.py {other} " in usage for other in NAMED if other != name)
    assert f"main.py {name} " in USAGE
    for asked in ("--help", "-h"):
        assert run([name, asked]) == 0
        assert capsys.readouterr().out == f"{usage}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_without_its_arguments_is_refused_with_its_usage(name: str) -> None:
    with pytest.raises(Refused) as refused:
        parser().parse_args([name])
    assert usage_of(name) in str(refused.value)
    assert "usage" not in str(refused.value)


@pytest.mark.parametrize(
    "arguments", [["unheard"], [], ["check", "a.xxgk", "--year", "去年"], ["show", "a.xxgk", "--js"]]
)
def test_what_is_not_known_is_refused(arguments: list[str]) -> None:
    with pytest.raises(Refused, match="命令的参数不对"):
        parsed(arguments)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["new", "a.xxgk"], "缺少 --year、--office"),
        (["check"], "缺少 文件"),
        (["merge", "--into", "a.xxgk", "--year", "2025"], "缺少 下级文件"),
        (["show", "a.xxgk", "--year", "去年"], "--year 后面应写数字，不能是“去年”"),
        (["show", "a.xxgk", "--year"], "--year 后面没有写内容"),
        (["show", "a.xxgk", "--json=1"], "--json 后面不写“1”"),
        (["check", "a.xxgk", "--yaer", "2025"], "不认识“--yaer 2025”"),
        (["import", "a.docx", "b.docx", "--into", "a.xxgk"], "不认识“b.docx”"),
    ],
)
def test_the_argument_that_is_wrong_is_named_with_the_usage_of_its_command(
    arguments: list[str], told: str
) -> None:
    with pytest.raises(Refused) as refused:
        parsed(arguments)
    assert str(refused.value) == f"命令的参数不对：{told}。\n{usage_of(arguments[0])}"


def test_an_export_makes_the_usual_products_unless_others_are_named() -> None:
    made = parser().parse_args(["export", "a.xxgk", "--to", "out"]).formats.split(",")
    assert made == [product.name for product in PRODUCTS if product.usual]
    assert all(product.name in usage_of("export") for product in PRODUCTS)


def test_several_files_may_be_merged_and_counted() -> None:
    merged = parser().parse_args(["merge", "a.xxgk", "b.xxgk", "--into", "c.xxgk", "--year", "2025"])
    assert [path.name for path in merged.children] == ["a.xxgk", "b.xxgk"]
    counted = parser().parse_args(["count", "a.xlsx", "b.csv", "--into", "c.xxgk", "--year", "2025"])
    assert [path.name for path in counted.ledgers] == ["a.xlsx", "b.csv"]
