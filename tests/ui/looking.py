"""What can be seen on a screen, and a finger on it."""

from __future__ import annotations

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from dockstation.ui.widgets import BigButton, Row, RowList, TextLabel


def said(screen: QWidget) -> str:
    """All text that can be seen."""
    QApplication.processEvents()
    labels = [label.text() for label in screen.findChildren(TextLabel) if label.isVisible()]
    rows = [f"{row.title} {row.detail} {row.figure} {row.note}" for row in visible_rows(screen)]
    return "\n".join(labels + [button.text() for button in buttons(screen)] + rows)


def visible_rows(screen: QWidget) -> list[Row]:
    return [row for rows in screen.findChildren(RowList) if rows.isVisible() for row in rows.rows()]


def buttons(screen: QWidget) -> list[BigButton]:
    QApplication.processEvents()
    return [button for button in screen.findChildren(BigButton) if button.isVisible()]


def tap(screen: QWidget, text: str) -> None:
    button = next(each for each in buttons(screen) if text in each.text())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def collect(signal: SignalInstance) -> list[tuple[object, ...]]:
    heard: list[tuple[object, ...]] = []
    signal.connect(lambda *args: heard.append(args))
    return heard


def tap_exactly(screen: QWidget, text: str) -> None:
    """The button that says this and nothing else."""
    button = next(each for each in buttons(screen) if each.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
