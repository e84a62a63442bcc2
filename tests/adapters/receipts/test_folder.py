"""Receipts are files that nothing in a parcel's code can lead astray."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dockstation.adapters.receipts.folder import ReceiptFolder
from dockstation.domain.errors import DockstationError
from tests.contracts.test_receipts import RECEIPT, of


@pytest.mark.parametrize("code", ["../../etc/passwd", "a/b c", "=CMD", "·" * 90, "x" * 90])
def test_the_file_lies_in_the_folder_whatever_the_code(tmp_path: Path, code: str) -> None:
    path = ReceiptFolder(tmp_path, lambda _receipt: b"%PDF").save(of("p-1", code))
    assert path.parent == tmp_path
    assert len(path.name) < 80


def test_a_newer_receipt_takes_the_place_of_the_older(tmp_path: Path) -> None:
    folder = ReceiptFolder(tmp_path / "new", lambda receipt: receipt.person.encode())
    folder.save(RECEIPT)
    path = folder.save(replace(RECEIPT, person="Carl"))
    assert path.read_bytes() == b"Carl"
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "receipts").write_text("a file")
    with pytest.raises(DockstationError, match=r"disk\.failed"):
        ReceiptFolder(tmp_path / "receipts", lambda _receipt: b"%PDF").save(RECEIPT)
