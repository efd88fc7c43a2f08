"""Qt's own words in Chinese, but the names of keys as they stand on the keys."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

import resources


def speak_chinese(app: QCoreApplication) -> None:
    """Install the words of Qt's dialogs and menus before the first of them is made; small, and read where they lie.

    Where Qt came without them they stay English. The names of keys are laid over Qt's, which calls Enter by two others.
    """
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase_zh_CN", of_qt), ("keys_zh_CN", str(resources.path("qt")))):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
