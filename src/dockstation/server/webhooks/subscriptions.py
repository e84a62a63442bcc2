"""Other systems subscribe; the administrator sees what came of telling them."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta
from typing import Annotated

import uuid_utils
from fastapi import APIRouter, Depends, Path, Query

from dockstation.server.access import require_admin
from dockstation.server.context import Context, Here
from dockstation.server.moment import now, rfc3339
from dockstation.server.problems import Problem, documented
from dockstation.server.store.database import Transaction
from dockstation.server.store.deliveries import Delivery
from dockstation.server.store.outbox import GIVEN_UP, Notice, new_message, row
from dockstation.server.store.webhooks import Webhook
from dockstation.server.webhooks.addresses import Refused, target
from dockstation.server.webhooks.signing import new_secret
from dockstation.wire.webhooks import (
    DeliveriesMessage,
    DeliveryMessage,
    DeliveryState,
    NewWebhookMessage,
    SubscribeMessage,
    WebhookMessage,
    WebhookSecretMessage,
    WebhooksMessage,
)

MOST = 20
PAGE = 500
BOTH_SIGN = timedelta(hours=24)
TEST = "webhook.test"
TITLES = {
    "url": "A webhook's URL is http:// or https:// with a host, without a name and password and without #",
    "unresolved": "The host of the URL is not known",
    "private": "The URL leads into this network; server.toml's webhooks_to_private allows that",
}

Id = Annotated[str, Path(min_length=1, max_length=64)]
Number = Annotated[int, Path(ge=1, lt=2**53)]
After = Annotated[int, Query(ge=0, lt=2**53)]
Limit = Annotated[int, Query(ge=1, le=PAGE)]


def routes() -> APIRouter:
    """The routes of this module."""
    router, path = APIRouter(dependencies=[Depends(require_admin)]), "/v1/webhooks/{webhook}"
    told = documented(409, 422)
    router.add_api_route("/v1/webhooks", subscribe, methods=["POST"], status_code=201, responses=told)
    router.add_api_route("/v1/webhooks", listed, methods=["GET"])
    router.add_api_route(path, read, methods=["GET"], responses=documented(404))
    router.add_api_route(path, change, methods=["PUT"], responses=documented(404, 409, 422))
    router.add_api_route(path, remove, methods=["DELETE"], status_code=204, responses=documented(404))
    router.add_api_route(f"{path}/secret", renew, methods=["POST"], responses=documented(404))
    router.add_api_route(f"{path}/test", test, methods=["POST"], status_code=202, responses=documented(404))
    router.add_api_route(f"{path}/deliveries", deliveries, methods=["GET"], responses=documented(404))
    again = f"{path}/deliveries/{{number}}/retry"
    router.add_api_route(again, retry, methods=["POST"], status_code=202, responses=documented(404, 409))
    return router


def subscribe(asked: SubscribeMessage, here: Here) -> NewWebhookMessage:
    """Tell that URL of these kinds from now on; the answer alone shows the secret."""
    _require_allowed(here, asked.url)
    name, kinds = f"wh_{uuid_utils.uuid7().hex}", tuple(dict.fromkeys(asked.kinds))
    made = Webhook(name, asked.url, kinds, asked.enabled, new_secret(), rfc3339(now()))
    with here.database.writing() as work:
        work.webhooks.hold()
        known = work.webhooks.all()
        _require_new(known, asked.url, "")
        if len(known) >= MOST:
            raise Problem(409, "webhooks_many", "There are too many webhooks", most=MOST)
        work.webhooks.add(made)
        return NewWebhookMessage(secret=made.secret, **_message(work, made).model_dump())


def listed(here: Here) -> WebhooksMessage:
    """Every subscription."""
    with here.database.reading() as work:
        return WebhooksMessage(items=tuple(_message(work, each) for each in work.webhooks.all()))


def read(webhook: Id, here: Here) -> WebhookMessage:
    """One subscription, with how much waits."""
    with here.database.reading() as work:
        return _message(work, _webhook(work, webhook))


def change(webhook: Id, asked: SubscribeMessage, here: Here) -> WebhookMessage:
    """Another URL or other kinds; what waits goes to the new URL. While it is not enabled nothing new is noted."""
    _require_allowed(here, asked.url)
    with here.database.writing() as work:
        work.webhooks.hold()
        _webhook(work, webhook)
        _require_new(work.webhooks.all(), asked.url, webhook)
        told = {"url": asked.url, "kinds": tuple(dict.fromkeys(asked.kinds)), "enabled": asked.enabled}
        work.webhooks.change(webhook, **told, failures=0, rests_until="")
        return _message(work, _webhook(work, webhook))


def remove(webhook: Id, here: Here) -> None:
    """End a subscription, with all that waits for it."""
    with here.database.writing() as work:
        work.webhooks.hold()
        _webhook(work, webhook)
        work.webhooks.remove(webhook)


def renew(webhook: Id, here: Here) -> WebhookSecretMessage:
    """Another secret; for a day the old one signs as well."""
    secret, until = new_secret(), rfc3339(now() + BOTH_SIGN)
    with here.database.writing() as work:
        work.webhooks.hold()
        old = _webhook(work, webhook).secret
        work.webhooks.change(webhook, secret=secret, old_secret=old, old_until=until)
    return WebhookSecretMessage(secret=secret, old_until=until)


def test(webhook: Id, here: Here) -> None:
    """Send a message of kind webhook.test."""
    with here.database.writing() as work:
        work.webhooks.hold()
        _webhook(work, webhook)
        notice = Notice(TEST, f"webhook:{webhook}", rfc3339(now()), {})
        work.outbox.add([row(webhook, notice, new_message())])


def deliveries(
    webhook: Id,
    here: Here,
    state: Annotated[DeliveryState | None, Query()] = None,
    after: After = 0,
    limit: Limit = PAGE,
) -> DeliveriesMessage:
    """What it is or was to be told, the oldest first."""
    with here.database.reading() as work:
        _webhook(work, webhook)
        found = work.deliveries.listed(webhook, state or "", after, limit + 1)
    return DeliveriesMessage(items=tuple(map(_delivery, found[:limit])), more=len(found) > limit)


def retry(webhook: Id, number: Number, here: Here) -> None:
    """Send a message that was given up once more, under the same webhook-id."""
    with here.database.writing() as work:
        work.webhooks.hold()
        _webhook(work, webhook)
        found = work.deliveries.get(webhook, number)
        if found is None:
            raise Problem(404, "delivery", "There is no such delivery")
        if found.state != GIVEN_UP:
            raise Problem(409, "not_given_up", "Only what was given up is sent again by hand", state=found.state)
        work.deliveries.again(number, rfc3339(now()))
        work.webhooks.change(webhook, rests_until="")


def _webhook(work: Transaction, webhook: str) -> Webhook:
    found = work.webhooks.get(webhook)
    if found is None:
        raise Problem(404, "webhook", "There is no such webhook")
    return found


def _require_allowed(here: Context, url: str) -> None:
    try:
        target(url, private=here.webhooks_to_private)
    except Refused as error:
        raise Problem(422, f"webhook_{error}", TITLES[str(error)]) from None


def _require_new(known: tuple[Webhook, ...], url: str, but: str) -> None:
    taken = next((each.webhook for each in known if each.url == url and each.webhook != but), None)
    if taken is not None:
        raise Problem(409, "webhook_exists", "There is a webhook with this URL", id=taken)


def _message(work: Transaction, webhook: Webhook) -> WebhookMessage:
    waits = work.deliveries.backlog(webhook.webhook)
    told = {name: getattr(webhook, name) for name in ("url", "kinds", "enabled", "made_at", "failures")}
    return WebhookMessage(id=webhook.webhook, waiting=waits.waiting, given_up=waits.given_up, **told)


def _delivery(delivery: Delivery) -> DeliveryMessage:
    return DeliveryMessage.model_validate(asdict(delivery))
