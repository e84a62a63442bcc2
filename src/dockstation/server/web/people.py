"""Accounts of the office: made, changed, logged in and out."""

from __future__ import annotations

import secrets
from collections.abc import Collection

from dockstation.server.access import hashed
from dockstation.server.moment import now, rfc3339, zone_of
from dockstation.server.problems import Problem
from dockstation.server.store.accounts import Account, key_of
from dockstation.server.store.database import Database, Transaction
from dockstation.server.web import throttle
from dockstation.server.web.passwords import Passwords
from dockstation.server.web.roles import ADMINISTRATOR, ROLES
from dockstation.server.web.visits import IDLE, LONGEST

NAME = 64


class People:
    """The accounts of one database. A password is hashed and compared with no transaction open."""

    def __init__(self, database: Database, passwords: Passwords) -> None:
        self._database = database
        self._passwords = passwords

    def add(self, name: str, role: str, password: str, zone: str = "UTC", *, only_first: bool = False) -> None:
        """A new account; ``only_first`` refuses it where somebody may administer already."""
        made = Account(
            key_of(_name(name)), _name(name), _role(role), self._hash(name, password), zone_of(zone).key, False,
            rfc3339(now()),
        )  # fmt: skip
        with self._database.writing() as work:
            work.accounts.hold()
            if only_first and work.accounts.count(ADMINISTRATOR):
                raise Problem(409, "set_up", "There is an administrator already")
            if work.accounts.get(name) is not None:
                raise Problem(409, "account_exists", "There is an account with this name", name=made.name)
            work.accounts.add(made)

    def needs_first(self) -> bool:
        """Whether nobody can administer yet."""
        with self._database.reading() as work:
            return not work.accounts.count(ADMINISTRATOR)

    def all(self) -> tuple[Account, ...]:
        """Every account, by name."""
        with self._database.reading() as work:
            return work.accounts.all()

    def log_in(self, name: str, password: str, address: str, before: str = "") -> str:
        """The token of a new session, which replaces the one before; 401 for what is wrong, 429 after too much."""
        with self._database.writing() as work:
            throttle.try_once(work, name[:NAME], address)
            account = work.accounts.get(name)
        right = self._passwords.fits(account.password if account else None, password)
        if account is None or not right or account.disabled:
            raise Problem(401, "login", "Name or password is wrong")
        token, at = secrets.token_urlsafe(32), now()
        with self._database.writing() as work:
            throttle.forgive(work, name, address)
            work.logins.close_old(rfc3339(at - IDLE), rfc3339(at - LONGEST))
            if before:
                work.logins.close(before)
            work.logins.open(hashed(token), account.key, rfc3339(at))
        return token

    def log_out(self, session: str) -> None:
        """End the session."""
        with self._database.writing() as work:
            work.logins.close(session)

    def change(self, name: str, role: str, *, disabled: bool) -> None:
        """Change what somebody may do; who may no longer log in is logged out."""
        with self._database.writing() as work:
            work.accounts.hold()
            account = _known(work, name)
            work.accounts.change(account.key, role=_role(role), disabled=disabled)
            if disabled:
                work.logins.close_all(account.key)
            if not work.accounts.count(ADMINISTRATOR):
                raise Problem(409, "last_administrator", "Somebody must be left who may administer")

    def set_password(self, name: str, password: str, keep: str = "") -> None:
        """A new password; every session but ``keep`` ends."""
        made = self._hash(name, password)
        with self._database.writing() as work:
            work.accounts.hold()
            account = _known(work, name)
            work.accounts.change(account.key, password=made)
            work.logins.close_all(account.key, keep)

    def change_own(self, account: Account, session: str, address: str, old: str, new: str) -> None:
        """A new password from somebody who knows the old one; tries count as logins do."""
        with self._database.writing() as work:
            throttle.try_once(work, account.key, address)
        if not self._passwords.fits(account.password, old):
            raise Problem(422, "old_password", "The old password is wrong")
        self.set_password(account.key, new, session)
        with self._database.writing() as work:
            throttle.forgive(work, account.key, address)

    def set_zone(self, account: Account, zone: str) -> None:
        """Whose clock the person reads."""
        with self._database.writing() as work:
            work.accounts.change(account.key, zone=zone_of(zone).key)

    def _hash(self, name: str, password: str) -> str:
        if key_of(password) == key_of(name):
            raise Problem(422, "password_name", "The password must not be the name")
        return self._passwords.hashed(password)


def _known(work: Transaction, name: str) -> Account:
    found = work.accounts.get(name)
    if found is None:
        raise Problem(404, "account", "There is no such account")
    return found


def _name(name: str) -> str:
    told = name.strip()
    if not 1 <= len(told) <= NAME or not told.isprintable():
        raise Problem(422, "account_name", "A name has 1 to 64 characters that can be seen", most=NAME)
    return told


def _role(role: str) -> str:
    return _one_of(ROLES, role)


def _one_of(known: Collection[str], told: str) -> str:
    if told not in known:
        raise Problem(422, "choice", "Choose one of the list")
    return told
