"""Who is logged in, what was typed wrong, and files that wait for a person's word; every secret only as its hash."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, or_, select, update

from dockstation.server.store.accounts import Account
from dockstation.server.store.insertion import insert_once
from dockstation.server.store.tables import office_files, office_guesses, office_sessions, office_users


@dataclass(frozen=True, slots=True)
class Session:
    """A session and whose it is. Times compare as text."""

    hash: str
    created_at: str
    used_at: str
    account: Account


@dataclass(frozen=True, slots=True)
class Guesses:
    """How often something was tried in vain, and until when it is not to be tried again."""

    tries: int
    wait_until: str


class Logins:
    """Queries over sessions, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def open(self, session: str, key: str, at: str) -> None:
        """Begin a session of an account."""
        values = {"hash": session, "user": key, "created_at": at, "used_at": at}
        self._connection.execute(insert(office_sessions).values(values))

    def session(self, session: str) -> Session | None:
        """The session with this hash and its account, however old."""
        mine = select(office_sessions, office_users).join(office_users).where(office_sessions.c.hash == session)
        row = self._connection.execute(mine).mappings().first()
        if row is None:
            return None
        account = Account(**{name: row[office_users.c[name]] for name in Account.__slots__})
        times = row[office_sessions.c.created_at], row[office_sessions.c.used_at]
        return Session(session, *times, account)

    def used(self, session: str, at: str) -> None:
        """Say that the session was used."""
        self._connection.execute(update(office_sessions).where(office_sessions.c.hash == session).values(used_at=at))

    def close(self, session: str) -> None:
        """End a session, and forget its file."""
        self.forget_file(session)
        self._connection.execute(delete(office_sessions).where(office_sessions.c.hash == session))

    def close_all(self, key: str, but: str = "") -> None:
        """End every session of an account but that one."""
        mine = select(office_sessions.c.hash).where(office_sessions.c.user == key, office_sessions.c.hash != but)
        for each in self._connection.execute(mine).scalars().all():
            self.close(each)

    def close_old(self, idle_since: str, begun: str) -> None:
        """End what was last used, or began, before these moments."""
        old = or_(office_sessions.c.used_at <= idle_since, office_sessions.c.created_at <= begun)
        for each in self._connection.execute(select(office_sessions.c.hash).where(old)).scalars().all():
            self.close(each)

    def guesses(self, key: str) -> Guesses:
        """What was tried under this key; the row is locked until the transaction ends."""
        insert_once(self._connection, office_guesses, {"key": key, "tries": 0, "wait_until": ""})
        mine = select(office_guesses.c.tries, office_guesses.c.wait_until).where(office_guesses.c.key == key)
        return Guesses(*self._connection.execute(mine.with_for_update()).one())

    def guessed(self, key: str, guesses: Guesses) -> None:
        """Remember what was tried; call ``guesses`` before."""
        mine = update(office_guesses).where(office_guesses.c.key == key)
        self._connection.execute(mine.values(tries=guesses.tries, wait_until=guesses.wait_until))

    def forgive(self, *keys: str) -> None:
        """Forget what was tried under these keys."""
        self._connection.execute(delete(office_guesses).where(office_guesses.c.key.in_(keys)))

    def forgive_old(self, until: str) -> None:
        """Forget what nobody has tried since."""
        self._connection.execute(delete(office_guesses).where(office_guesses.c.wait_until < until))

    def keep_file(self, session: str, sha256: str, name: str, content: bytes) -> None:
        """The file that the session's person is looking at; it replaces another."""
        self.forget_file(session)
        values = {"session": session, "sha256": sha256, "name": name, "content": content}
        self._connection.execute(insert(office_files).values(values))

    def file(self, session: str, sha256: str) -> tuple[str, bytes] | None:
        """The name and content of the session's file, if it is still this one."""
        mine = select(office_files).where(office_files.c.session == session, office_files.c.sha256 == sha256)
        row = self._connection.execute(mine).first()
        return None if row is None else (row.name, row.content)

    def forget_file(self, session: str) -> None:
        """Let go of the session's file."""
        self._connection.execute(delete(office_files).where(office_files.c.session == session))
