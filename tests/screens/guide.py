"""The pictures of the guides: small, in both languages, from the same scenes as all others."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice
from PySide6.QtWidgets import QApplication

from dockstation.ui import theme
from tests.screens.camera import develop, listen
from tests.ui.gallery import RESOURCES, SCENES, chinese, window

PICTURES = {
    "start": "home",
    "dock": "dock-known",
    "receive": "receive-found",
    "question": "inspect-three",
    "photo": "inspect-photo",
    "decision": "decision-sent",
    "bin": "bin-asked",
    "held": "held",
    "search": "search-many",
    "history": "history-decided",
    "labels": "labels",
    "outbox": "outbox-rejected",
    "crash": "crash",
    "help": "help-home",
}
"""By the name that the guides call them, the scene; ``docs/images/NAME.LANGUAGE.png`` is the picture."""
TAGS = {"en": "en", "zh_CN": "zh-CN"}
SIZE = (1280, 800)
WIDTH_PX, COLOURS = 800, 128


def renew(folder: Path) -> None:
    """Take all of them anew, into ``folder``."""
    app = QApplication.instance() or QApplication([])
    listen()
    for language in TAGS:
        take(app, language, folder)


def take(app: QCoreApplication, language: str, folder: Path, only: str = "") -> None:
    """Those of one language, or the one that is called ``only``."""
    assert isinstance(app, QApplication)
    theme.apply(app, "light", RESOURCES)
    with chinese(app, on=language == "zh_CN"):
        for name, scene in PICTURES.items():
            if only in ("", name):
                kind, text, build = SCENES[scene]
                told = (kind, text) if not text.isalpha() else ("", "")  # words of no language stay
                shown = window((*told, build), language)
                buffer = QBuffer()
                buffer.open(QIODevice.OpenModeFlag.WriteOnly)
                develop(shown, *SIZE).save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know files alone
                _write_small(bytes(buffer.data().data()), folder / f"{name}.{TAGS[language]}.png")
                shown.close()
                shown.deleteLater()


def _write_small(png: bytes, path: Path) -> None:
    with Image.open(BytesIO(png)) as image:
        height = image.height * WIDTH_PX // image.width
        small = image.convert("RGB").resize((WIDTH_PX, height), Image.Resampling.LANCZOS)
    few = small.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(path, optimize=True)
