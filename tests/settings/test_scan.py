"""How codes are written is said in station.toml, and what cannot be read quickly is refused there."""

import pytest

from dockstation.domain.scan import SEPARATORS, ScanKind, parse
from dockstation.settings import ConfigFolders, load_station


def test_the_order_numbers_of_the_samples_are_known():
    rules = load_station(ConfigFolders()).scan.rules(2026)
    assert parse("260214-0012345", rules).kind is ScanKind.ORDER


def test_a_warehouse_names_its_own(own):
    scan = "[scan]\norder_pattern = '#\\d{4,6}'\ngs1_separator = '~'\n"
    own.write("station.toml", f'[station]\nname = "7"\n[server]\nurl = "http://a"\n{scan}')
    rules = load_station(own.folders).scan.rules(2031)
    assert (rules.order_pattern, rules.separator, rules.year) == (r"#\d{4,6}", "~", 2031)


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        (r"order_pattern = '\d{6}-\d{7}'", "order_pattern = '(a+)+'", r"'[A-Z]{2}\d{8}|#\d{4,6}'"),
        (r"order_pattern = '\d{6}-\d{7}'", "order_pattern = 7", '"…"'),
        ('gs1_separator = ""', 'gs1_separator = "A"', " | ".join(f"'{each}'" for each in SEPARATORS)),
    ],
)
def test_a_rule_that_cannot_be_is_refused_with_its_line(own, old, new, wanted):
    own.edit("station.toml", old, new)
    refused = own.refusal("station.toml")
    assert (refused.code, refused.facts["line"], refused.facts["wanted"]) == ("settings.wrong_type", own.line, wanted)
