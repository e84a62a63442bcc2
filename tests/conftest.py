"""Every test runs without a screen; those that need a PostgreSQL share one."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.fakes.postgres import Cluster

if TYPE_CHECKING:
    from tests.fakes.s3 import Store

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"  # nobody's own keyring is touched


gc.disable()  # until all tests are collected: they stay, and looking through them took a tenth of the whole time


def pytest_collection_finish() -> None:
    """From now on only what tests leave behind is looked through for garbage."""
    gc.collect()
    gc.freeze()
    gc.enable()


def pytest_sessionfinish() -> None:
    """Whoever reports at the end may look for who refers to what."""
    gc.unfreeze()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    with Cluster() as cluster:
        yield cluster


@pytest.fixture(scope="session")
def s3() -> Iterator[Store]:
    from tests.fakes.s3 import serving

    with serving() as store:
        yield store
