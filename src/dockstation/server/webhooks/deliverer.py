"""Sends what waits. Any number of processes may do so at once on one database."""

from __future__ import annotations

import logging
import random
import secrets
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta

from dockstation import __version__
from dockstation.server.metrics import Metrics
from dockstation.server.moment import now, rfc3339
from dockstation.server.store.database import Database, Transaction
from dockstation.server.store.deliveries import Delivery
from dockstation.server.store.failures import Unavailable
from dockstation.server.store.outbox import DELIVERED, GIVEN_UP
from dockstation.server.store.webhooks import Webhook
from dockstation.server.webhooks.addresses import Refused, target
from dockstation.server.webhooks.sending import Attempt, Reply
from dockstation.server.webhooks.signing import signed

log = logging.getLogger("dockstation.server.webhooks")
GONE = 410
OVERLOADED = (408, 425, 429)
AWAY = 3
"""So many failures in a row are the receiver's; fewer may be those of one message that it does not like."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds, but for the two counts. A lease outlives an attempt, with the time to look the name up."""

    poll: float = 0.5
    attempt: float = 15
    lease: float = 60
    shortest_wait: float = 1
    longest_wait: float = 4 * 3600
    longest_rest: float = 60
    give_up: float = 3 * 24 * 3600
    keep: float = 30 * 24 * 3600
    sweep: float = 3600
    grace: float = 3
    at_once: int = 8
    for_one: int = 4


@dataclass(frozen=True, slots=True)
class Leased:
    """A delivery that this process may send until its lease ends."""

    hook: Webhook
    delivery: Delivery
    lease: str


class Deliverer:
    """One thread that looks for what is due, and some that send; ``private`` allows inner addresses."""

    def __init__(self, database: Database, metrics: Metrics, *, private: bool, pace: Pace | None = None) -> None:
        self._database = database
        self._metrics = metrics
        self._private = private
        self._pace = pace or Pace()
        self._ended, self._wake = threading.Event(), threading.Event()
        self._free = threading.Semaphore(self._pace.at_once)
        self._attempts: set[Attempt] = set()
        self._pool = ThreadPoolExecutor(self._pace.at_once, "webhook")
        self._thread = threading.Thread(target=self._run, name="webhooks", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End; what is still on its way after ``grace`` is cut off, and will be sent again."""
        self._ended.set()
        self._wake.set()
        self._thread.join()
        until = time.monotonic() + self._pace.grace
        for _ in range(self._pace.at_once):
            self._free.acquire(timeout=max(0.0, until - time.monotonic()))
        for each in list(self._attempts):
            each.cut()
        self._pool.shutdown()

    def _run(self) -> None:
        swept = 0.0
        while not self._ended.is_set():
            self._wake.clear()
            try:
                busy = self._look()
                if now().timestamp() - swept > self._pace.sweep:
                    swept = now().timestamp()
                    self._sweep()
            except Unavailable:
                busy = False  # it is told by whoever asks for something; what waits goes on waiting
            except Exception:
                busy = False
                log.exception("looking for webhooks that are due")
            if not busy:
                self._wake.wait(self._pace.poll)

    def _look(self) -> bool:
        """Send what is due now, as much of it as there are hands; whether there was any."""
        hands = sum(self._free.acquire(blocking=False) for _ in range(self._pace.at_once))
        taken: list[Leased] = []
        try:
            if hands and self._any_due():
                with self._database.writing() as work:
                    taken = list(self._leased(work, hands))
        finally:
            for _ in range(hands - len(taken)):
                self._free.release()
        for each in taken:
            self._pool.submit(self._deliver, each)
        return bool(taken)

    def _any_due(self) -> bool:
        at = rfc3339(now())
        with self._database.reading() as work:
            return any(work.deliveries.due(each.webhook, at, self._pace.for_one) for each in _open(work, at))

    def _leased(self, work: Transaction, hands: int) -> Iterator[Leased]:
        at, until = rfc3339(now()), rfc3339(now() + timedelta(seconds=self._pace.lease))
        for hook in _open(work, at):
            for delivery in work.deliveries.due(hook.webhook, at, self._pace.for_one, locked=True)[:hands]:
                hands, lease = hands - 1, secrets.token_hex(8)
                work.deliveries.lease(delivery.number, lease, until)
                yield Leased(hook, delivery, lease)

    def _deliver(self, leased: Leased) -> None:
        try:
            reply = self._send(leased)
            with self._database.writing() as work:
                result = self._settle(work, leased, reply)
            self._metrics.told(result)
        except Unavailable:
            pass  # nobody knows that it was sent: when its lease ends, it is sent again
        except Exception:
            log.exception("delivering webhook message %s", leased.delivery.message)
        finally:
            self._free.release()
            self._wake.set()

    def _send(self, leased: Leased) -> Reply:
        body, at = leased.delivery.body.encode(), now()
        try:
            attempt = Attempt(target(leased.hook.url, private=self._private), self._pace.attempt)
        except Refused as error:
            return Reply(0, str(error))
        headers = {"Content-Type": "application/json", "User-Agent": f"dockstation/{__version__}"}
        headers |= {"Connection": "close"}
        headers |= signed(leased.delivery.message, int(at.timestamp()), body, leased.hook.secrets(rfc3339(at)))
        self._attempts.add(attempt)
        try:
            return Reply(0, "stopped") if self._ended.is_set() else attempt.post(body, headers)
        finally:
            self._attempts.discard(attempt)

    def _settle(self, work: Transaction, leased: Leased, reply: Reply) -> str:
        at, delivery = now(), leased.delivery
        if self._ended.is_set() and not reply.status:
            work.deliveries.settle(delivery.number, leased.lease)  # no fault of the receiver's
            return "stopped"
        told = {"tries": delivery.tries + 1, "status": reply.status, "why": reply.why, "tried_at": rfc3339(at)}
        if reply.good:
            result, more = DELIVERED, {"state": DELIVERED}
        elif reply.status == GONE or at - datetime.fromisoformat(delivery.made_at) > self._give_up:
            result, more = GIVEN_UP, {"state": GIVEN_UP}
        else:
            result, more = "failed", {"due_at": rfc3339(at + self._wait(delivery.tries + 1, reply))}
            work.deliveries.hold_back(delivery, more["due_at"])
        if work.deliveries.settle(delivery.number, leased.lease, **told, **more):
            self._judge(work, leased.hook.webhook, reply, at)
        if result == GIVEN_UP:
            log.error("webhook %s: message %s is given up (%s)", leased.hook.webhook, delivery.message, reply.why)
        return result

    @property
    def _give_up(self) -> timedelta:
        return timedelta(seconds=self._pace.give_up)

    def _wait(self, tries: int, reply: Reply) -> timedelta:
        least, most = self._pace.shortest_wait, min(self._pace.longest_wait, 2.0 ** min(tries, 30))
        return timedelta(seconds=max(random.uniform(least, most), reply.retry_after))  # noqa: S311 - jitter

    def _judge(self, work: Transaction, webhook: str, reply: Reply, at: datetime) -> None:
        """Let a receiver that cannot be reached rest, whatever waits for it; once it is back, all of it is due."""
        hook = work.webhooks.get(webhook)
        if hook is None:
            return
        if reply.status == GONE:
            work.webhooks.change(webhook, enabled=False)
        elif 0 < reply.status < 500 and reply.status not in OVERLOADED:  # it answers, if not always gladly
            if hook.failures:
                work.webhooks.change(webhook, failures=0, rests_until="")
            if hook.failures >= AWAY:
                work.deliveries.hurry(webhook, rfc3339(at))
        else:
            most = min(self._pace.longest_rest, 2.0 ** min(hook.failures + 1, 30))
            rest = timedelta(seconds=max(random.uniform(0.0, most), reply.retry_after))  # noqa: S311 - jitter
            work.webhooks.change(webhook, failures=hook.failures + 1, rests_until=rfc3339(at + rest))

    def _sweep(self) -> None:
        with self._database.writing() as work:
            work.deliveries.forget(rfc3339(now() - timedelta(seconds=self._pace.keep)))


def _open(work: Transaction, at: str) -> Iterator[Webhook]:
    return (each for each in work.webhooks.all() if each.enabled and each.rests_until <= at)
