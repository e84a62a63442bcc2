"""Where labels come out: numbered files in a folder, a line for each, and a log."""

from __future__ import annotations

import hashlib
import json
import re
import threading
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from PIL import Image

from dockstation.demo.virtual_printer.dialect import Job

LABEL = re.compile(r"label-(\d{4,9})\.png")


class Tray:
    """A folder; numbers go on from the labels that lie there already."""

    def __init__(self, folder: Path, dpi: int, ending: str) -> None:
        self.folder = folder
        self._ending = ending
        self._dpi = dpi
        self._lock = threading.Lock()
        folder.mkdir(parents=True, exist_ok=True)
        self._count = max(
            (int(found[1]) for path in folder.iterdir() if (found := LABEL.fullmatch(path.name))), default=0
        )

    def put(self, job: Job) -> None:
        """Lay the job's labels down: the bytes, the picture, then a line in printer.jsonl."""
        with self._lock:
            for _ in range(job.copies):
                self._count += 1
                self._put_one(job, self.folder / f"label-{self._count:04}.png")

    def log(self, message: str) -> None:
        """A line in printer.log."""
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        with self._lock:
            self._append("printer.log", f"{now} {message}")

    def _put_one(self, job: Job, file: Path) -> None:
        picture = BytesIO()
        job.picture.save(picture, "PNG", dpi=(self._dpi, self._dpi))
        _write(file.with_suffix(f".{self._ending}"), job.raw)
        _write(file, picture.getvalue())
        line = {
            "file": file.name,
            "bytes": len(job.raw),
            "sha256": hashlib.sha256(job.raw).hexdigest(),
            "width": job.picture.width,
            "height": job.picture.height,
            "codes": codes_on(file),
        }
        self._append("printer.jsonl", json.dumps(line, ensure_ascii=False))

    def _append(self, name: str, line: str) -> None:
        with (self.folder / name).open("a", encoding="utf-8") as file:
            file.write(line + "\n")


def codes_on(picture: Path) -> list[dict[str, str]]:
    """What ZBar reads on a picture: ``type`` (CODE128, QRCODE) and ``text``, sorted."""
    from pyzbar.pyzbar import ZBarSymbol, decode

    with Image.open(picture) as opened:
        found = decode(opened.convert("L"), symbols=[ZBarSymbol.CODE128, ZBarSymbol.QRCODE])
    codes = [{"type": code.type, "text": code.data.decode("utf-8", "replace")} for code in found]
    return sorted(codes, key=lambda code: (code["type"], code["text"]))


def _write(file: Path, data: bytes) -> None:
    """The whole file or none of it."""
    partly = file.with_name(f"{file.name}.tmp")
    partly.write_bytes(data)
    partly.replace(file)
