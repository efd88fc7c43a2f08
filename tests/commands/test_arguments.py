"""What may be asked for on the command line is told in Chinese, command by command."""

import pytest

from commands import run
from commands.arguments import COMMANDS, NAMED, USAGE, Refused, parser, usage_of
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
        parser().parse_args(arguments)


def test_an_export_makes_the_usual_products_unless_others_are_named() -> None:
    made = parser().parse_args(["export", "a.xxgk", "--to", "out"]).formats.split(",")
    assert made == [product.name for product in PRODUCTS if product.usual]
    assert all(product.name in usage_of("export") for product in PRODUCTS)


def test_several_files_may_be_merged_and_counted() -> None:
    merged = parser().parse_args(["merge", "a.xxgk", "b.xxgk", "--into", "c.xxgk", "--year", "2025"])
    assert [path.name for path in merged.children] == ["a.xxgk", "b.xxgk"]
    counted = parser().parse_args(["count", "a.xlsx", "b.csv", "--into", "c.xxgk", "--year", "2025"])
    assert [path.name for path in counted.ledgers] == ["a.xlsx", "b.csv"]
