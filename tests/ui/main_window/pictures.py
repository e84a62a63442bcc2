"""Pictures with codes, and the ways in which people bring them to the window."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from dockstation.demo.pictures.return_label import draw_return_label
from dockstation.demo.returns import sample_returns
from dockstation.settings import shipped
from tests.adapters.decoders.drawn import beside, drawn
from tests.ui.main_window.dock import Dock

TRACKING = "SF1234567890123"
OTHER_TRACKING = "YT1234567890123"
FONT = shipped("resources") / "fonts" / "wqy-microhei-gbk.ttf"


def label_picture(path: Path, number: str = "R26110001", tracking: str = TRACKING) -> Path:
    """The label that a customer stuck on the parcel."""
    rma = sample_returns(3, datetime(2026, 11, 2, tzinfo=UTC))[0]
    draw_return_label(rma.model_copy(update={"number": number, "tracking_numbers": (tracking,)}), FONT).save(path)
    return path


def codes_picture(path: Path, *texts: str) -> Path:
    """QR codes side by side."""
    Image.fromarray(beside(*(drawn(text, dot=5) for text in texts))).save(path)
    return path


def blank_picture(path: Path) -> Path:
    Image.fromarray(np.full((90, 160), 200, np.uint8)).save(path)
    return path


def files(*paths: Path | str) -> QMimeData:
    """What a file manager, or a browser, has in its hand."""
    mime = QMimeData()
    mime.setUrls([QUrl(each) if isinstance(each, str) else QUrl.fromLocalFile(str(each)) for each in paths])
    return mime


def drop(window: QWidget, mime: QMimeData, *, moving: bool = False) -> Qt.DropAction:
    """Drag it over the window and let go; what the window did with it."""
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    keys = Qt.KeyboardModifier.ShiftModifier if moving else Qt.KeyboardModifier.NoModifier
    buttons, place = Qt.MouseButton.LeftButton, window.rect().center()
    entered = QDragEnterEvent(place, actions, mime, buttons, keys)
    entered.ignore()
    QCoreApplication.sendEvent(window, entered)
    if not entered.isAccepted():
        return Qt.DropAction.IgnoreAction
    dropped = QDropEvent(QPointF(place), actions, mime, buttons, keys)
    QCoreApplication.sendEvent(window, dropped)
    return dropped.dropAction()


def paste(window: QWidget) -> None:
    """Ctrl+V, as a finger does it."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier, "\x16")
        QCoreApplication.sendEvent(window.windowHandle(), event)


def names(folder: Path) -> Sequence[str]:
    """What lies in it, by name; nothing where there is no folder."""
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def refused(dock: Dock) -> str:
    """What the refusal says."""
    return dock.until(lambda sight: sight.banner == "reject").said
