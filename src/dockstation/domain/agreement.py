"""How far two inspectors of the same unit agree, and how far beyond chance (Cohen's kappa)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dockstation.domain.opinion import VERDICTS, Comparison

Pairs = Sequence[tuple[str, str]]
"""What the first and the second said, one for each unit."""
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Agreement:
    """``agreed`` of ``count`` answers are alike; ``kappa`` is None where chance alone would make all alike."""

    count: int
    agreed: int
    kappa: float | None

    @property
    def rate(self) -> float:
        """From 0 to 1."""
        return self.agreed / self.count if self.count else 0.0


@dataclass(frozen=True, slots=True)
class AgreementReport:
    """By question (grade and disposition among them), and by badge of who took part."""

    units: int
    questions: Mapping[str, Agreement] = field(default_factory=dict)
    inspectors: Mapping[str, Agreement] = field(default_factory=dict)


def kappa(agreed: float, expected: float, count: int) -> float | None:
    """Cohen's kappa (Cohen 1960): agreement beyond chance, of what chance leaves open."""
    return None if count - expected < ROUNDING else (agreed - expected) / (count - expected)


def report(comparisons: Iterable[Comparison]) -> AgreementReport:
    """The figures of these second opinions."""
    known = tuple(comparisons)
    pairs: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for each in known:
        for name, pair in _pairs(each):
            pairs[name].append(pair)
    chance = {name: _chance(found) for name, found in pairs.items()}
    people = sorted({side.by for each in known for side in (each.first, each.second)})
    return AgreementReport(
        len(known),
        {name: _agreement(found, chance[name] * len(found)) for name, found in sorted(pairs.items())},
        {badge: _of_person(badge, known, chance) for badge in people},
    )


def _pairs(each: Comparison) -> list[tuple[str, tuple[str, str]]]:
    asked = [(name, (each.first.answers[name], each.second.answers[name])) for name in each.asked_of_both()]
    return asked + [(name, (getattr(each.first, name), getattr(each.second, name))) for name in VERDICTS]


def _chance(pairs: Pairs) -> float:
    """How often they would agree if each gave the same shares of answers at random."""
    first, second = (Counter(side) for side in zip(*pairs, strict=True))
    return sum(first[answer] * second[answer] for answer in first) / len(pairs) ** 2


def _agreement(pairs: Pairs, expected: float) -> Agreement:
    agreed = sum(one == other for one, other in pairs)
    return Agreement(len(pairs), agreed, kappa(agreed, expected, len(pairs)))


def _of_person(badge: str, known: Sequence[Comparison], chance: Mapping[str, float]) -> Agreement:
    """All their answers together, each against the chance of its own question."""
    mine = [pair for each in known if badge in (each.first.by, each.second.by) for pair in _pairs(each)]
    return _agreement([pair for _name, pair in mine], sum(chance[name] for name, _pair in mine))
