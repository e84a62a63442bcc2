"""Parcels and units go their way and no other."""

import pytest

from dockstation.domain.errors import DockstationError
from dockstation.domain.parcel import TRANSITIONS as PARCEL_STEPS
from dockstation.domain.parcel import Parcel, ParcelState
from dockstation.domain.unit import TRANSITIONS as UNIT_STEPS
from dockstation.domain.unit import Unit, UnitState


@pytest.mark.parametrize("now", ParcelState)
@pytest.mark.parametrize("wanted", ParcelState)
def test_a_parcel_takes_only_the_steps_of_the_table(now, wanted):
    parcel = Parcel("p", "SF1", ("R1",), now)
    if wanted in PARCEL_STEPS[now]:
        assert parcel.moved_to(wanted).state is wanted
    else:
        with pytest.raises(DockstationError, match=r"parcel\.transition"):
            parcel.moved_to(wanted)


@pytest.mark.parametrize("now", UnitState)
@pytest.mark.parametrize("wanted", UnitState)
def test_a_unit_takes_only_the_steps_of_the_table(now, wanted):
    unit = Unit("234679ACD", "p", "R1", "1", state=now)
    if wanted in UNIT_STEPS[now]:
        assert unit.moved_to(wanted).state is wanted
    else:
        with pytest.raises(DockstationError, match=r"unit\.transition"):
            unit.moved_to(wanted)
