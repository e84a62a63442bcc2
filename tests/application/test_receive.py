"""A parcel is opened, its units are counted; what does not belong is refused and changes nothing."""

import pytest

from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import parse
from tests.fakes.returns import IMEI, SHIRT_GTIN, a_return


@pytest.mark.parametrize("code", ["SF1234567890123", "DSRMA-R26110001", "R26110001", "ORD-R26110001", IMEI])
def test_a_return_is_found_by_any_code_on_it(desk, code):
    assert desk.identify(parse(code)).rma.number == "R26110001"


def test_a_code_that_nobody_knows_has_no_match(desk):
    assert desk.identify(parse("SF0000000000000")) is None


def test_garbage_is_never_looked_up(desk):
    with pytest.raises(DockstationError, match=r"scan\.unknown_code"):
        desk.identify(parse("^XA~JA"))


def test_two_returns_under_one_code_are_not_guessed(desk):
    with desk.store.unit_of_work() as work:
        work.rmas.put([a_return("R26110002")])
        work.commit()
    with pytest.raises(DockstationError) as refused:
        desk.identify(parse("SF1234567890123"))
    assert (refused.value.code, refused.value.facts["count"]) == ("rma.ambiguous", 2)


def test_received_starts_at_nought_and_is_counted_up_by_scans(desk):
    parcel = desk.opened()
    assert [line.found for line in desk.queries.receive(parcel).lines] == [0, 0]
    desk.count(parcel, SHIRT_GTIN[1:])
    desk.count(parcel, IMEI)
    view = desk.queries.receive(parcel)
    assert [(line.found, line.remaining) for line in view.lines] == [(1, 0), (1, 1)]
    assert len({unit.lpn for unit in view.units}) == 2


def test_the_same_parcel_scanned_again_is_counted_once(desk):
    assert desk.opened() == desk.opened()
    assert desk.kinds() == ["ParcelArrived", "ParcelOpened"]


def test_a_serial_number_counts_once_for_ever(desk):
    parcel = desk.opened()
    desk.count(parcel, IMEI)
    with pytest.raises(DockstationError, match=r"unit\.serial_before"):
        desk.count(parcel, IMEI)
    assert desk.kinds().count("UnitReceived") == 1
