"""Accounts of the office; a password only as its hash."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, false, func, insert, select, update

from dockstation.server.store import counters
from dockstation.server.store.tables import office_users

COUNTER = "account"


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody of the office: ``key`` is the name as it is compared, ``zone`` the one whose clock is shown."""

    key: str
    name: str
    role: str
    password: str
    zone: str
    disabled: bool
    created_at: str


def key_of(name: str) -> str:
    """A name as it is compared."""
    return name.strip().casefold()


class Accounts:
    """Queries over accounts, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def hold(self) -> None:
        """Let no other transaction change accounts before this one ends."""
        counters.hold(self._connection, COUNTER)

    def get(self, name: str) -> Account | None:
        """The account of this name, however it is written."""
        mine = select(office_users).where(office_users.c.key == key_of(name))
        row = self._connection.execute(mine).mappings().first()
        return None if row is None else Account(**row)

    def all(self) -> tuple[Account, ...]:
        """Every account, by name."""
        rows = self._connection.execute(select(office_users).order_by(office_users.c.key)).mappings()
        return tuple(Account(**row) for row in rows)

    def count(self, role: str) -> int:
        """How many may log in with this role."""
        mine = select(func.count()).where(office_users.c.role == role, office_users.c.disabled == false())
        return int(self._connection.execute(mine).scalar_one())

    def add(self, account: Account) -> None:
        """Keep a new account."""
        self._connection.execute(insert(office_users).values(**asdict(account)))

    def change(self, key: str, **values: Any) -> None:
        """Change members of an account."""
        self._connection.execute(update(office_users).where(office_users.c.key == key).values(**values))
