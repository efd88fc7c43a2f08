"""The table of the pages that belong to the file: each can be made, is a command, and is told of in the manual."""

import importlib

import pytest

import resources
from ui.desk.tool_page import SUBMISSION, TOOLS, Tool, ToolPage
from ui.frame.actions import MENUS

COMMANDS = {command.id: command for menu in MENUS for command in menu.commands if command is not None}


@pytest.mark.parametrize("tool", TOOLS, ids=[tool.id for tool in TOOLS])
def test_each_page_is_where_the_table_says(tool: Tool) -> None:
    page = getattr(importlib.import_module(tool.module), tool.page)
    assert issubclass(page, ToolPage)
    assert page.load is not ToolPage.load, "every page shows the file anew"


@pytest.mark.parametrize("tool", TOOLS, ids=[tool.id for tool in TOOLS])
def test_each_page_is_a_command_of_the_same_words(tool: Tool) -> None:
    command = COMMANDS[tool.id]
    assert command.text.rstrip("…") == tool.words
    assert command.needs_report


@pytest.mark.parametrize("tool", TOOLS, ids=[tool.id for tool in TOOLS])
def test_the_manual_has_a_part_about_each_page(tool: Tool) -> None:
    assert f'id="{tool.id}"' in resources.text("manual/manual.html")


def test_the_stage_of_a_report_has_a_page_in_the_outline() -> None:
    assert [tool.listed for tool in TOOLS if tool.id == SUBMISSION] == [True]
