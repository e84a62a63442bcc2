"""From the keys of one scan to its characters, as the scanner's profile says."""

from __future__ import annotations

from dataclasses import replace

from dockstation.domain.scan import ScanRules
from dockstation.domain.scan.plausibility import Source, judge
from dockstation.domain.scanner import KEYBOARD, Layout, ScannerProfile
from dockstation.ui.wedge.burst import Keystrokes

_ENDS = "\r\n\t"


class Interpreter:
    """Remembers by which of its two readings a scan made sense lately, for those that tell nothing themselves."""

    def __init__(self, rules: ScanRules | None) -> None:
        self._rules = rules
        self._lately: Source | None = None
        self._given = self._profile = ScannerProfile(KEYBOARD)

    @property
    def profile(self) -> ScannerProfile:
        """As it was given."""
        return self._given

    @profile.setter
    def profile(self, profile: ScannerProfile) -> None:
        self._given = profile
        self._profile = replace(profile, suffix=profile.suffix.rstrip(_ENDS))
        self._lately = None  # perhaps another scanner

    @property
    def prefix(self) -> str:
        """What begins a scan."""
        return self._profile.prefix

    @property
    def suffix(self) -> str:
        """What ends a scan besides Enter and Tab."""
        return self._profile.suffix

    def data(self, keystrokes: Keystrokes) -> str:
        """What the scanner read, without its prefix and suffix."""
        positions, texts = self._profile.data(keystrokes.positions), self._profile.data(keystrokes.texts)
        if self._profile.layout is Layout.US:
            return positions
        if self._profile.layout is Layout.SYSTEM:
            return texts
        judgement = judge(positions, texts, self._rules, self._lately)
        if judgement.certain:
            self._lately = judgement.source
        return positions if judgement.source is Source.PLACES else texts
