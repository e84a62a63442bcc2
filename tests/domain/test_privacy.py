"""Of a customer no more is read than config allows; what is kept stays whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dockstation.domain.match import Listed, Match, Shortlist
from dockstation.domain.parcel import ParcelState
from dockstation.domain.privacy import Discretion
from tests.fakes.returns import a_return


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Anna Meier", "A** M**"), ("王小明", "王**"), ("欧阳娜娜", "欧**"), ("", ""), ("  O  ", "O**")],
)  # fmt: skip
def test_initials_tell_neither_the_rest_nor_its_length(name: str, initials: str) -> None:
    assert Discretion.INITIALS.customer(name) == initials
    assert Discretion.FULL.customer(name) == name
    assert Discretion.NOTHING.customer(name) == ""


def test_a_list_of_returns_is_the_same_but_for_the_customer() -> None:
    rma = replace(a_return(), customer="王小明", phone_end="4711")
    found = Shortlist((Listed(Match("SF1", rma), ParcelState.EXPECTED),), more=True)
    (shown,) = Discretion.INITIALS.shortlist(found).entries
    assert shown.match.rma == replace(rma, customer="王**")
    (shown,) = Discretion.NOTHING.shortlist(found).entries
    assert shown.match.rma == replace(rma, customer="", phone_end="")
    assert Discretion.FULL.shortlist(found) == found
