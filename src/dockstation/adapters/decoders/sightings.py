"""What several looks at one picture saw, each code once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import prod

from dockstation.adapters.decoders.symbologies import identity, is_weak
from dockstation.application.ports.decoder import DecodedCode


class Sightings:
    """Codes gathered from several engines and preparations. A weak one counts once two looks agree on it."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str], list[DecodedCode]] = {}

    def add(self, codes: Iterable[DecodedCode], factor: float = 1) -> None:
        """Take what one look found in the picture scaled by ``factor``."""
        for key, code in {identity(code): code for code in codes}.items():
            self._seen.setdefault(key, []).append(_unscaled(code, factor))

    def doubtful(self) -> bool:
        """Whether something was seen that still needs a witness."""
        return len(self.certain()) < len(self._seen)

    def certain(self) -> tuple[DecodedCode, ...]:
        """The codes that count, as they were seen first, the more trusted the more looks agreed."""
        return tuple(
            replace(looks[0], confidence=round(1 - prod(1 - look.confidence for look in looks), 4))
            for looks in self._seen.values()
            if len(looks) > 1 or not is_weak(looks[0])
        )


def _unscaled(code: DecodedCode, factor: float) -> DecodedCode:
    if factor == 1:
        return code
    first, second, third, fourth = ((round(x / factor), round(y / factor)) for x, y in code.corners)
    return replace(code, corners=(first, second, third, fourth))
