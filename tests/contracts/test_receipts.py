"""What every place for receipts promises."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dockstation.adapters.receipts.folder import ReceiptFolder
from dockstation.application.ports.receipts import Receipts
from dockstation.domain.contents import Contents
from dockstation.domain.parcel import Parcel, ParcelState
from dockstation.domain.receipt import Receipt
from tests.fakes.receipts import FakeReceipts
from tests.fakes.returns import a_return

RECEIPT = Receipt(
    Contents(Parcel("p-1", "SF1", ("R26110001",), ParcelState.OPENED), (a_return(),), (), ()),
    "Anna",
    "2026-11-26 09:30",
)


@pytest.fixture(params=["fake", "folder"])
def receipts(request: pytest.FixtureRequest, tmp_path: Path) -> Receipts:
    if request.param == "fake":
        return FakeReceipts()
    return ReceiptFolder(tmp_path / "receipts", lambda receipt: receipt.person.encode())


def of(parcel_id: str, code: str = "SF1") -> Receipt:
    parcel = replace(RECEIPT.contents.parcel, parcel_id=parcel_id, code=code)
    return replace(RECEIPT, contents=replace(RECEIPT.contents, parcel=parcel))


def test_each_parcel_has_one_place_of_its_own(receipts: Receipts) -> None:
    first = receipts.save(of("p-1"))
    assert receipts.save(replace(of("p-1"), person="Carl")) == first
    assert receipts.save(of("p-2")) != first
