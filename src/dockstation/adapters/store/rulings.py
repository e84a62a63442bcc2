"""Repositories of second opinions, containers and attempts at a PIN."""

from __future__ import annotations

import json
from dataclasses import asdict

from sqlalchemy import Connection, Row, select
from sqlalchemy.dialects.sqlite import insert

from dockstation.adapters.store.tables import containers, events, pin_attempts, second_opinions
from dockstation.application.ports.rulings import Attempts
from dockstation.domain.container import Container
from dockstation.domain.opinion import SIGHTS, Comparison, OpinionState, SecondOpinion, Side


class SqlSecondOpinions:
    """One row a unit. ``at`` is empty until the second inspection is done."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, lpn: str) -> SecondOpinion | None:
        row = self._connection.execute(select(second_opinions).where(second_opinions.c.lpn == lpn)).first()
        return _opinion(row) if row else None

    def put(self, opinion: SecondOpinion) -> None:
        compared = opinion.comparison
        values = {
            "first_by": opinion.first_by,
            "state": opinion.state.value,
            "at": compared.at if compared else "",
            "comparison": json.dumps(asdict(compared), ensure_ascii=False) if compared else "",
        }
        statement = insert(second_opinions).values(lpn=opinion.lpn, **values)
        self._connection.execute(statement.on_conflict_do_update(index_elements=["lpn"], set_=values))

    def seen_by(self, lpn: str) -> frozenset[str]:
        told = self._connection.execute(select(events.c.content).where(events.c.aggregate == f"unit:{lpn}"))
        known = map(json.loads, told.scalars())
        return frozenset(each["body"].get("by", "") for each in known if each["kind"] in SIGHTS)

    def given_since(self, at: str) -> tuple[Comparison, ...]:
        done = (second_opinions.c.at >= at, second_opinions.c.at != "")
        rows = self._connection.execute(
            select(second_opinions.c.comparison).where(*done).order_by(second_opinions.c.at)
        )
        return tuple(_comparison(each) for each in rows.scalars())

    def differing(self) -> tuple[SecondOpinion, ...]:
        wanted = select(second_opinions).where(second_opinions.c.state == OpinionState.DIFFERS.value)
        return tuple(map(_opinion, self._connection.execute(wanted.order_by(second_opinions.c.at))))


def _opinion(row: Row[tuple[str, ...]]) -> SecondOpinion:
    compared = _comparison(row.comparison) if row.comparison else None
    return SecondOpinion(row.lpn, row.first_by, OpinionState(row.state), compared)


def _comparison(text: str) -> Comparison:
    value = json.loads(text)
    return Comparison(**value | {name: Side(**value[name]) for name in ("first", "second")})


class SqlContainers:
    """One row a container, from the first unit on."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, code: str) -> Container:
        row = self._connection.execute(select(containers).where(containers.c.code == code)).first()
        return Container(code, row.held, bool(row.called_full)) if row else Container(code)

    def put(self, container: Container) -> None:
        values = {"held": container.count, "called_full": int(container.called_full)}
        statement = insert(containers).values(code=container.code, **values)
        self._connection.execute(statement.on_conflict_do_update(index_elements=["code"], set_=values))


class SqlPinAttempts:
    """One row a badge that was ever tried."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, badge: str) -> Attempts:
        row = self._connection.execute(select(pin_attempts).where(pin_attempts.c.badge == badge)).first()
        return Attempts(badge, row.failed, row.last_at) if row else Attempts(badge)

    def put(self, attempts: Attempts) -> None:
        values = {"failed": attempts.failed, "last_at": attempts.last_at}
        statement = insert(pin_attempts).values(badge=attempts.badge, **values)
        self._connection.execute(statement.on_conflict_do_update(index_elements=["badge"], set_=values))
