"""Checks of our own for schemathesis, loaded by it."""

from __future__ import annotations

from typing import Any

import schemathesis

TAKEN_FOR_BAD = 422
FORM = ("urn:dockstation:problem:invalid",)

STRANGE = "x-schemathesis-unknown-property"


@schemathesis.serializer("application/toml")
def as_it_is(_context: Any, value: Any) -> bytes:
    """A pack is sent as text; what is no text is sent as it prints."""
    return value if isinstance(value, bytes) else str(value).encode()


@schemathesis.hook
def filter_case(_context: Any, case: Any) -> bool:
    """A header that nobody knows is no mistake: HTTP has it passed over."""
    return STRANGE not in (case.headers or {})


@schemathesis.check
def what_fits_the_description_is_not_called_formless(_context: Any, response: Any, case: Any) -> bool | None:
    """A request by the book may be refused for what it means, never for its form."""
    mode = case.meta.generation.mode if case.meta else None
    if response.status_code == TAKEN_FOR_BAD and mode is not None and mode.is_positive:
        problem = response.json() if response.content else {}
        assert problem.get("type") not in FORM, f"A request by the book was called formless: {problem}"
    return None
