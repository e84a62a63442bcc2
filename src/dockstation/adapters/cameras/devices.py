"""The cameras of this machine, by number, by path, or by a name that outlives a replug."""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass
from pathlib import Path

from dockstation.domain.errors import DockstationError

DEV = Path("/dev")
_INDEX = re.compile(r"-video-index(\d+)$")


@dataclass(frozen=True, slots=True)
class AttachedCamera:
    """A camera that is plugged in. ``name`` may stand in config as the source; ``node`` is where it is now."""

    name: str
    node: Path


def attached_cameras(dev: Path = DEV) -> tuple[AttachedCamera, ...]:
    """Every camera by its stable name; those without one (two alike, built in) by their path."""
    named = _named(dev)
    known = {node for entry in _entries(dev) if (node := _device(entry))}
    others = (
        path for path in sorted(dev.glob("video*"), key=_number) if (node := _device(path)) and node not in known
    )
    return *named, *(AttachedCamera(str(path), path) for path in others)


def find_device(source: str, dev: Path = DEV) -> Path | None:
    """The device node that ``source`` means now, None when it is not plugged in.

    A number, the path of a character device, or a part of a name below ``dev/v4l/by-id`` (either case);
    raises ``camera.ambiguous`` when the name is part of several.
    """
    if source.isdecimal():
        return _device(dev / f"video{source}")
    if "/" in source or not source.strip():
        return _device(Path(source)) if source else None
    found = [camera for camera in _named(dev) if source.lower() in camera.name.lower()]
    exact = [camera for camera in found if source.lower() == camera.name.lower()] or found
    if len(exact) > 1:
        raise DockstationError("camera.ambiguous", source=source, names=", ".join(each.name for each in exact))
    return exact[0].node if exact else None


def _named(dev: Path) -> tuple[AttachedCamera, ...]:
    """One for each camera: it has a node for pictures and often more, of a higher index, for figures about them."""
    first: dict[str, Path] = {}
    for entry in sorted(_entries(dev), key=_index):
        if node := _device(entry):
            first.setdefault(_INDEX.sub("", entry.name), node)
    return tuple(AttachedCamera(name, first[name]) for name in sorted(first))


def _entries(dev: Path) -> list[Path]:
    try:
        return list((dev / "v4l" / "by-id").iterdir())
    except OSError:  # udev makes the folder with the first camera
        return []


def _device(path: Path) -> Path | None:
    """``path`` with its links followed, None unless a character device is there."""
    try:
        node = path.resolve()
        return node if stat.S_ISCHR(node.stat().st_mode) else None
    except (OSError, ValueError, RuntimeError):  # gone meanwhile, a NUL in the name, links in a ring
        return None


def _index(path: Path) -> int:
    found = _INDEX.search(path.name)
    return int(found[1]) if found else 0


def _number(path: Path) -> tuple[int, str]:
    digits = path.name.removeprefix("video")
    return (int(digits) if digits.isdecimal() else 0, path.name)
