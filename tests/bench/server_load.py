"""Many stations at once against one server, in a process of its own: Locust turns every socket into gevent's.

``python -m tests.bench.server_load SETTINGS`` prints one JSON object; SETTINGS is one as well.
"""

from __future__ import annotations

import json
import random
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any, ClassVar

import gevent  # type: ignore[import-untyped]  # it says no types
from locust import FastHttpUser, between, task
from locust.env import Environment

from dockstation.domain.events import Event
from tests.fakes.chain import Chain

RESENDS, PHOTOS = 0.10, 0.05
EVENTS_A_BATCH, PHOTO_BYTES = 5, 200_000
STOP_SECONDS = 30
EVENTS, BLOBS = "/v1/events:batch", "/v1/blobs"


class Station(FastHttpUser):
    """One station: something happens at it, is sent, now and then sent again, now and then with a photo."""

    abstract = True
    wait_time = between(0.5, 1.5)
    enrolled: ClassVar[list[dict[str, Any]]] = []
    acknowledged: ClassVar[set[str]] = set()
    resent = photos = 0

    def on_start(self) -> None:
        """Be the next of those that were enrolled."""
        tokens = self.enrolled.pop()
        self.chain = Chain(tokens["station"])
        self.bearer = {"Authorization": f"Bearer {tokens['access_token']}"}
        self.chance = random.Random(tokens["station"])
        self.last: list[Event] = []

    @task
    def work(self) -> None:
        """A few events of one unit; its photo goes before the next ones."""
        if self.last and self.chance.random() < RESENDS:
            type(self).resent += len(self.last)
            self.send(self.last)
            return
        unit = f"{self.chain.station[-8:]}-{self.chance.getrandbits(32):08x}"
        kind, body = "QuestionAnswered", {"lpn": unit, "question": "screen", "answer": "none", "by": "DEMO"}
        self.last = [self.chain.add(kind, body, f"unit:{unit}") for _ in range(EVENTS_A_BATCH)]
        self.send(self.last)
        if self.chance.random() < PHOTOS:
            self.send_photo(b"\xff\xd8\xff" + self.chance.randbytes(PHOTO_BYTES))

    def send(self, events: list[Event]) -> None:
        """A batch, and what the server must say of it."""
        body = json.dumps({"events": [each.as_message() for each in events]})
        headers = self.bearer | {"Content-Type": "application/json"}
        with self.client.post(EVENTS, data=body, headers=headers, catch_response=True) as answer:
            said = [each["result"] for each in answer.json()["results"]] if answer.status_code == 200 else []
            if len(said) != len(events) or not set(said) <= {"created", "duplicate"}:
                answer.failure(f"{answer.status_code} {said}")
            else:
                self.acknowledged.update(each.id for each in events)

    def send_photo(self, photo: bytes) -> None:
        """A photo that is asked for first."""
        path = f"{BLOBS}/{sha256(photo).hexdigest()}"
        with self.client.head(path, headers=self.bearer, name=BLOBS, catch_response=True) as answer:
            if answer.status_code == 404:
                answer.success()
        data: Any = photo  # bytes are taken as well as the text that its types name
        with self.client.put(path, data=data, headers=self.bearer, name=BLOBS, catch_response=True) as answer:
            if answer.status_code != 201:
                answer.failure(str(answer.status_code))
            else:
                type(self).photos += 1


def main(settings: dict[str, Any]) -> dict[str, Any]:
    """Run for so many seconds once all are there."""

    class Here(Station):
        host = settings["url"]

    Station.enrolled = settings["enrolled"]
    count = len(settings["enrolled"])
    environment = Environment(user_classes=[Here], stop_timeout=STOP_SECONDS)
    runner = environment.create_local_runner()
    runner.start(count, spawn_rate=count / settings["ramp_seconds"])
    gevent.sleep(settings["ramp_seconds"])
    environment.stats.reset_all()
    before = len(Station.acknowledged)
    gevent.sleep(settings["seconds"])
    sent = len(Station.acknowledged) - before
    batches, photos = environment.stats.get(EVENTS, "POST"), environment.stats.get(BLOBS, "PUT")
    told = {
        "events_per_s": sent / settings["seconds"],
        "batch_p50_ms": batches.get_response_time_percentile(0.5),
        "batch_p99_ms": batches.get_response_time_percentile(0.99),
        "photo_p50_ms": photos.get_response_time_percentile(0.5),
        "photo_p99_ms": photos.get_response_time_percentile(0.99),
    }
    runner.quit()
    Path(settings["ids"]).write_text("\n".join(Station.acknowledged), "utf-8")
    errors = {f"{each.method} {each.error}": each.occurrences for each in environment.stats.errors.values()}
    return told | {"errors": errors, "resent": Here.resent, "photos": Here.photos}


if __name__ == "__main__":
    print(json.dumps(main(json.loads(sys.argv[1]))))
