"""Everything that the menus offer, as data: words, shortcut and place of each action."""

from collections.abc import Callable, Iterable, Mapping
from enum import Enum, auto
from typing import Final, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenuBar, QWidget

from ui.look.keyboard import keys_named


class Sight(Enum):
    """What of an open report must be in sight before a command is done: nothing is done to what nobody sees."""

    ANYTHING = auto()
    """Works on the file, the window, or what has the keyboard, whatever is in sight."""
    DESK = auto()
    """Leads to a place of the report by itself: what covers the desk, such as the manual, is left first."""
    PAGE = auto()
    """Works on the pages: what belongs to the file is left, too."""
    CURSOR = auto()
    """Changes or copies what is selected on a page: refused where it is not in sight, since nobody has just looked at it."""


class Command(NamedTuple):
    """One action: id, words, shortcuts (the first one is shown), and whether it switches something on and off.

    `needs_report`: the action makes sense only while a report is open.
    """

    id: str
    text: str
    shortcuts: tuple[str, ...]
    needs_report: bool = True
    checkable: bool = False
    sight: Sight = Sight.ANYTHING


class Menu(NamedTuple):
    """A menu: its words and its commands, None for a dividing line."""

    title: str
    commands: tuple[Command | None, ...]


MENUS: Final = (
    Menu(
        "文件(&F)",
        (
            Command("new", "新建…", ("Ctrl+N",), needs_report=False),
            Command("open", "打开…", ("Ctrl+O",), needs_report=False),
            Command("recent", "最近文件", ("Ctrl+Alt+F",), needs_report=False),
            Command("import", "导入已有报告…", ("Ctrl+Shift+O",), needs_report=False),
            None,
            Command("save", "保存", ("Ctrl+S",)),
            Command("save_as", "另存为…", ("Ctrl+Shift+S",)),
            Command("folder", "打开所在文件夹", ("Ctrl+Alt+O",)),
            None,
            Command("pack", "制作备份包…", ("Ctrl+Alt+S",)),
            Command("unpack", "恢复备份包…", ("Ctrl+Alt+R",), needs_report=False),
            None,
            Command("export", "导出…", ("Ctrl+Shift+E",), sight=Sight.DESK),
            Command("print", "打印…", ("Ctrl+P",), sight=Sight.DESK),
            None,
            Command("close", "关闭报告，回到起始页", ("Ctrl+W",)),
            Command("quit", "退出", ("Ctrl+Q",), needs_report=False),
        ),
    ),
    Menu(
        "编辑(&E)",
        (
            Command("undo", "撤销", ("Ctrl+Z",), sight=Sight.DESK),
            Command("redo", "重做", ("Ctrl+Y", "Ctrl+Shift+Z"), sight=Sight.DESK),
            None,
            Command("cut", "剪切", ("Ctrl+X",)),
            Command("copy", "复制", ("Ctrl+C",)),
            Command("paste", "粘贴", ("Ctrl+V",)),
            Command("copy_table", "复制整张表（含表头）", ("Ctrl+Alt+C",), sight=Sight.CURSOR),
            Command("paste_turned", "转置粘贴", ("Ctrl+Alt+V",), sight=Sight.CURSOR),
            None,
            Command("fill_down", "向下填充", ("Ctrl+D",), sight=Sight.CURSOR),
            Command("fill_right", "向右填充", ("Ctrl+R",), sight=Sight.CURSOR),
            Command("zeros", "其余空格填 0", ("Alt+0",), sight=Sight.CURSOR),
            Command("settle", "改为合计", ("Alt+=",), sight=Sight.CURSOR),
            Command("confirm", "确认导入的数字", ("Ctrl+Enter", "Ctrl+Return"), sight=Sight.CURSOR),
            None,
            Command("find", "查找和替换", ("Ctrl+F", "Ctrl+H"), sight=Sight.PAGE),
            Command("find_next", "查找下一处", ("F3",), sight=Sight.PAGE),
            Command("find_previous", "查找上一处", ("Shift+F3",), sight=Sight.PAGE),
            Command("insert_number", "插入表中数字", ("Ctrl+I",), sight=Sight.CURSOR),
            Command("draft", "按表拟写、常用语…", ("Ctrl+Shift+I",), sight=Sight.CURSOR),
        ),
    ),
    Menu(
        "查看(&V)",
        (
            Command("previous_page", "上一部分", ("Ctrl+PgUp",), sight=Sight.DESK),
            Command("next_page", "下一部分", ("Ctrl+PgDown",), sight=Sight.DESK),
            None,
            Command("preview", "预览", ("F9",), checkable=True, sight=Sight.DESK),
            Command("last_year", "对照上年", ("Ctrl+L",), checkable=True, sight=Sight.PAGE),
            Command("controls", "核对合计", ("Ctrl+K",), sight=Sight.CURSOR),
            None,
            Command("zoom_in", "放大表格", ("Ctrl++", "Ctrl+="), sight=Sight.CURSOR),
            Command("zoom_out", "缩小表格", ("Ctrl+-",), sight=Sight.CURSOR),
            Command("zoom_reset", "表格原始大小", ("Ctrl+0",), sight=Sight.CURSOR),
            None,
            Command("years", "历年数据", ("Ctrl+8",), sight=Sight.DESK),
            Command("charts", "图表", ("Ctrl+7",), sight=Sight.DESK),
            Command("history", "历史版本", ("Ctrl+9",), sight=Sight.DESK),
            Command("read_out", "读数视图", ("Ctrl+5",), sight=Sight.DESK),
            None,
            Command("dark", "深色界面", ("Ctrl+Shift+D",), needs_report=False, checkable=True),
            Command("contrast", "高对比度", ("Ctrl+Shift+H",), needs_report=False, checkable=True),
        ),
    ),
    Menu(
        "报告(&R)",
        (
            Command("next_year", "新增下一年度报告", ("Ctrl+Shift+N",), sight=Sight.DESK),
            Command("switch_year", "切换年度…", ("Ctrl+Shift+Y",), sight=Sight.DESK),
            None,
            Command("ledger", "由台账统计…", ("Ctrl+T",), needs_report=False),
            Command("ledger_rows", "查看台账中的行", ("Ctrl+Shift+T",)),
            Command("blank_ledger", "导出空白台账…", ("Ctrl+Shift+L",), needs_report=False),
            None,
            Command("redraft", "恢复自动拟写的引言", ("Ctrl+Shift+R",), sight=Sight.DESK),
            Command("recheck", "复核录入", ("Ctrl+Shift+F",), sight=Sight.DESK),
            Command("read_back", "读回修改稿…", ("Ctrl+Alt+B",), sight=Sight.DESK),
            Command("submission", "上报前检查", ("Ctrl+6",), sight=Sight.DESK),
            Command("sign_off", "审签单", ("Ctrl+Shift+P",), sight=Sight.DESK),
        ),
    ),
    Menu(
        "检查(&C)",
        (
            Command("next_finding", "下一处问题", ("F8",), sight=Sight.DESK),
            Command("previous_finding", "上一处问题", ("Shift+F8",), sight=Sight.DESK),
            Command("apply_suggestion", "采纳修改建议", ("Alt+Enter", "Alt+Return"), sight=Sight.CURSOR),
            Command("explain", "填写说明…", ("Ctrl+M",), sight=Sight.CURSOR),
            Command("next_blank", "下一个未填的格", ("F7",), sight=Sight.DESK),
            None,
            Command("add_remark", "提意见…", ("Ctrl+Alt+M",), sight=Sight.DESK),
            Command("next_remark", "下一条待改的意见", ("Ctrl+F8",), sight=Sight.DESK),
            Command("turn_remark", "意见已改／待改", ("Alt+M",), sight=Sight.CURSOR),
            None,
            Command("findings", "转到检查结果", ("F6",), sight=Sight.PAGE),
            Command("remarks", "转到意见", ("Shift+F6",), sight=Sight.PAGE),
            Command("copy_findings", "复制全部检查结果", ("Ctrl+Shift+C",)),
        ),
    ),
    Menu(
        "帮助(&H)",
        (
            Command("manual", "使用手册", ("F1",), needs_report=False),
            Command("rules", "检查规则", ("Alt+F1",), needs_report=False),
            Command("shortcuts", "快捷键", ("Ctrl+/",), needs_report=False),
            Command("about", "关于年报助手", ("Shift+F1",), needs_report=False),
        ),
    ),
)


class Actions(QObject):
    """The actions of a window, made from MENUS; `bind` gives them something to do.

    A command has one deed at a time, so that nothing of a closed report stays.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._deeds: dict[str, Callable[[], object]] = {}
        self._make_deeds: Callable[[], object] | None = None
        self._make_way: Callable[[Command], bool] | None = None
        # A group, though nothing excludes anything: one signal tells which of all was chosen.
        group = QActionGroup(self)
        group.setExclusive(False)
        commands = (command for menu in MENUS for command in menu.commands if command is not None)
        self._commands = {command.id: command for command in commands}
        self._actions = {name: _action(command, group) for name, command in self._commands.items()}
        group.triggered.connect(self._do)
        window.addActions(list(self._actions.values()))

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def do(self, name: str) -> None:
        """Do a command as if it was chosen. Raises KeyError for an unknown name."""
        self._actions[name].trigger()

    def is_bound(self, name: str) -> bool:
        """Whether the command has something to do."""
        return name in self._deeds

    def bind(self, slots: Mapping[str, Callable[[], object]]) -> None:
        """Let each command named in `slots` do this and nothing else. Raises KeyError for an unknown name."""
        for name, slot in slots.items():
            self._deeds[self._actions[name].objectName()] = slot

    def ask_first(self, make_way: Callable[[Command], bool]) -> None:
        """Have `make_way` bring into sight what a command is to be done to; where it returns False that is all."""
        self._make_way = make_way

    def bind_later(self, make: Callable[[], object]) -> None:
        """Have `make` bind more commands, when one of them is first chosen or with `make_deeds`."""
        self._make_deeds = make

    def make_deeds(self) -> None:
        """Bind what was to be bound later."""
        make, self._make_deeds = self._make_deeds, None
        if make is not None:
            make()

    def release(self, names: Iterable[str]) -> None:
        """Let these commands do nothing, and none be bound later: what they worked on is closed."""
        self._make_deeds = None
        for name in names:
            self._deeds.pop(name, None)

    def _do(self, action: QAction) -> None:
        name = action.objectName()
        if self._make_way is not None and not self._make_way(self._commands[name]):
            return
        if not self.is_bound(name):
            self.make_deeds()
        if self.is_bound(name):
            self._deeds[name]()

    def fill(self, bar: QMenuBar) -> None:
        """Put the menus into a menu bar."""
        for menu in MENUS:
            place = bar.addMenu(menu.title)
            place.addActions([self._actions[each.id] if each else _divider(place) for each in menu.commands])

    def offer_finding(self, *, on: bool) -> None:
        """Offer to find where there is something to find in: a report, or the manual, which has a search of its own."""
        for name in ("find", "find_next", "find_previous"):
            self._actions[name].setEnabled(on)

    def report_is_open(self, *, is_open: bool) -> None:
        """Enable what makes sense; at first no report is open."""
        for menu in MENUS:
            for command in menu.commands:
                if command is not None and command.needs_report:
                    self._actions[command.id].setEnabled(is_open)


def _action(command: Command, group: QActionGroup) -> QAction:
    # The words by themselves: with them the constructor would ask whether they are an icon, and load what that is.
    action = QAction(group)
    action.setText(command.text)
    action.setToolTip(f"{command.text}（{command.shortcuts[0]}）")
    action.setObjectName(command.id)
    action.setShortcuts([keys_named(shortcut) for shortcut in command.shortcuts])
    action.setCheckable(command.checkable)
    action.setEnabled(not command.needs_report)
    return action


def _divider(parent: QObject) -> QAction:
    line = QAction(parent)
    line.setSeparator(True)
    return line
