"""What a test can find out about a scanner, and what is said and done about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dockstation.domain.scan import shown
from dockstation.domain.text import Text

MAKES = ("zebra", "honeywell", "datalogic", "newland", "other")
"""The makers whose settings are known by name; ``other`` says it in general words."""
OTHER = MAKES[-1]


class Tone(StrEnum):
    """How much a finding matters."""

    GOOD = "good"
    LEARNED = "learned"
    """Not as usual; the station has learned it and goes on well."""
    MEND = "mend"


class FindingKind(StrEnum):
    """Everything that may be found; the key of its sentences in the book of fixes."""

    LAYOUT_RIGHT = "layout.right"
    LAYOUT_OVERCOME = "layout.overcome"
    """The scanner types as a US keyboard, the system's layout is ``system``; the keys are read by position."""
    LAYOUT_OF_SYSTEM = "layout.of_system"
    """The scanner is set to the very layout of the system; the text is taken as the system has it."""
    LAYOUT_FOREIGN = "layout.foreign"
    """The scanner is set to ``scanner``, which the system has not."""
    LAYOUT_UNTESTED = "layout.untested"
    CHARACTERS_WRONG = "characters.wrong"
    """``wanted`` was in the code, ``came`` arrived."""
    CASE_CHANGED = "case.changed"
    CAPS_LOCK = "caps_lock.on"
    SEPARATOR_ARRIVES = "separator.arrives"
    SEPARATOR_REPLACED = "separator.replaced"
    """``separator`` is sent for GS."""
    SEPARATOR_UNUSABLE = "separator.unusable"
    """``separator`` is sent for GS, which occurs in data as well."""
    SEPARATOR_LOST = "separator.lost"
    """In the codes ``codes``."""
    SEPARATOR_UNTESTED = "separator.untested"
    END_ENTER = "end.enter"
    END_TAB = "end.tab"
    END_SUFFIX = "end.suffix"
    END_NONE = "end.none"
    PREFIX = "prefix.learned"
    PREFIX_VARIES = "prefix.varies"
    PREFIX_BEHIND = "prefix.behind"
    """The prefix follows the AIM identifier, where it cannot be told from data."""
    SUFFIX = "suffix.learned"
    IDENTIFIER_SENT = "identifier.sent"
    IDENTIFIER_NONE = "identifier.none"
    CHECK_DIGIT = "check_digit.missing"
    """In the codes ``codes``."""
    ALL_READ = "symbologies.read"
    OFF = "symbologies.off"
    """``codes`` do not read."""
    UNTESTED = "symbologies.untested"


GOOD = frozenset(
    {
        FindingKind.LAYOUT_RIGHT, FindingKind.SEPARATOR_ARRIVES, FindingKind.END_ENTER, FindingKind.END_TAB,
        FindingKind.IDENTIFIER_SENT, FindingKind.ALL_READ,
    }
)  # fmt: skip
LEARNED = frozenset(
    {
        FindingKind.LAYOUT_OVERCOME, FindingKind.LAYOUT_OF_SYSTEM, FindingKind.LAYOUT_UNTESTED,
        FindingKind.SEPARATOR_REPLACED, FindingKind.SEPARATOR_UNTESTED, FindingKind.END_SUFFIX, FindingKind.PREFIX,
        FindingKind.SUFFIX, FindingKind.IDENTIFIER_NONE, FindingKind.UNTESTED,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found out; ``facts`` fill the places of its sentence."""

    kind: FindingKind
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def tone(self) -> Tone:
        """How much it matters."""
        return Tone.GOOD if self.kind in GOOD else Tone.LEARNED if self.kind in LEARNED else Tone.MEND


@dataclass(frozen=True, slots=True)
class Advice:
    """What a finding says, and by maker what to do about it."""

    says: Text
    fixes: Mapping[str, Text]


class _Facts(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "…"


@dataclass(frozen=True, slots=True)
class FixBook:
    """The sentences for every kind of finding."""

    advice: Mapping[FindingKind, Advice]

    def says(self, finding: Finding, language: str) -> str:
        """What was found, in words; the bare code where the book has none."""
        known = self.advice.get(finding.kind)
        return _filled(known.says, finding, language) if known else finding.kind.value

    def fix(self, finding: Finding, make: str, language: str) -> str:
        """What to do about it with a scanner of this make; "" when nothing need be done."""
        known = self.advice.get(finding.kind)
        text = (known.fixes.get(make) or known.fixes.get(OTHER)) if known else None
        return _filled(text, finding, language) if text else ""


def _filled(text: Text, finding: Finding, language: str) -> str:
    facts = _Facts({name: shown(value, 160) for name, value in finding.facts.items()})
    return text.in_language(language).format_map(facts)
