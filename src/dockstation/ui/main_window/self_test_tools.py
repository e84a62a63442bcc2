"""What the self-test works with, built behind the first paint."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dockstation.application.self_test import KeepSelfTest
    from dockstation.labels.test_page import ScannerPaper


@dataclass(frozen=True, slots=True)
class SelfTestTools:
    """``open_paper`` is slow at its first call and belongs on a lane."""

    keep: KeepSelfTest
    open_paper: Callable[[], ScannerPaper]
