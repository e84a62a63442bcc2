"""Lets go of what a window has connected, as the end of the process does for the station.

A signal keeps the closures that it is connected to, a closure what it speaks of, and so they keep each other: Python
cannot see it through Qt. In the tests, which open hundreds of windows, all that would stay.
"""

from __future__ import annotations

import gc
from types import CellType, FunctionType, MethodType
from typing import Any

from PySide6.QtCore import QMetaMethod, QObject, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

HOLDERS = (dict, list, tuple, set, FunctionType, MethodType, CellType)


def unplug(window: QObject) -> None:
    """Disconnect every signal of the parts that can be reached from ``window``; its widgets take theirs with them."""
    for each in _reached(window):
        if _is_part(each) and isValid(each):
            _disconnect(each)


def _disconnect(part: QObject) -> None:
    """Every signal but those of all objects: Qt listens to their end."""
    meta = part.metaObject()
    for method in map(meta.method, range(QObject().metaObject().methodCount(), meta.methodCount())):
        if method.methodType() == QMetaMethod.MethodType.Signal:
            QObject.disconnect(part, f"2{method.methodSignature().toStdString()}", None, None)  # type: ignore[call-overload] # None is every receiver


def _is_part(each: QObject) -> bool:
    """Qt itself listens to its own objects, and to widgets."""
    ours = isinstance(each, QTimer) or type(each).__module__.startswith("dockstation.")
    return ours and not isinstance(each, QWidget)


def _reached(root: QObject) -> list[QObject]:
    seen: dict[int, Any] = {id(root): root}
    todo = [root]
    while todo:
        for each in gc.get_referents(todo.pop()):
            if id(each) not in seen and _may_lead_on(each):
                seen[id(each)] = each
                todo.append(each)
    return [each for each in seen.values() if isinstance(each, QObject)]


def _may_lead_on(each: object) -> bool:
    """The globals of a module belong to everybody."""
    if isinstance(each, dict):
        return "__builtins__" not in each
    return isinstance(each, HOLDERS) or type(each).__module__.startswith(("dockstation.", "PySide6.", "functools"))
