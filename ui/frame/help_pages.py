"""Help inside the window: the manual (searchable), the shortcuts, and what the program is."""

import tomllib
from html import escape
from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QKeySequence, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

import resources
from model.form_file import LAST_YEAR, form_ids, load_form
from model.program import release
from model.rules.catalogue import RULES
from ui.frame.actions import MENUS
from ui.look.keyboard import give_keyboard, keys_named
from ui.look.page_head import PageHead
from ui.look.style import SPACE, theme
from ui.look.text_line import TextLine

MANUAL: Final = "manual/manual.html"
CHANGES: Final = "changes.toml"


class ManualPage(QWidget):
    """The manual, with a line to search in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = PageHead("使用手册", self)
        self._head.set_note("F1 打开与当前页有关的一节", "回车查找下一处")
        self.search = TextLine(self)
        self.search.setPlaceholderText("在手册中查找")
        self.search.setAccessibleName("在手册中查找")
        self.search.setMaximumWidth(280)
        self.search.returnPressed.connect(self.find_next)
        self._head.add(self.search)
        self.browser = _browser("使用手册", self)
        self.browser.setSource(QUrl.fromLocalFile(str(resources.path(MANUAL))))
        _stack(self, self._head, self.browser)

    def open_at(self, place: str) -> None:
        """Show the part about a page of the window."""
        self.browser.scrollToAnchor(place)
        give_keyboard(self.browser)

    def search_with(self, command: str) -> bool:
        """Do a command of the menus that finds; False for any other."""
        deeds = {
            "find": self.begin_search,
            "find_next": self.find_next,
            "find_previous": self.find_previous,
        }
        if command not in deeds:
            return False
        deeds[command]()
        return True

    def begin_search(self) -> None:
        """Put the keyboard into the line to search in."""
        give_keyboard(self.search)
        self.search.selectAll()

    def find_next(self) -> None:
        """Find the next place of the words searched for, from the end on to the beginning."""
        self._find(QTextDocument.FindFlag(0), QTextCursor.MoveOperation.Start)

    def find_previous(self) -> None:
        """Find the place before of the words searched for, from the beginning on to the end."""
        self._find(QTextDocument.FindFlag.FindBackward, QTextCursor.MoveOperation.End)

    def _find(self, way: QTextDocument.FindFlag, around: QTextCursor.MoveOperation) -> None:
        words = self.search.text().strip()
        if not words:
            self.begin_search()
            return
        found = self.browser.find(words, way)
        if not found:
            self.browser.moveCursor(around)
            found = self.browser.find(words, way)
        self._head.set_note("" if found else f"手册中没有“{words}”")


class ShortcutsPage(QWidget):
    """All shortcuts: those of the menus, and those of single pages from the manual."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = PageHead("快捷键", self)
        self._head.set_note("菜单中每一项都有快捷键")
        self.browser = _browser("快捷键", self)
        self.browser.setHtml(_menu_tables() + _page_tables())
        _stack(self, self._head, self.browser)


class RulesPage(QWidget):
    """All checks: code and level, what each compares, and the law, notice or practice that it rests on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = PageHead("检查规则", self)
        self._head.set_note("检查结果中每一条都有编号", "错误必须改正，需说明的可以填写说明")
        self.browser = _browser("检查规则", self)
        rows = "".join(
            f"<tr><td>{rule.code}</td><td>{'／'.join(level.word for level in rule.levels)}</td><td>{escape(rule.title)}<br>"
            f"<small>{escape(rule.formula)}</small></td><td><small>{escape(rule.source)}</small></td></tr>"
            for rule in RULES
        )
        self.browser.setHtml(
            "<table cellpadding='5'><tr><th align='left'>编号</th><th align='left'>级别</th>"
            f"<th align='left'>检查什么</th><th align='left'>依据</th></tr>{rows}</table>"
        )
        _stack(self, self._head, self.browser)


class AboutPage(QWidget):
    """What the program is, which forms it knows and where they come from, its licences, what is new."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = PageHead("关于年报助手", self)
        self._head.set_note(release().sentence, "不连接网络，所有内容只保存在本机")
        self.browser = _browser("关于年报助手", self)
        forms = "".join(
            f"<tr><td>{form.name}</td><td>{form.authority}</td><td>{_years(form.years)}</td></tr>"
            for form in (load_form(name) for name in form_ids())
        )
        self.browser.setHtml(
            "<h3>报告格式</h3><table cellpadding='5'><tr><th>格式</th><th>依据</th><th>适用年度</th></tr>"
            f"{forms}</table><h3>法律依据</h3><p>《中华人民共和国政府信息公开条例》（国务院令第711号）</p>"
            "<h3>字体</h3><p>内置 Fandol 仿宋、黑体、楷体、宋体（GPL-3，附字体例外条款），Liberation Serif 和 Noto Serif SC"
            "（SIL OFL 1.1），花园明朝 Hanazono（Hanazono Font License），许可全文在程序的 resources/fonts 文件夹。</p>"
            "<h3>组件</h3><p>窗口由 Qt（PySide6，LGPL-3）绘制，其他组件都是允许自由使用的开源软件，许可全文在安装文件夹的 "
            "licences 和各组件的 dist-info 文件夹。</p>"
            f"<h3>更新说明</h3>{_changes()}"
        )
        _stack(self, self._head, self.browser)


def _changes() -> str:
    """What is new in each version, newest first."""
    return "".join(
        f"<h4>{version['number']}</h4><ul>{''.join(f'<li>{escape(change)}</li>' for change in version['changes'])}</ul>"
        for version in tomllib.loads(resources.text(CHANGES))["version"]
    )


def _menu_tables() -> str:
    parts = []
    for menu in MENUS:
        rows = "".join(
            f"<tr><td width='260'>{command.text.rstrip('…')}</td><td>{_keys(command.shortcuts)}</td></tr>"
            for command in menu.commands
            if command is not None
        )
        parts.append(f"<h3>{menu.title.partition('(')[0]}</h3><table cellpadding='4'>{rows}</table>")
    return "".join(parts)


def _page_tables() -> str:
    """The keys of the grid and of other pages under their headings, as the manual has them behind those of the menus."""
    text = resources.text(MANUAL)
    start = text.index("</table>", text.index('id="menu_shortcuts"')) + len("</table>")
    return text[start : text.index("<h2", start)]


def _keys(shortcuts: tuple[str, ...]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    names = (keys_named(shortcut).toString(native) for shortcut in shortcuts)
    # Both keys called Enter have the same name.
    return "，".join(dict.fromkeys(names))


def _years(years: tuple[int, int]) -> str:
    first, last = years
    return f"{first} 年及以后" if last == LAST_YEAR else f"{first}—{last} 年"


def _browser(name: str, parent: QWidget) -> QTextBrowser:
    browser = QTextBrowser(parent)
    browser.setAccessibleName(name)
    browser.setOpenExternalLinks(False)
    browser.document().setDocumentMargin(2 * SPACE)
    browser.document().setDefaultStyleSheet(
        f"a {{ color: {theme().accent}; }} h2, h3 {{ color: {theme().ink}; }}"
    )
    browser.setMaximumWidth(980)
    return browser


def _stack(page: QWidget, head: PageHead, browser: QTextBrowser) -> None:
    column = QVBoxLayout(page)
    column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, SPACE)
    column.setSpacing(SPACE + 2)
    column.addWidget(head)
    column.addWidget(browser, 1)
