"""What the store keeps beside inspections: second opinions, containers, and attempts at a PIN."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from dockstation.domain.container import Container
from dockstation.domain.opinion import Comparison, SecondOpinion


class SecondOpinions(Protocol):
    """Which units another person has to inspect, and what came of it."""

    def find(self, lpn: str) -> SecondOpinion | None: ...
    def put(self, opinion: SecondOpinion) -> None: ...
    def seen_by(self, lpn: str) -> frozenset[str]:
        """Badges of whoever inspected the unit in any part, or has had it since: see ``SIGHTS``."""
        ...

    def given_since(self, at: str) -> tuple[Comparison, ...]:
        """Every comparison made since then (RFC 3339), the first made first."""
        ...

    def differing(self) -> tuple[SecondOpinion, ...]:
        """Those that a supervisor has to look at."""
        ...


class Containers(Protocol):
    """Bins and cages by their code."""

    def get(self, code: str) -> Container:
        """The container; an empty one where nothing is known of it."""
        ...

    def put(self, container: Container) -> None: ...


@dataclass(frozen=True, slots=True)
class Attempts:
    """Wrong PINs of one badge in a row; ``last_at`` is RFC 3339, "" for none."""

    badge: str
    failed: int = 0
    last_at: str = ""


class PinAttempts(Protocol):
    """Survives a restart: who turns the station off and on waits all the same."""

    def get(self, badge: str) -> Attempts: ...
    def put(self, attempts: Attempts) -> None: ...
