"""Pictures of the goods in the present parcel, as they come; nothing ever waits for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from dockstation.application.ports.central import CentralFailed, FailureClass
from dockstation.ui.main_window.desk import Desk, foreseen

MOST = 100
"""A parcel with more kinds of goods shows the rest by pictograms."""


class Thumbnails(QObject):
    """From the station's own shelf, else from the server, one at a time so that the sync gets its turn."""

    came = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._images: dict[str, QImage] = {}
        self._wanted: list[str] = []
        self._asked: set[str] = set()
        self._broken: set[str] = set()
        self._missing: list[str] = []
        self._fetching = False

    @property
    def images(self) -> Mapping[str, QImage]:
        """What has come of what was wanted last, by its name."""
        return self._images

    def want(self, names: Iterable[str]) -> None:
        """These are looked at now; the others are let go."""
        use = self._desk.use_cases
        self._wanted = list(dict.fromkeys(filter(None, names)))[:MOST]
        self._images = {name: self._images[name] for name in self._wanted if name in self._images}
        if use is None:
            return
        for name in self._wanted:
            if name not in self._images and name not in self._asked | self._broken:
                self._asked.add(name)
                self._run("pictures", use.goods_pictures.kept, name, self._looked)

    def _run(
        self,
        lane: str,
        load: Callable[[str], bytes | None],
        name: str,
        done: Callable[[str, QImage | None], None],
    ) -> None:
        self._desk.background.run(
            lane, lambda: _image(load(name)), partial(done, name), partial(self._failed, name, lane)
        )

    def _looked(self, name: str, image: QImage | None) -> None:
        if image is None:
            self._missing.append(name)
            self._fetch()
        else:
            self._show(name, image)

    def _fetch(self) -> None:
        use = self._desk.use_cases
        if use is not None and self._missing and not self._fetching:
            self._fetching = True
            self._run("network", use.goods_pictures.fetch, self._missing.pop(0), self._fetched)

    def _fetched(self, name: str, image: QImage | None) -> None:
        self._fetching = False
        if image is None:
            self._give_up(name)
        else:
            self._show(name, image)
            self._fetch()

    def _show(self, name: str, image: QImage) -> None:
        self._asked.discard(name)
        if name in self._wanted:
            self._images[name] = image
            self.came.emit()

    def _failed(self, name: str, lane: str, error: BaseException) -> None:
        if lane == "network":
            self._fetching = False
        if isinstance(error, CentralFailed) and error.failure is not FailureClass.PERMANENT:
            self._give_up(name)
            return
        self._asked.discard(name)
        if not isinstance(error, CentralFailed):
            foreseen(error)  # into the log, if nobody did
            self._broken.add(name)
        self._fetch()

    def _give_up(self, name: str) -> None:
        """The server is away: ask for none of them until a page wants them again."""
        self._asked.difference_update((name, *self._missing))
        self._missing.clear()


def _image(data: bytes | None) -> QImage | None:
    image = QImage.fromData(data) if data else QImage()
    return None if image.isNull() else image
