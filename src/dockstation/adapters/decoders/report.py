"""A reading of a picture file as JSON, one object a file."""

from __future__ import annotations

from typing import Any

from dockstation.adapters.decoders.files import FileReading
from dockstation.application.ports.decoder import DecodedCode
from dockstation.domain import scan
from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import ScanRules


def to_json(reading: FileReading, rules: ScanRules | None = None) -> dict[str, Any]:
    """``{"file", "codes": [{"text", "symbology", "kind", "parts", "confidence", "engine", "corners"}], "ms"}``.

    ``parts`` are keyed as docs/decisions/meaning-of-codes.md says.
    """
    return {"file": str(reading.file), "codes": [_code(code, rules) for code in reading.codes], "ms": reading.ms}


def _code(code: DecodedCode, rules: ScanRules | None) -> dict[str, Any]:
    kind, parts = _meaning(code, rules)
    if code.add_on:
        parts["add_on"] = code.add_on
    return {
        "text": code.text,
        "symbology": code.symbology,
        "kind": kind,
        "parts": parts,
        "confidence": code.confidence,
        "engine": code.engine,
        "corners": [list(corner) for corner in code.corners],
    }


def _meaning(code: DecodedCode, rules: ScanRules | None) -> tuple[str, dict[str, str]]:
    try:
        meant = scan.parse(code.text, rules, code.symbology)
    except DockstationError:  # empty, or longer than anything this station looks up
        return scan.ScanKind.UNKNOWN.value, {}
    return meant.kind.value, dict(meant.parts)
