"""A window of its own process that prints what its wedge and its widgets hear, for keys of a real X server."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from dockstation.ui.wedge import Wedge


def tell(what: str, value: object = "") -> None:
    print(what, ascii(value), flush=True)


def main() -> None:
    app = QApplication([])
    window, field, button = QWidget(), QLineEdit(), QPushButton("Danger")
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(button)
    wedge = Wedge(app)
    wedge.scanned.connect(lambda text: tell("scanned", text))
    wedge.key.connect(lambda key: tell("key", key))
    wedge.key.connect(lambda key: field.setFocus() if key == Qt.Key.Key_F2.value else None)
    field.textChanged.connect(lambda text: tell("text", text))
    button.clicked.connect(lambda: tell("clicked"))
    window.show()
    window.activateWindow()
    button.setFocus()
    QTimer.singleShot(0, lambda: tell("window", int(window.winId())))
    app.exec()


if __name__ == "__main__":
    main()
