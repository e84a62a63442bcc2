"""An RMA's states and the moves between them: one table, asked by everything that changes an RMA."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dockstation.server.problems import Problem
from dockstation.server.store.rmas import REQUESTED

APPROVED, REFUSED, CANCELLED, REFUNDED = "approved", "refused", "cancelled", "refunded"


@dataclass(frozen=True, slots=True)
class Move:
    """From which states to which, and whether somebody must say why."""

    sources: tuple[str, ...]
    target: str
    wants_reason: bool = False


MOVES: Mapping[str, Move] = {
    "approve": Move((REQUESTED,), APPROVED),
    "refuse": Move((REQUESTED,), REFUSED, wants_reason=True),
    "cancel": Move((REQUESTED, APPROVED), CANCELLED, wants_reason=True),
    "refund": Move((APPROVED,), REFUNDED),
    "reopen": Move((REFUSED, CANCELLED), APPROVED, wants_reason=True),
}
CHANGEABLE = (REQUESTED, APPROVED)
"""The states in which goods, times and numbers may change."""
TOLD = {REQUESTED: APPROVED, APPROVED: APPROVED, REFUSED: CANCELLED, CANCELLED: CANCELLED, REFUNDED: REFUNDED}
"""What stations are told: the parcel of a refused RMA, sent all the same, is put aside as that of a cancelled one."""


def open_moves(state: str) -> tuple[str, ...]:
    """The moves that are open from a state."""
    return tuple(name for name, move in MOVES.items() if state in move.sources)


def moved(state: str, name: str, reason: str) -> str:
    """The state after that move; 409 ``move`` where it is not open, 422 ``reason`` where nobody says why."""
    move = MOVES[name]
    if state not in move.sources:
        told = {"state": state, "move": name, "moves": list(open_moves(state))}
        raise Problem(409, "move", f"An RMA that is {state} cannot take the move {name}", **told)
    if move.wants_reason and not reason.strip():
        raise Problem(422, "reason", f"The move {name} wants a reason")
    return move.target


def require_changeable(state: str) -> None:
    """409 ``closed`` unless an RMA in this state may change."""
    if state not in CHANGEABLE:
        told = {"state": state, "moves": list(open_moves(state))}
        raise Problem(409, "closed", f"An RMA that is {state} can no longer be changed", **told)
