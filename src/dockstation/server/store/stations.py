"""Stations, their tokens and the codes that enrol them; every secret only as its hash."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from dockstation.server.store import counters
from dockstation.server.store.tables import enrolment_codes, stations, tokens

COUNTER = "station"
ACCESS, REFRESH = "access", "refresh"
NEVER = "9999"
"""An expiry later than any moment's text."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token with its station. ``expires_at`` compares as text."""

    hash: str
    kind: str
    expires_at: str
    station: str
    lpn_prefix: str
    revoked: bool


class Stations:
    """Queries over stations, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add_code(self, code_hash: str, expires_at: str, station: str) -> None:
        """Let one station enrol with this code; ``station`` is the one that it enrols again, "" for a new one."""
        values = {"hash": code_hash, "expires_at": expires_at, "station": station}
        self._connection.execute(insert(enrolment_codes).values(values))

    def use_code(self, code_hash: str, now: str) -> str | None:
        """Use a code up; the station it is for ("" for a new one), None when it is not good. Old codes go with it."""
        mine = enrolment_codes.c.hash == code_hash
        self._connection.execute(delete(enrolment_codes).where(enrolment_codes.c.expires_at <= now))
        used = delete(enrolment_codes).where(mine)  # in one step: of two who try at once one gets it
        return self._connection.execute(used.returning(enrolment_codes.c.station)).scalar()

    def next_number(self) -> int:
        """The next station's number, from 0."""
        return counters.take(self._connection, COUNTER) - 1

    def add(self, station: str, name: str, lpn_prefix: str, enrolled_at: str) -> None:
        """Store a new station."""
        values = {"station": station, "name": name, "lpn_prefix": lpn_prefix, "enrolled_at": enrolled_at}
        self._connection.execute(insert(stations).values(revoked=False, **values))

    def name_of(self, station: str) -> str:
        """What people call it, "" when there is no such station."""
        return self._connection.execute(select(stations.c.name).where(stations.c.station == station)).scalar() or ""

    def revoke(self, station: str) -> bool:
        """Refuse the station from now on; whether there is such a station."""
        revoked = update(stations).where(stations.c.station == station).values(revoked=True)
        return self._connection.execute(revoked).rowcount == 1

    def enrol_again(self, station: str, name: str) -> str | None:
        """Take the station back under its own id, its old tokens void; its licence plate prefix, None if unknown."""
        known = stations.c.station == station
        self._connection.execute(delete(tokens).where(tokens.c.station == station))
        self._connection.execute(update(stations).where(known).values(name=name, revoked=False))
        return self._connection.execute(select(stations.c.lpn_prefix).where(known)).scalar()

    def token(self, token_hash: str) -> Token | None:
        """The token with this hash."""
        wanted = select(tokens, stations.c.lpn_prefix, stations.c.revoked).join(stations)
        row = self._connection.execute(wanted.where(tokens.c.hash == token_hash)).mappings().first()
        return None if row is None else Token(**{name: row[name] for name in Token.__slots__})

    def add_access(self, station: str, token_hash: str, expires_at: str) -> None:
        """Store an access token."""
        values = {"hash": token_hash, "station": station, "kind": ACCESS, "parent": "", "expires_at": expires_at}
        self._connection.execute(insert(tokens).values(values))

    def add_refresh(self, station: str, token_hash: str, parent: str) -> None:
        """Store a refresh token; ``parent`` is the hash of the one that was shown for it, "" at enrolment."""
        values = {"hash": token_hash, "station": station, "kind": REFRESH, "parent": parent, "expires_at": NEVER}
        self._connection.execute(insert(tokens).values(values))

    def use_refresh(self, station: str, token_hash: str, now: str) -> None:
        """Forget what the use of this refresh token proves unneeded.

        That is every other refresh token that did not come from it, and access tokens that are too old.
        """
        mine = tokens.c.station == station
        others = (tokens.c.kind == REFRESH, tokens.c.hash != token_hash, tokens.c.parent != token_hash)
        self._connection.execute(delete(tokens).where(mine, *others))
        self._connection.execute(delete(tokens).where(mine, tokens.c.expires_at <= now))
