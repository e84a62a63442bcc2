"""A PDF as its reader sees it."""

from __future__ import annotations

import subprocess
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image


def letters(pdf: bytes) -> str:
    """Its text in the order in which it was drawn, without any space: a word broken over lines is whole."""
    command = ["pdftotext", "-raw", "-", "-"]
    return "".join(subprocess.run(command, input=pdf, check=True, capture_output=True).stdout.decode().split())


def pages_of(pdf: bytes, dpi: int = 70) -> list[Image.Image]:
    """Its pages as pictures."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", str(dpi), "-png", "-", f"{folder}/page"], input=pdf, check=True)
        return [_loaded(path.read_bytes()) for path in sorted(Path(folder).iterdir())]


def _loaded(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data)).convert("RGB")
    image.load()
    return image
