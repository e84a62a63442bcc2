"""Subscriptions of other systems to facts, and what came of telling them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from dockstation.wire import Message

Kind = Literal[
    "rma.changed",
    "outcome.arrived",
    "outcome.complete",
    "outcome.changed",
    "advice.settled",
    "review.opened",
    "parcel.held",
    "parcel.matched",
    "parcel.refused",
]
DeliveryState = Literal["waiting", "delivered", "given_up"]


class SubscribeMessage(Message):
    """``POST /v1/webhooks`` and ``PUT /v1/webhooks/ID``."""

    url: Annotated[str, Field(min_length=1, max_length=2000)]
    kinds: Annotated[tuple[Kind, ...], Field(min_length=1, max_length=50)]
    enabled: bool = True


class WebhookMessage(Message):
    """A subscription: ``waiting`` and ``given_up`` messages, and ``failures`` in a row; never its secret."""

    id: str
    url: str
    kinds: tuple[Kind, ...]
    enabled: bool
    made_at: str
    waiting: int
    given_up: int
    failures: int


class NewWebhookMessage(WebhookMessage):
    """A subscription that has just been made: its ``secret`` is shown this once."""

    secret: str


class WebhookSecretMessage(Message):
    """``POST /v1/webhooks/ID/secret``: the new secret; the old one signs as well until ``old_until``."""

    secret: str
    old_until: str


class WebhooksMessage(Message):
    """Every subscription, the oldest first."""

    items: tuple[WebhookMessage, ...]


class DeliveryMessage(Message):
    """A message for one subscription: ``message`` is its ``webhook-id``.

    ``status`` is HTTP's at the last try, 0 without an answer; ``why`` it failed: status, redirect, timeout,
    connection, tls, answer, private, unresolved, url.
    """

    number: int
    message: str
    kind: str
    aggregate: str
    state: DeliveryState
    tries: int
    status: int
    why: str
    made_at: str
    tried_at: str
    due_at: str


class DeliveriesMessage(Message):
    """``GET /v1/webhooks/ID/deliveries?state=&after=NUMBER&limit=``, in order."""

    items: tuple[DeliveryMessage, ...]
    more: bool
