from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dockstation.application.sync import Sync
from tests.application.desk import Desk
from tests.application.troubled import TroubledCentral


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.store.close()


@pytest.fixture
def central() -> TroubledCentral:
    return TroubledCentral()


@pytest.fixture
def sync(desk: Desk, central: TroubledCentral) -> Sync:
    return Sync(desk.store, desk.clock, central, desk.photos)
