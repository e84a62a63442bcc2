"""server.toml."""

from __future__ import annotations

from dataclasses import dataclass, field

from dockstation.settings.document import Document, like, one_of, within
from dockstation.settings.folders import ConfigFolders

MINUTES = within(1, 525_600)
DATABASE = like(r"|(postgres(ql)?(\+psycopg)?|sqlite)://.+", "postgresql://USER@HOST:5432/NAME | sqlite:///FILE")
PHOTOS = like(r"|s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[\w.\-]+)*/?", '"s3://BUCKET/PREFIX" | ""')
ENDPOINT = like(r"|https?://[^\s/@?#]+/?", '"https://s3.example.com" | ""')


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """[server] of server.toml; minutes."""

    host: str = "127.0.0.1"
    port: int = field(default=8470, metadata=within(0, 65_535))
    access_minutes: int = field(default=60, metadata=MINUTES)
    enrolment_code_minutes: int = field(default=60, metadata=MINUTES)
    return_address: tuple[str, ...] = ()
    """The lines of the address that return labels show, the name first."""
    database_url: str = field(default="", repr=False, metadata=DATABASE)  # it may hold a password
    database_connections: int = field(default=10, metadata=within(1, 200))
    log: str = field(default="text", metadata=one_of("text", "json"))
    workers: int = field(default=1, metadata=within(1, 64))
    photos: str = field(default="", metadata=PHOTOS)
    s3_endpoint: str = field(default="", metadata=ENDPOINT)
    webhooks_to_private: bool = False
    """Whether webhooks may go to machines of this network, and to this one."""


def load_server(folders: ConfigFolders) -> ServerSettings:
    """server.toml as it counts here."""
    document = Document(folders.find("server.toml"))
    document.refuse_unknown((), ["server"])
    return document.table(ServerSettings, ("server",))
