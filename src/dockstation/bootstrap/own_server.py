"""The central server that may run on this computer, beside the station."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockstation.adapters import own_server
from dockstation.domain.errors import DockstationError
from dockstation.settings import load_server

if TYPE_CHECKING:
    from dockstation.bootstrap import Place

SECONDS = 20.0


class ServerBeside:
    """The port OwnServer; ``renew`` forgets what was built with the settings before."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._process = own_server.OwnServer(
            place.data.with_name(f"{place.data.name}-server"), *own_server.words_of(place.folders.own)
        )
        self.close = self._process.close
        self._port: int | None = None

    @property
    def url(self) -> str:
        """Where server.toml says that it answers."""
        return f"http://{own_server.HOST}:{load_server(self._place.folders).port}"

    def attend(self) -> None:
        """See to it that it runs where settings say so, and only there; ``own_server.not_started``."""
        if self._port is None:
            self._port = self._place.settings().server.own_port
        self._process.attend(self._port)

    def renew(self) -> None:
        """Settings have changed."""
        self._port = None

    def enrolment_code(self) -> str:
        """As the port says."""
        from dockstation.adapters.central.http import enrolment_code
        from dockstation.application.ports.central import CentralFailed, FailureClass

        self.renew()
        self.attend()
        try:
            return enrolment_code(self.url, self._process.admin_token(), SECONDS)
        except CentralFailed as failure:
            if failure.failure is FailureClass.AUTH:
                raise DockstationError("own_server.other") from failure
            raise
