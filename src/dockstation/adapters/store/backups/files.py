"""Photos and receipts from folder to folder: files that never change, each copied once, whole or not at all."""

from __future__ import annotations

import hashlib
from pathlib import Path

from dockstation.adapters.store.backups import databases


def copy_photos(source: Path, target: Path) -> tuple[int, tuple[str, ...]]:
    """Copy those that are not there yet; how many, and the hashes of those that are not what their name says."""
    copied, damaged = 0, []
    for each in sorted(source.glob("??/*.jpg")):
        kept = target / each.parent.name / each.name
        if kept.exists():
            continue
        data = each.read_bytes()
        if hashlib.sha256(data).hexdigest() == each.stem:
            _make(target)
            _write(kept, data)
            copied += 1
        else:
            damaged.append(each.stem)
    return copied, tuple(damaged)


def copy_receipts(source: Path, target: Path) -> None:
    """Copy the pages that are not there yet."""
    for each in sorted(source.glob("*.pdf")):
        kept = target / each.name
        if not kept.exists():
            _write(kept, each.read_bytes())


def _write(path: Path, data: bytes) -> None:
    _make(path.parent)
    arriving = path.with_suffix(".part")
    arriving.write_bytes(data)
    databases.make_durable(arriving)
    arriving.replace(path)
    databases.make_durable(path.parent)


def _make(folder: Path) -> None:
    """Never with its parents: where a share was, there may be an empty folder of this computer's own disk."""
    if not folder.is_dir():
        folder.mkdir(mode=0o700)
        databases.make_durable(folder.parent)
