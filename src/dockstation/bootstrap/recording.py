"""What the station tells of itself to those who mend it."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path

from dockstation.diagnosis.recorder import Recorder
from dockstation.diagnosis.redaction import masked
from dockstation.settings import StationSettings
from dockstation.settings.tables import ScaleTable


def without_devices(settings: StationSettings) -> StationSettings:
    """The same with nothing attached: what a safe start leaves out."""
    return replace(
        settings,
        camera=replace(settings.camera, source="", photo_folder=""),
        pictures=replace(settings.pictures, folder=""),
        scale=ScaleTable(),
        scanners=(),
    )


def open_recorder(data: Path, settings: StationSettings) -> Recorder:
    """Log and reports of the station as station.toml says, not begun yet."""
    table = settings.log
    return Recorder(data, table.level, table.keep, lambda: dict(masked(asdict(settings))))
