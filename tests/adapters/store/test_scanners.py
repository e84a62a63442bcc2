"""Tested scanners in the station's database."""

from dockstation.adapters.store.unit_of_work import SqlStore
from dockstation.domain.scanner import Layout, ScannerProfile
from dockstation.domain.self_test import Finding, FindingKind, TestedScanner

TESTED = TestedScanner(
    ScannerProfile("皮带 '\"\x1d", Layout.SYSTEM, "\x02", "\t", "|"),
    (Finding(FindingKind.OFF, {"codes": "QR Code, PDF417"}), Finding(FindingKind.END_ENTER)),
    "2026-11-24T04:00:00Z",
    "",
)


def test_a_tested_scanner_comes_back_as_it_was_put(tmp_path):
    store = SqlStore(tmp_path / "station.db")
    with store.unit_of_work() as work:
        work.scanners.put(TESTED)
        work.commit()
    with store.unit_of_work() as work:
        assert work.scanners.get(TESTED.profile.device) == TESTED
        assert work.scanners.all() == (TESTED,)
    store.close()


def test_what_is_not_committed_is_not_there(tmp_path):
    store = SqlStore(tmp_path / "station.db")
    with store.unit_of_work() as work:
        work.scanners.put(TESTED)
    with store.unit_of_work() as work:
        assert work.scanners.all() == ()
    store.close()


def test_a_finding_that_a_later_version_made_is_left_out_and_nothing_else(tmp_path):
    store = SqlStore(tmp_path / "station.db")
    with store.unit_of_work() as work:
        work.scanners.put(TESTED)
        work.scanners._connection.exec_driver_sql(
            'UPDATE scanners SET findings = \'[["colour.blue", {}], ["end.enter", {}]]\''
        )
        assert work.scanners.all()[0].findings == (Finding(FindingKind.END_ENTER),)
    store.close()
