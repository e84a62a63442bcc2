"""Opening the server's database, and bringing it to the newest schema."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DBAPIError

from dockstation.domain.errors import DockstationError
from dockstation.server.store.address import address
from dockstation.server.store.failures import failure
from dockstation.server.store.flavours import flavour
from dockstation.server.store.tables import HEAD

MIGRATIONS = Path(__file__).parent / "migrations"
CONNECTIONS = 10
"""At once, for one process on PostgreSQL."""


def open_engine(where: str | Path, connections: int = CONNECTIONS) -> Engine:
    """The engine on a database URL or an SQLite file, its schema up to date.

    Raises ``server.newer`` when a later program wrote it, ``server.database_url``, ``_host``, ``_user``, ``_name``
    or ``server.database`` when it cannot be used.
    """
    url = address(where)
    kind = flavour(url)
    try:
        engine = kind.engine(url, connections)
    except (ImportError, TypeError, ValueError) as error:
        raise DockstationError("server.database", why=type(error).__name__) from error
    try:
        with engine.begin() as connection:
            kind.alone(connection)
            _bring_up_to_date(connection)
    except DBAPIError as error:
        engine.dispose()
        raise failure(error, url) from None  # the driver's own text may hold more than a person should read
    except DockstationError:
        engine.dispose()
        raise
    return engine


def _bring_up_to_date(connection: Connection) -> None:
    version = None
    if inspect(connection).has_table("alembic_version"):
        version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if version != HEAD:
        _migrate(connection, version)


def _migrate(connection: Connection, version: str | None) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    known = {each.revision for each in ScriptDirectory.from_config(config).walk_revisions()}
    if version is not None and version not in known:
        raise DockstationError("server.newer", version=version)
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
