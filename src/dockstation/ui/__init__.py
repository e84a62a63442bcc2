"""What people see. PySide is kept from looking into modules that have nothing to do with it."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

import PySide6.QtCore  # noqa: F401 - it brings what is changed here


def _may_use_pyside(module: ModuleType) -> bool:
    """Unless told, PySide unwraps each module that is imported to search its source for its own name.

    That asks modules for attributes which they import when asked, half-way through their own import.
    """
    return module.__name__.startswith("dockstation.ui")


vars(import_module("shibokensupport.feature"))["_mod_uses_pyside"] = _may_use_pyside
