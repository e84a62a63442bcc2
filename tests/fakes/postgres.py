"""A PostgreSQL of our own for one run of the tests: a throwaway cluster, reached by a socket alone."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

import psycopg
from psycopg import sql

OWNER, PASSWORD = "dock", "pass/word @1%"
QUOTED = "pass%2Fword%20%401%25"
DEBIAN = Path("/usr/lib/postgresql")
START_SECONDS = 60
DURABLE = ("max_connections=60", "shared_buffers=128MB")
QUICK = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=60", "shared_buffers=32MB")


class Cluster:
    """Runs as long as its ``with``, quick and forgetful unless DURABLE.

    Texts are sorted as people do, so that nothing may rest on the order of bytes.
    """

    def __init__(self, settings: Sequence[str] = QUICK) -> None:
        self._settings = settings
        self._folder = Path(tempfile.mkdtemp(prefix="pg-"))  # the tests' own folders are closed to other users
        self._process: subprocess.Popen[bytes] | None = None
        self._as: dict[str, Any] = {}
        if os.geteuid() == 0:  # which PostgreSQL refuses to run as
            self._as = {"user": "postgres", "group": "postgres", "extra_groups": []}
            shutil.chown(self._folder, "postgres", "postgres")

    def __enter__(self) -> Self:
        words = self._folder / "password"
        words.write_text(PASSWORD)
        words.chmod(0o644)
        how = ("--auth=scram-sha-256", "--encoding=UTF8", "--locale-provider=icu", "--icu-locale=en-US", "--no-sync")
        make = [_program("initdb"), "-D", str(self._data), "-U", OWNER, f"--pwfile={words}", "--locale=C.UTF-8", *how]
        subprocess.run(make, check=True, capture_output=True, cwd=self._folder, **self._as)
        self._start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait(20)
        shutil.rmtree(self._folder)

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    def _start(self) -> None:
        told = (word for setting in self._settings for word in ("-c", setting))
        where = ("-D", str(self._data), "-k", str(self._folder), "-c", "listen_addresses=")
        serve = [_program("postgres"), *where, *told]
        with (self._folder / "log").open("wb") as log:
            self._process = subprocess.Popen(serve, stdout=log, stderr=log, cwd=self._folder, **self._as)
        ask, until = [_program("pg_isready"), "-h", str(self._folder), "-q"], time.monotonic() + START_SECONDS
        while subprocess.run(ask, check=False).returncode:
            lives = self._process.poll() is None and time.monotonic() < until
            assert lives, (self._folder / "log").read_text()

    def url(self, database: str, user: str = OWNER, password: str = QUOTED) -> str:
        """The address of a database, as ``--database-url`` takes it."""
        return f"postgresql://{user}:{password}@/{database}?host={self._folder}"

    def database(self, settings: str = "") -> str:
        """The address of a new and empty database."""
        name = f"d{secrets.token_hex(6)}"
        self.tell(f'CREATE DATABASE "{name}" {settings}')
        return self.url(name)

    def tell(self, statement: str, database: str = "postgres") -> list[tuple[Any, ...]]:
        """Run one statement as the cluster's owner, outside any transaction; its rows."""
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            answer = connection.execute(sql.SQL(statement))
            return answer.fetchall() if answer.description else []


def everything(url: str) -> bytes:
    """All rows of all tables, as text."""
    with psycopg.connect(url) as connection:
        named = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        rows = [
            connection.execute(sql.SQL("SELECT t::text FROM {} t").format(sql.Identifier(*each))) for each in named
        ]
        return "\n".join(str(row[0]) for table in rows for row in table.fetchall()).encode()


def _program(name: str) -> str:
    homes = sorted(DEBIAN.glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    found = shutil.which(name, path=os.pathsep.join([*map(str, homes), os.environ.get("PATH", "")]))
    assert found is not None, f"PostgreSQL's {name} is not installed"
    return found
