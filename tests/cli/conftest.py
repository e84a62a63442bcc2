from __future__ import annotations

from tests.application.conftest import desk

__all__ = ["desk"]
