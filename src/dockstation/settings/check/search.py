"""A seeded search through checklists and rules: what is asked, which rules decide, and where nothing does."""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dockstation.domain.checklist import Checklist, Walk
from dockstation.domain.discrepancy import DiscrepancyKind
from dockstation.domain.errors import DockstationError
from dockstation.domain.grading import decide, holds
from dockstation.domain.parcel import Condition
from dockstation.domain.policy import RuleBook
from dockstation.domain.rma import Accessory, ReturnType, RmaLine, RmaStatus, Wanted
from dockstation.domain.text import Text
from dockstation.settings.check.candidates import SERIAL, Candidate, candidates
from dockstation.settings.check.scopes import LINE_FLAGS, RMA_FLAGS

SEED = 20260302
RANDOM_WALKS = 150
DIRECTED_WALKS = 40
FOLLOWED = 0.7
"""How often a directed walk gives the answer that its rule names."""
PIECES = (Accessory("A", 1, 5000), Accessory("B", 2, 1000))
ANYTHING = "anything"
"""A category that no file names."""
VALUES = (0, 5000, 50_000, 1_000_000)


@dataclass(slots=True)
class Reached:
    """What the walks came by; gaps and failures with the first example, by rule book and table or rule."""

    asked: set[tuple[str, str]] = field(default_factory=set)
    decided: set[tuple[str, str, str]] = field(default_factory=set)
    gaps: dict[tuple[str, str], Mapping[str, Any]] = field(default_factory=dict)
    failed: dict[tuple[str, str], tuple[str, Mapping[str, Any]]] = field(default_factory=dict)


class Search:
    """Walks through one checklist, decided by one rule book, for goods of ``category``, "" for any."""

    def __init__(self, checklist: Checklist, book: RuleBook, category: str, numbers: Collection[float]) -> None:
        self._checklist = checklist
        self._book = book
        self._category = category
        self._values = sorted({max(int(each), checklist.least_value) for each in (*VALUES, *numbers)})
        self._random = random.Random(SEED)  # noqa: S311 - the same walks every time, nothing secret
        self._answers = {each.id: candidates(each, PIECES, numbers) for each in checklist.questions}

    def run(self, reached: Reached) -> None:
        """Every answer of every question once, then at random."""
        usual = {name: each[0].text for name, each in self._answers.items() if each}
        for name, each in self._answers.items():
            for answer in each:
                self._try({**usual, name: answer.text}, self._goods(()), reached)
        for _ in range(RANDOM_WALKS):
            self._try(self._drawn(()), self._goods(()), reached)

    def aim(self, words: Collection[str], reached: Reached) -> None:
        """At random, towards answers and circumstances that a condition with these words may be about."""
        for _ in range(DIRECTED_WALKS):
            self._try(self._drawn(words), self._goods(words), reached)

    def _try(self, answers: Mapping[str, str], given: Mapping[str, Any], reached: Reached) -> None:
        line: RmaLine = given["goods"]
        around = {name: value for name, value in given.items() if name != "goods"}
        walk = Walk(self._checklist, line, around, holds, around["unit"]["serial"])
        example: dict[str, Any] = {"answers": dict(answers), **around}
        try:
            values = walk.values(answers)
            example["answers"] = {name: answers[name] for name in values["asked"] if name in answers}
            reached.asked |= {(self._checklist.id, name) for name in values["asked"]}
            decision = decide(self._book, {**around, **values}, line.unit_value)
        except DockstationError as error:
            self._keep(error, example, reached)
        else:
            reached.decided |= {(self._book.id, each.table, each.rule_id) for each in decision.reasons()}

    def _keep(self, error: DockstationError, example: Mapping[str, Any], reached: Reached) -> None:
        if error.code == "rules.gap":
            reached.gaps.setdefault((self._book.id, str(error.facts["table"])), example)
        else:
            key = (self._book.id, str(error.facts.get("rule", "")))
            reached.failed.setdefault(key, (str(error.facts.get("why", error)), example))

    def _drawn(self, words: Collection[str]) -> dict[str, str]:
        return {name: self._one(each, words).text for name, each in self._answers.items() if each}

    def _one(self, known: Sequence[Candidate], words: Collection[str]) -> Candidate:
        meant = [each for each in known if each.words & set(words)]
        return self._random.choice(meant if meant and self._random.random() < FOLLOWED else known)

    def _goods(self, words: Collection[str]) -> dict[str, Any]:
        """A line with what conditions see around the answers."""
        draw, pick = self._random, self._pick
        value, flags = draw.choice(self._values), self._some(LINE_FLAGS, words)
        pieces = draw.choice(((), PIECES))
        sku = draw.choice(self._checklist.skus or ("SKU-1",))
        category = self._category or str(draw.choice([*sorted(words), ANYTHING]))
        line = RmaLine("1", sku, "", Text(), category, 2, value, 500, (SERIAL,), pieces)
        returns = draw.choice((0, 0, 1, 3))
        return {
            "goods": line,
            "discrepancies": sorted(self._some([*DiscrepancyKind], words)),
            "rma": {
                "return_type": pick(self._checklist.return_types or [*ReturnType], words),
                "wanted": pick([*Wanted], words),
                "status": pick([*RmaStatus], words),
                "currency": "CNY",
                "flags": self._some(RMA_FLAGS, words),
                "in_window": draw.random() < FOLLOWED,
            },
            "line": {
                "sku": sku, "category": category, "unit_value": value, "weight_g": 500, "quantity": 2,
                "flags": flags,
            },
            "unit": {"serial": draw.choice(("", SERIAL)), "expected": draw.random() < FOLLOWED},
            "parcel": {"condition": pick(["", *Condition], words)},
            "history": {"serial_before": returns > 0, "returns": returns},
        }  # fmt: skip

    def _pick(self, known: Sequence[str], words: Collection[str]) -> str:
        meant = [each for each in known if each in words]
        return str(self._random.choice(meant if meant and self._random.random() < FOLLOWED else known))

    def _some(self, known: Sequence[str], words: Collection[str]) -> list[str]:
        """Mostly none, sometimes one, or what is meant."""
        meant = [each for each in known if each in words]
        if meant and self._random.random() < FOLLOWED:
            return [str(self._random.choice(meant))]
        return [str(self._random.choice(known))] if self._random.random() < 1 - FOLLOWED else []
