"""The catalogue to be read: docs/rules.md, and the rows that the window's help shows. Written from the rules alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from model.form_file import form_ids, load_form
from model.levels import Level
from model.rules.catalogue import RULES, rules_for
from model.rules.rule import Rule

_HEAD: Final = """# 检查规则

本页由程序的规则生成（`make catalogue`），不要手改。编号印在纸上、存在文件里，不会改变。
每条规则通过和查出的例子：[rules-examples.md](rules-examples.md)。

| 级别 | 含义 |
|---|---|
| E 错误 | 不可能正确，改正之后才能上报 |
| X 需说明 | 可能属实：改正，或者填写说明；依据的数字一变，说明就失效 |
| W 提醒 | 请核对，不影响上报 |
| I 提示 | 供参考，不影响上报 |

| 编号 | 级别 | 规则 | 检查什么 | 依据 | 适用格式 |
|---|---|---|---|---|---|
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule of the catalogue and the ids of the forms that it applies to."""

    rule: Rule
    forms: tuple[str, ...]

    @property
    def level(self) -> str:
        """Letters and words of its levels: E 错误／W 提醒."""
        return "／".join(f"{level} {level.word}" for level in self.rule.levels)


def entries() -> Iterator[Entry]:
    """Yield every rule in the catalogue's order. Reads all forms."""
    applied = {form_id: rules_for(load_form(form_id)) for form_id in form_ids()}
    for rule in RULES:
        yield Entry(rule, tuple(form_id for form_id, rules in applied.items() if rule in rules))


def markdown() -> str:
    """Return the catalogue as docs/rules.md holds it."""
    rows = "".join(
        f"| {e.rule.code} | {e.level} | {e.rule.title} | {e.rule.formula} | {e.rule.source} | {'、'.join(e.forms)} |\n"
        for e in entries()
    )
    counts = "，".join(f"{sum(rule.level is level for rule in RULES)} 条{level.word}" for level in Level)
    return f"{_HEAD}{rows}\n共 {len(RULES)} 条：{counts}。\n"
