"""Who may set printers up."""

from __future__ import annotations

from threading import Event
from typing import Any

import pytest

from dockstation.application.set_printers_up import SetPrintersUp
from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator, Role
from dockstation.domain.printer_setup import Offsets

ACTS: dict[str, tuple[Any, ...]] = {
    "view": (),
    "state": ("label",),
    "change": ("label", {"dpi": 300}),
    "add": ("roll", {"language": "zpl", "dpi": 203, "host": "p"}),
    "choose": ({"layout": "disposition"},),
    "test": ("label",),
    "calibrate": ("label",),
    "take_mark": ("label", Offsets(), "DSCAL-X4"),
    "attached": (),
    "on_network": (Event(),),
}


class Book:
    """Two printers; nothing may be written."""

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(name)

    def corrected(self, _offsets: Offsets, _code: str) -> dict[str, float]:
        return {"offset_x_mm": 1}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("role", [Role.CLERK, Role.INSPECTOR, Role.SUPERVISOR])
def test_clerks_and_inspectors_may_not_even_look(role, act):
    nothing: Any = Book()
    set_up = SetPrintersUp(nothing, nothing, nothing, {}, lambda name: nothing)
    with pytest.raises(DockstationError) as refused:
        getattr(set_up, act)(*ACTS[act], Operator("B", "Bo", role))
    assert refused.value.code == "role.forbidden"


@pytest.mark.parametrize(("name", "code"), [("LABEL", "printer.name_taken"), ("", "printer.name")])
def test_a_new_printer_needs_a_name_of_its_own(name, code):
    nothing: Any = Book()
    nothing.printers = lambda: {"label": {}}
    with pytest.raises(DockstationError) as refused:
        SetPrintersUp(nothing, nothing, nothing, {}, lambda name: nothing).add(
            name, {}, Operator("B", "Bo", Role.ADMINISTRATOR)
        )
    assert refused.value.code == code


def test_all_labels_go_to_a_printer_that_exists():
    nothing: Any = Book()
    nothing.printers = lambda: {"label": {}}
    with pytest.raises(DockstationError) as refused:
        SetPrintersUp(nothing, nothing, nothing, {}, lambda name: nothing).choose(
            {"printer": "gone"}, Operator("B", "Bo", Role.ADMINISTRATOR)
        )
    assert refused.value.code == "printer.unknown"
