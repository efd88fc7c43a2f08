"""What the menus do on the pages of the report: undo, go on, find, findings, 意见, texts."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit

from model.report import Change
from model.sections import COVER
from ui.look.keyboard import give_keyboard
from ui.prose.section_editor import SectionEditor
from ui.report.cover_page import CoverPage
from ui.report.workspace import Workspace


class PageDeeds(QObject):
    """The deeds of one workspace; they end with it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace

    @property
    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return command id → what it does."""
        return {
            "undo": self.undo,
            "redo": self.redo,
            "find": self._workspace.open_find,
            "find_next": self.find_next,
            "find_previous": self.find_previous,
            "insert_number": self.insert_number,
            "draft": self.draft,
            "previous_page": self.previous_page,
            "next_page": self.next_page,
            "redraft": self.redraft,
            "next_finding": self.next_finding,
            "previous_finding": self.previous_finding,
            "apply_suggestion": self._workspace.findings.apply_current,
            "explain": self._workspace.findings.explain_current,
            "add_remark": self._workspace.add_remark,
            "next_remark": self._workspace.remarks.step,
            "turn_remark": self._workspace.remarks.turn_current,
            "remarks": self._workspace.remarks.take_keyboard,
            "next_blank": self._workspace.next_blank,
            "findings": self.to_findings,
            "copy_findings": self._workspace.findings.copy_all,
        }

    def undo(self) -> None:
        """Take the last step back and show where."""
        self._tell(self._workspace.session.undo(), "撤销")

    def redo(self) -> None:
        """Make the last undone step again and show where."""
        self._tell(self._workspace.session.redo(), "重做")

    def find_next(self) -> None:
        """Go on to the next place of what was looked for; where nothing was yet, ask for it."""
        self._find(self._workspace.find_bar.find_next)

    def find_previous(self) -> None:
        """Go back to the place before of what was looked for; where nothing was yet, ask for it."""
        self._find(self._workspace.find_bar.find_previous)

    def insert_number(self) -> None:
        """Offer the numbers of the tables where there is a text to put them into."""
        page = self._workspace.page
        editor = page.findChild(SectionEditor) if page is not None else None
        if isinstance(QApplication.focusWidget(), QLineEdit):
            self._workspace.message.emit("请先把光标放到文字中，再插入数字")
        elif editor is not None and editor.isVisible():
            give_keyboard(editor)
            editor.offer_numbers()
        else:
            self._workspace.message.emit("请先到文字部分，再插入数字")

    def draft(self) -> None:
        """Offer sentences drafted from the tables where there is a text to put them into."""
        # Loaded here: a report opens on its cover.
        from ui.prose.page import ProsePage

        page = self._workspace.page
        if isinstance(page, ProsePage):
            page.offer_drafts()
        else:
            self._workspace.message.emit("请先到文字部分，再按表拟写")

    def previous_page(self) -> None:
        """Go to the page before."""
        self._workspace.step_page(-1)

    def next_page(self) -> None:
        """Go to the page after."""
        self._workspace.step_page(1)

    def redraft(self) -> None:
        """Let the program draft the preamble again."""
        page = self._workspace.show_page(COVER)
        if isinstance(page, CoverPage):
            page.redraft()

    def next_finding(self) -> None:
        """Go to the next finding."""
        self._workspace.findings.step(1)

    def previous_finding(self) -> None:
        """Go to the finding before."""
        self._workspace.findings.step(-1)

    def to_findings(self) -> None:
        """Put the keyboard into the list of findings."""
        self._workspace.findings.take_keyboard()

    def _find(self, step: Callable[[], None]) -> None:
        """Step through what was looked for."""
        if self._workspace.find_bar.words.text():
            step()
        else:
            self._workspace.open_find()

    def _tell(self, change: Change | None, word: str) -> None:
        if change is not None:
            self._workspace.show_change(change)
            self._workspace.message.emit(f"已{word}“{change.label}”")
