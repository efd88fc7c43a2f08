"""Styling anew what has changed a property that the style sheet asks for."""

from PySide6.QtWidgets import QWidget


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at a widget's properties again; one that was never shown is still to be styled."""
    # Loaded here: see ui.application.
    from PySide6.QtCore import Qt

    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
