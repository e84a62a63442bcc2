"""A reading of a picture file as JSON, one object a file."""

from __future__ import annotations

from typing import Any

from dockstation.adapters.decoders.files import FileReading
from dockstation.application.ports.decoder import DecodedCode
from dockstation.domain import scan
from dockstation.domain.errors import DockstationError


def to_json(reading: FileReading) -> dict[str, Any]:
    """``{"file", "codes": [{"text", "symbology", "kind", "parts", "confidence", "engine", "corners"}], "ms"}``."""
    return {"file": str(reading.file), "codes": [_code(code) for code in reading.codes], "ms": reading.ms}


def _code(code: DecodedCode) -> dict[str, Any]:
    kind, parts = _meaning(code.text)
    return {
        "text": code.text,
        "symbology": code.symbology,
        "kind": kind,
        "parts": parts,
        "confidence": code.confidence,
        "engine": code.engine,
        "corners": [list(corner) for corner in code.corners],
    }


def _meaning(text: str) -> tuple[str, dict[str, str]]:
    try:
        meant = scan.parse(text)
    except DockstationError:  # empty, or longer than anything this station looks up
        return scan.ScanKind.UNKNOWN.value, {}
    return meant.kind.value, dict(meant.parts)
