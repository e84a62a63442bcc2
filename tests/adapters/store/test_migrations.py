"""A station's database from an earlier version is brought up, and keeps all it has."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from dockstation.adapters.store.engine import MIGRATIONS
from dockstation.adapters.store.unit_of_work import SqlStore
from dockstation.application.ports.store import Note, PrintJob, PrintState
from dockstation.domain.parcel import Parcel, ParcelState
from dockstation.domain.unit import Unit, UnitState


def database_of(path: Path, revision: str, *statements: str) -> None:
    """The file as that version left it."""
    engine = sa.create_engine(f"sqlite:///{path}")
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()


@pytest.mark.parametrize("revision", ["0001", "0002"])
def test_parcels_and_units_of_an_earlier_version_are_there_after_the_update(tmp_path: Path, revision: str) -> None:
    database_of(
        tmp_path / "station.db", revision,
        "INSERT INTO notes VALUES ('station', 'st-1')",
        "INSERT INTO parcels VALUES ('p1', 'SF1', 'R1', 'opened')",
        "INSERT INTO units VALUES ('K7M22222T', 'p1', 'R1', '1', '', 'inspecting', 1)",
    )  # fmt: skip
    store = SqlStore(tmp_path / "station.db")
    with store.unit_of_work() as work:
        assert work.notes.get(Note.STATION) == "st-1"
        assert work.parcels.of_rma("R1") == (Parcel("p1", "SF1", ("R1",), ParcelState.OPENED),)
        assert work.units.of_rma("R1") == (Unit("K7M22222T", "p1", "R1", "1", "", UnitState.INSPECTING),)
        assert work.scanners.all() == ()
        assert work.discrepancies.of_parcel("p1") == ()
    store.close()


def test_a_units_print_jobs_are_still_its_own_after_the_update(tmp_path: Path) -> None:
    database_of(
        tmp_path / "station.db", "0003",
        "INSERT INTO print_jobs VALUES ('j1', 'K7M22222T', 'label', 'disposition', 0, x'5e5841', 'abc', 'unknown')",
        "INSERT INTO print_jobs VALUES ('j2', 'K7M22222T', 'label', 'disposition', 1, x'5e58', 'def', 'sent')",
    )  # fmt: skip
    store = SqlStore(tmp_path / "station.db")
    with store.unit_of_work() as work:
        first, second = work.spool.of("unit:K7M22222T")
        assert first == PrintJob("j1", "unit:K7M22222T", "label", "disposition", 0, b"^XA", "abc", PrintState.UNKNOWN)
        assert (second.job_id, second.copy, second.state) == ("j2", 1, PrintState.SENT)
    store.close()
