"""From the label on the item into its bin: the right one, a full one, and one that was exchanged."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from dockstation.domain.container import Container
from dockstation.domain.overruling import Change
from dockstation.domain.unit import UnitState
from dockstation.settings import shipped
from dockstation.settings.policy import load_policy
from tests.application.desk import INSPECTOR, SIGNED, Desk
from tests.ui.main_window.dock import Dock

ONE, TWO = 'bins = ["DISCOUNT-1"]', 'bins = ["DISCOUNT-1", "DISCOUNT-2"]\ncapacity = { "DISCOUNT-1" = 40 }'


@pytest.fixture
def labelled(dock: Dock) -> str:
    """A phone with its label on it, which goes into one of two bins; its parcel still stands open."""
    dock.configure(cooldown=0)
    known = (shipped("config") / "dispositions.toml").read_text("utf-8")
    (dock.config / "dispositions.toml").write_text(known.replace(ONE, TWO), "utf-8")
    desk = Desk(dock.data, load_policy(dock.place.folders))
    lpn = desk.decided()
    desk.labelled(lpn)
    desk.store.close()
    return lpn


def fill(dock: Dock, *codes: str) -> None:
    """These hold as many as they can, or were called full."""
    desk = Desk(dock.data, load_policy(dock.place.folders))
    with desk.store.unit_of_work() as work:
        for code in codes:
            work.containers.put(Container(code, 40, called_full=True))
        work.commit()
    desk.store.close()


def take_up(dock: Dock, lpn: str, badge: str = "ANNA") -> None:
    """The label is scanned at the start."""
    dock.begin(badge)
    dock.scan(lpn)
    dock.reach("decision")


def state(dock: Dock, lpn: str) -> UnitState:
    found: UnitState = dock.read(lambda work: work.units.get(lpn).state)
    return found


def test_a_label_scanned_at_the_start_leads_to_the_bin_and_back_to_the_start(dock: Dock, labelled: str) -> None:
    take_up(dock, labelled, "CARL")
    assert "Put it into DISCOUNT-1\nOr into DISCOUNT-2." in dock.said
    dock.scan("DSBIN-DISCOUNT-2")
    assert dock.reach("home").said == f"{labelled} is in DISCOUNT-2"
    (body,) = dock.events("UnitPutAway")
    assert (body["lpn"], body["container"], body["by"]) == (labelled, "DISCOUNT-2", "CARL")
    dock.scan(labelled)
    dock.reach("history")
    dock.press(Qt.Key.Key_F10)
    dock.reach("decision")
    assert "This item is done" in dock.said


def test_the_bin_of_another_disposition_is_refused_and_the_right_ones_are_named(dock: Dock, labelled: str) -> None:
    take_up(dock, labelled)
    dock.scan("DSBIN-SCRAP-1")
    sight = dock.until(lambda sight: sight.banner == "reject")
    assert sight.said.startswith("The bin SCRAP-1 does not take this item. Put it into DISCOUNT-1, DISCOUNT-2")
    assert (sight.stage, state(dock, labelled), dock.events("UnitPutAway")) == ("decision", UnitState.LABELLED, [])


def test_a_full_bin_is_said_then_exchanged_and_takes_the_item(dock: Dock, labelled: str) -> None:
    fill(dock, "DISCOUNT-1")
    take_up(dock, labelled)
    assert "Put it into DISCOUNT-2" in dock.said
    dock.scan("DSBIN-DISCOUNT-1")
    sight = dock.until(lambda sight: sight.banner == "reject")
    assert "is full. Put the item into DISCOUNT-2, or exchange the bin and scan DSCMD-EMPTIED" in sight.said
    dock.scan("DSCMD-EMPTIED")
    dock.reach("overruling")
    dock.scan("DSBIN-DISCOUNT-1")
    assert dock.reach("decision").said == "DISCOUNT-1 is empty"
    assert "Put it into DISCOUNT-1\nOr into DISCOUNT-2." in dock.said
    dock.scan("DSBIN-DISCOUNT-1")
    dock.reach("home")
    assert dock.events("ContainerEmptied") == [{"container": "DISCOUNT-1", "count": 40, "by": "ANNA"}]
    assert dock.read(lambda work: work.containers.get("DISCOUNT-1")) == Container("DISCOUNT-1", 1)


def test_bins_called_full_stay_so_after_a_restart_and_what_to_do_is_said(dock: Dock, labelled: str) -> None:
    take_up(dock, labelled)
    for code, left in (("DISCOUNT-1", "Put it into DISCOUNT-2"), ("DISCOUNT-2", "Every bin is full")):
        dock.scan("DSCMD-FULL")
        dock.reach("overruling")
        dock.scan(f"DSBIN-{code}")
        dock.reach("decision")
        assert left in dock.said
        assert dock.sight.said == f"{code} takes no more until it is exchanged"
    dock.window.close()
    take_up(dock, labelled)
    assert "Exchange one of them: DISCOUNT-1, DISCOUNT-2" in dock.said
    dock.scan("DSBIN-DISCOUNT-1")
    assert "and so are the others" in dock.until(lambda sight: sight.banner == "reject").said
    assert state(dock, labelled) is UnitState.LABELLED


def test_a_bin_is_exchanged_without_an_item_in_hand(dock: Dock, labelled: str) -> None:
    fill(dock, "DISCOUNT-1")
    dock.begin("CARL")
    dock.scan("DSBIN-DISCOUNT-1")
    assert "Scan the label on the item first" in dock.until(lambda sight: sight.banner == "reject").said
    dock.press(Qt.Key.Key_Escape)
    dock.scan("DSCMD-EMPTIED")
    dock.reach("overruling")
    dock.scan("DSBIN-NOWHERE")
    assert "There is no bin NOWHERE" in dock.until(lambda sight: sight.banner == "reject").said
    dock.press(Qt.Key.Key_Escape)
    dock.scan("DSBIN-DISCOUNT-1")
    assert dock.reach("home").said == "DISCOUNT-1 is empty"
    assert not dock.read(lambda work: work.containers.get("DISCOUNT-1")).called_full


def test_the_bins_name_is_typed_as_the_screen_says_it(dock: Dock, labelled: str) -> None:
    take_up(dock, labelled)
    dock.press(Qt.Key.Key_F4)
    dock.window.pages.typing._field.setText("DISCOUNT-2")
    dock.tap("OK")
    dock.reach("home")
    assert state(dock, labelled) is UnitState.PUT_AWAY


def test_from_its_parcel_the_item_leads_back_to_the_parcel(dock: Dock, labelled: str) -> None:
    dock.begin()
    dock.open_parcel()
    dock.scan(labelled)
    dock.reach("decision")
    dock.scan("DSBIN-DISCOUNT-1")
    assert dock.reach("receive").units == ((labelled, UnitState.PUT_AWAY),)


def test_a_place_that_config_lost_is_said_and_the_item_can_be_sent_elsewhere(dock: Dock) -> None:
    dock.configure(cooldown=0)
    known = (shipped("config") / "dispositions.toml").read_text("utf-8")
    own = dock.config / "dispositions.toml"
    own.write_text(
        known + known[known.index("[discount]") :].split("\n\n")[0].replace("[discount]", "\n[outlet]"), "utf-8"
    )
    desk = Desk(dock.data, load_policy(dock.place.folders))
    lpn = desk.decided()
    desk.override(lpn, Change(disposition="outlet"), "safety", SIGNED, INSPECTOR)
    desk.labelled(lpn)
    desk.store.close()
    own.unlink()
    take_up(dock, lpn)
    assert "Nowhere to put it" in dock.said
    dock.scan("DSBIN-DISCOUNT-1")
    sight = dock.until(lambda sight: sight.banner == "reject")
    assert sight.said.startswith("outlet is not set up as a place for goods. Press F9")
    dock.scan("DSCMD-OVERRIDE")
    dock.reach("overruling")
