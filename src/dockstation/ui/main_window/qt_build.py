"""How the Qt that is there was built, for who mends the program."""

from __future__ import annotations

import PySide6
from PySide6.QtCore import QLibraryInfo, QSysInfo


def qt_build() -> dict[str, str]:
    """Facts about the library, none about the user."""
    return {
        "pyside": PySide6.__version__,
        "build": str(QLibraryInfo.build()),
        "abi": QSysInfo.buildAbi(),
        "kernel": f"{QSysInfo.kernelType()} {QSysInfo.kernelVersion()}",
    }
