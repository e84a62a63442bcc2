"""A station's database from an earlier version is brought up, and keeps all it has."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from dockstation.adapters.store.engine import MIGRATIONS
from dockstation.adapters.store.unit_of_work import SqlStore
from dockstation.application.ports.store import Note, PrintJob, PrintState
from dockstation.domain.parcel import Parcel, ParcelState
from dockstation.domain.rma import Accessory, ReturnType, Rma, RmaLine, RmaStatus, Wanted
from dockstation.domain.text import Text
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


def test_units_of_an_earlier_version_belong_to_who_began_them_and_parcels_know_when_they_came(tmp_path: Path) -> None:
    begun = '{"kind": "InspectionStarted", "body": {"by": "ANNA"}}'
    database_of(
        tmp_path / "station.db", "0003",
        "INSERT INTO parcels (parcel_id, code, state) VALUES ('p1', 'SF1', 'opened')",
        "INSERT INTO units VALUES ('K7M22222T', 'p1', 'R1', '1', '', 'inspecting', 1, '')",
        "INSERT INTO inspections VALUES ('K7M22222T', 'phone', 1, NULL)",
        "INSERT INTO events VALUES ('e1', 1, 1, 'parcel:p1', '{}')",
        f"INSERT INTO events VALUES ('e2', 1, 2, 'unit:K7M22222T', '{begun}')",
        "INSERT INTO outbox VALUES ('e1', 1, 1, 'parcel:p1', '2026-11-20T08:00:00Z', 'pending', '')",
    )  # fmt: skip
    store = SqlStore(tmp_path / "station.db")
    with store.unit_of_work() as work:
        assert work.parcels.get("p1").arrived_at == "2026-11-20T08:00:00Z"
        assert work.inspections.get("K7M22222T").holder == "ANNA"
    store.close()


DECIDED = """{"grade": "B", "disposition": "discount", "responsibility": "customer", "resolution": "refund_full",
 "deduction": 0, "rules_version": "phone@2", "trace": [], "values": {}}"""


def test_a_decision_of_an_earlier_version_still_counts_and_says_who_made_it(tmp_path: Path) -> None:
    told = '{"kind": "InspectionCompleted", "at": "2026-11-20T08:00:00Z", "body": {"by": "ANNA"}}'
    database_of(
        tmp_path / "station.db", "0006",
        "INSERT INTO parcels (parcel_id, code, state) VALUES ('p1', 'SF1', 'opened')",
        "INSERT INTO units VALUES ('K7M22222T', 'p1', 'R1', '1', '', 'decided', 1, '')",
        f"INSERT INTO inspections (lpn, checklist_id, checklist_version, decision) VALUES "
        f"('K7M22222T', 'phone', 1, '{DECIDED}')",
        f"INSERT INTO events VALUES ('e1', 1, 1, 'unit:K7M22222T', '{told}')",
    )  # fmt: skip
    store = SqlStore(tmp_path / "station.db")
    with store.unit_of_work() as work:
        inspection = work.inspections.get("K7M22222T")
    (ruling,) = inspection.rulings
    assert inspection.decision == ruling.decision
    assert (ruling.decision.grade, ruling.by, ruling.at) == ("B", "ANNA", "2026-11-20T08:00:00Z")
    store.close()


OLD_RETURN = """{"number": "R1", "version": 7, "status": "approved", "order_number": "O-1", "return_type": "quality",
 "wanted": "refund", "customer": "王**", "currency": "CNY", "due_at": "2026-03-04T09:00:00+00:00",
 "window_ends": "2026-03-09T00:00:00+00:00", "tracking_numbers": ["SF1"], "lines": [{"line_id": "1", "sku": "PH-1",
 "gtin": "06923450657713", "name": {"by_language": {"zh_CN": "星河手机", "en": "Galaxy Phone"}}, "category": "phone",
 "quantity": 2, "unit_value": 399900, "weight_g": 420, "serials": ["S1", "S2"], "accessories": ["cable"]}]}"""


def test_returns_expected_before_the_update_are_found_after_it_without_a_server(tmp_path: Path) -> None:
    database_of(
        tmp_path / "station.db", "0003",
        "INSERT INTO rmas VALUES ('R1', 7, '" + OLD_RETURN + "')",
        "INSERT INTO rma_codes VALUES ('S1', 'R1')",
    )  # fmt: skip
    store = SqlStore(tmp_path / "station.db")
    name = Text({"zh_CN": "星河手机", "en": "Galaxy Phone"})
    line = RmaLine("1", "PH-1", "06923450657713", name, "phone", 2, 399900, 420, ("S1", "S2"), (Accessory("cable"),))
    due = datetime(2026, 3, 4, 9, tzinfo=UTC)
    expected = Rma(
        "R1", 7, RmaStatus.APPROVED, "O-1", ReturnType.QUALITY, Wanted.REFUND, "王**", "CNY", due,
        datetime(2026, 3, 9, tzinfo=UTC), ("SF1",), (line,),
    )  # fmt: skip
    with store.unit_of_work() as work:
        assert work.rmas.count() == 1
        assert [work.rmas.get("R1"), *work.rmas.find("S2")] == [expected, expected]
        assert work.rmas.carrying("06923450657713", due).rmas == (expected,)
        assert work.rmas.search(["手机"], due).rmas == work.rmas.search(["O-1"], due).rmas == (expected,)
        work.rmas.remove(["R1"])
        assert work.rmas.search(["手机"], due).rmas == work.rmas.search(["O-1"], due).rmas == ()
    store.close()
