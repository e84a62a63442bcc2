from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.application.desk import Desk
from tests.application.report.broken_phones import Phones


@pytest.fixture
def phones(tmp_path: Path) -> Iterator[Phones]:
    desk = Desk(tmp_path)
    yield Phones(desk, tmp_path)
    desk.store.close()
