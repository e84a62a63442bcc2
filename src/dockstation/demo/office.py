"""The merchant's office: it announces returns to the central server and asks it what has come."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dockstation.demo.pictures.product import product_pictures
from dockstation.demo.returns import sample_returns
from dockstation.wire import ImportMessage, RmaMessage

if TYPE_CHECKING:
    from requests import Response

SECONDS = 20
SEED = 2026


class Office:
    """The administrator's side of a server on this machine."""

    def __init__(self, port: int, data: Path) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self._token = (data / "admin-token").read_text("ascii").strip()

    def announce(self) -> tuple[RmaMessage, ...]:
        """Import two hundred returns with pictures of their goods; they come back as they were sent."""
        pictures = {name: self._put(data) for name, data in product_pictures().items()}
        returns = tuple(_pictured(each, pictures) for each in sample_returns(SEED, datetime.now(UTC)))
        body = ImportMessage(items=returns).model_dump_json().encode()
        self._ask("POST", "/v1/rmas:import", data=body, headers={"Content-Type": "application/json"})
        return returns

    def _put(self, picture: bytes) -> str:
        name = sha256(picture).hexdigest()
        self._call("PUT", f"/v1/blobs/{name}", data=picture)
        return name

    def enrolment_code(self) -> str:
        """A fresh one-time code for a station."""
        return str(self._ask("POST", "/v1/enrolment-codes")["code"])

    def outcomes(self) -> list[dict[str, Any]]:
        """Every outcome the server holds."""
        return list(self._ask("GET", "/v1/outcomes")["items"])

    def events(self, station: str) -> list[dict[str, Any]]:
        """Every event of a station that the server holds, in seq order."""
        found: list[dict[str, Any]] = []
        more = True
        while more:
            after = found[-1]["seq"] if found else 0
            page = self._ask("GET", "/v1/events", params={"station": station, "after_seq": after})
            found += page["items"]
            more = page["more"]
        return found

    def _ask(self, method: str, path: str, **more: Any) -> dict[str, Any]:
        found: dict[str, Any] = self._call(method, path, **more).json()
        return found

    def _call(self, method: str, path: str, **more: Any) -> Response:
        import requests

        headers = {"Authorization": f"Bearer {self._token}", **more.pop("headers", {})}
        answer = requests.request(method, self.url + path, headers=headers, timeout=SECONDS, **more)
        answer.raise_for_status()
        return answer


def _pictured(rma: RmaMessage, pictures: Mapping[str, str]) -> RmaMessage:
    lines = tuple(line.model_copy(update={"picture": pictures[line.sku]}) for line in rma.lines)
    return rma.model_copy(update={"lines": lines})
