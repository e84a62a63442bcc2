"""Whoever writes to the server's operator says all that the operator gets."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel

from dockstation.domain.events import EVENT_KINDS
from dockstation.wire.outcomes import DeductionMessage, OutcomeMessage, PastOutcomeMessage
from dockstation.wire.reviews import RejectedMessage, ReviewMessage

PAGE = Path("docs/integration.en.md").read_text("utf-8")


@pytest.mark.parametrize(
    "message", [OutcomeMessage, PastOutcomeMessage, DeductionMessage, ReviewMessage, RejectedMessage]
)
def test_every_member_of_an_outcome_is_explained(message: type[BaseModel]) -> None:
    assert [name for name in message.model_fields if f"`{name}`" not in PAGE and f'"{name}"' not in PAGE] == []


def test_every_kind_of_event_is_named() -> None:
    assert [kind for kind in sorted(EVENT_KINDS) if f"`{kind}`" not in PAGE] == []
