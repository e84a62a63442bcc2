"""What sees: the camera with its decoder, picture files as photos, and the folders that pictures arrive in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dockstation.adapters.cameras.opencv import OpenCvCamera
    from dockstation.adapters.pictures.folder import WatchedFolder
    from dockstation.adapters.pictures.shots import ShotFolder
    from dockstation.bootstrap import Place
    from dockstation.domain.shot import Shot
    from dockstation.ui.main_window.use_cases import Eyes


def open_camera(place: Place) -> OpenCvCamera:
    """The camera of station.toml, not opened yet."""
    from dockstation.adapters.cameras.opencv import OpenCvCamera

    camera = place.settings().camera
    return OpenCvCamera(
        camera.source,
        camera.seconds_per_picture,
        exposure=camera.exposure,
        focus=camera.focus,
        still=(camera.still_width, camera.still_height),
    )


def open_eyes(place: Place) -> Eyes:
    """The camera with both engines for live frames."""
    from functools import partial

    from dockstation.adapters.cameras.develop import develop
    from dockstation.adapters.cameras.still import full_or_live, still_or_live
    from dockstation.adapters.decoders.agreement import AgreementFilter
    from dockstation.adapters.decoders.stack import LiveDecoder
    from dockstation.adapters.decoders.zbar import ZbarDecoder
    from dockstation.adapters.decoders.zxing import ZxingDecoder
    from dockstation.adapters.eyes import CameraEyes

    decoder = LiveDecoder(ZxingDecoder(thorough=False), ZbarDecoder())
    table, camera = place.settings().camera, open_camera(place)
    photo = partial(develop, quality=table.jpeg_quality, long_side=table.photo_long_side)
    if table.still_url:
        photo = partial(still_or_live, url=table.still_url, **photo.keywords)
    elif table.still_width:
        photo = partial(full_or_live, take=camera.still, **photo.keywords)
    return CameraEyes(camera, decoder, AgreementFilter().agreed, photo)


def open_picture_file(place: Place, path: Path) -> Shot:
    """A photo from a file."""
    from dockstation.adapters.cameras.picture_file import photo_of_file

    camera = place.settings().camera
    return photo_of_file(path, camera.jpeg_quality, camera.photo_long_side)


def open_inbox(folder: str) -> WatchedFolder:
    """The folder that phones upload to."""
    from dockstation.adapters.pictures.folder import WatchedFolder

    return WatchedFolder(Path(folder).expanduser())


def open_shots(folder: str) -> ShotFolder:
    """The folder that another camera's program puts its pictures into."""
    from dockstation.adapters.pictures.shots import ShotFolder

    return ShotFolder(Path(folder).expanduser())
