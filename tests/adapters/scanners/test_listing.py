"""What is plugged in, by the names that station.toml wants."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dockstation.adapters.scanners.inputs import Roots, found, keyboards
from dockstation.adapters.scanners.listing import MAKERS, attached

LETTERS = "e080ffdf 1cfffff ffffffff fffffffe".replace(" ", "")
ALL_KEYS = f"10000 7 ff800000 {LETTERS[:16]} {LETTERS[16:]}"
KNOBS = "3f000301ff 0 0 1c00000000000 0"
RULES = Path(__file__).parents[3] / "packaging" / "udev" / "70-dockstation-scanners.rules"


@pytest.fixture
def roots(tmp_path: Path) -> Roots:
    roots = Roots(tmp_path / "dev", tmp_path / "sys")
    plug(roots, 2, "AT Translated Set 2 keyboard", "0001", "0001", ALL_KEYS)
    plug(roots, 10, "Symbol Bar Code Scanner", "05e0", "1200", ALL_KEYS, "usb-Symbol_Bar_Code_Scanner_123-event-kbd")
    plug(roots, 11, "Symbol Bar Code Scanner", "05e0", "1200", KNOBS)
    plug(roots, 12, "Power Button", "0000", "0000", "10000000000000 0")
    return roots


def plug(roots: Roots, number: int, name: str, vendor: str, product: str, keys: str, lasting: str = "") -> None:
    device = roots.sys / "class" / "input" / f"event{number}" / "device"
    (device / "id").mkdir(parents=True)
    (device / "capabilities").mkdir()
    (device / "name").write_text(f"{name}\n")
    (device / "id" / "vendor").write_text(f"{vendor}\n")
    (device / "id" / "product").write_text(f"{product}\n")
    (device / "capabilities" / "key").write_text(f"{keys}\n")
    node = roots.dev / "input" / f"event{number}"
    node.parent.mkdir(parents=True, exist_ok=True)
    node.touch()
    if lasting:
        (roots.dev / "input" / "by-id").mkdir(exist_ok=True)
        (roots.dev / "input" / "by-id" / lasting).symlink_to(node)


def test_keyboards_are_listed_with_the_scanners_first_and_under_their_lasting_names(roots: Roots) -> None:
    listed = [each for each in attached(roots) if each.kind == "hid"]
    by_id = str(roots.dev / "input" / "by-id" / "usb-Symbol_Bar_Code_Scanner_123-event-kbd")
    assert [(each.device, each.maker, each.usb) for each in listed] == [
        (by_id, "Zebra", "05e0:1200"),
        (str(roots.dev / "input" / "event2"), "", "0001:0001"),
    ]
    assert listed[0].description == "Symbol Bar Code Scanner"


def test_a_part_of_its_name_is_enough_for_a_scanner(roots: Roots) -> None:
    there = keyboards(roots)
    assert found("bar code", there) == found("usb-Symbol_Bar", there) == str(roots.dev / "input" / "event10")
    assert found("/dev/input/by-id/x", there) == "/dev/input/by-id/x"


def test_a_name_of_two_keyboards_is_refused_with_both(roots: Roots) -> None:
    plug(roots, 13, "Symbol Bar Code Scanner", "05e0", "1200", ALL_KEYS)
    with pytest.raises(LookupError, match="event13"):
        found("symbol", keyboards(roots))


def test_a_machine_without_devices_has_none(tmp_path: Path) -> None:
    assert [each for each in attached(Roots(tmp_path, tmp_path)) if each.kind == "hid"] == []


def test_the_udev_rule_knows_the_same_makers() -> None:
    ids = re.findall(r'ATTRS\{idVendor\}=="([0-9a-f|]+)"', RULES.read_text("utf-8"))
    assert {each for group in ids for each in group.split("|")} == set(MAKERS)
