"""station.toml, printers.toml and server.toml: what is not understood is said with file, line and what was meant."""

from __future__ import annotations

import pytest

from dockstation.adapters.argon2_pins import Argon2Pins
from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Role
from dockstation.domain.scanner import Layout, ScannerProfile
from dockstation.domain.weight import WeightRule
from dockstation.settings import ConfigFolders, load_printers, load_server, load_station, shipped

SHARE = "second_opinion_percent ="


def test_the_shipped_files_are_good():
    settings = load_station(ConfigFolders())
    assert (settings.station.language, settings.people[0].role) == ("en", Role.INSPECTOR)
    assert load_printers(ConfigFolders())["label"].port == 9100
    assert load_server(ConfigFolders()).host == "127.0.0.1"


def test_what_is_left_out_has_its_default(own):
    own.write("station.toml", '[station]\nname = "收货口 7"\n[server]\nurl = "https://rma.example"\n')
    settings = load_station(own.folders)
    assert (settings.station.name, settings.scan.gap_ms, settings.people) == ("收货口 7", 50, ())


def test_every_kind_of_label_has_the_station_s_printer_or_its_own(own):
    own.edit("station.toml", 'parcel_printer = ""', 'parcel_printer = "big"')
    assert load_station(own.folders).labels.printers() == {
        "layout": "label", "licence_plate": "label", "parcel": "big", "receipt": "label",
    }  # fmt: skip


def test_a_dock_without_tables_of_its_own_prints_labels_and_has_no_scale(own):
    own.write("station.toml", '[station]\nname = "D"\n[server]\nurl = "https://rma.example"\n')
    settings = load_station(own.folders)
    assert settings.dock.print_label
    assert settings.dock.weights() == WeightRule(25, 500)
    assert settings.scale.kind == ""


def test_a_kind_of_scale_that_nobody_reads_is_refused_with_its_line(own):
    own.edit("station.toml", '[scale]\nkind = ""', '[scale]\nkind = "mettler"')
    with pytest.raises(DockstationError) as caught:
        load_station(own.folders)
    assert caught.value.facts["key"] == "kind"


def test_an_own_file_hides_the_shipped_one_and_no_other(own):
    own.edit("printers.toml", "127.0.0.1", "10.0.0.9")
    assert load_printers(own.folders)["label"].host == "10.0.0.9"
    assert load_station(own.folders) == load_station(ConfigFolders())
    assert own.folders.find("station.toml") == shipped("config") / "station.toml"


def test_a_file_that_an_editor_began_with_a_byte_order_mark_is_read(own):
    path = own.edit("station.toml", '"Dock 1"', '"Dock 2"')
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_station(own.folders).station.name == "Dock 2"


@pytest.mark.parametrize(
    ("old", "new", "key", "meant"),
    [
        ("theme =", "teme =", "teme", "theme"),
        ("[camera]", "[kamera]", "kamera", "camera"),
        ("badge =", "bagde =", "bagde", "badge"),
        ("gap_ms =", "photo =", "photo", "cooldown_ms, gap_ms, gs1_separator, layout, order_pattern, prefix, suffix"),
    ],
)
def test_a_key_that_nobody_reads_is_named_with_what_was_meant(own, old, new, key, meant):
    own.edit("station.toml", old, new)
    refused = own.refusal("station.toml")
    assert refused.code == "settings.unknown_key"
    assert (refused.facts["line"], refused.facts["key"], refused.facts["meant"]) == (own.line, key, meant)


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ('name = "Dock 1"', "name = 1", "1–64"),
        ('name = "Dock 1"', 'name = ""', "1–64"),
        ('language = "en"            # en', 'language = "english" # en', "en | zh_CN"),
        ('theme = "light"', 'theme = ["light"]', "light | dark | contrast"),
        ("sync_seconds = 15", "sync_seconds = 0", "1–3600"),
        ("timeout_seconds = 10", 'timeout_seconds = "10"', "0.1–600"),
        ("timeout_seconds = 10", "timeout_seconds = nan", "0.1–600"),
        ("timeout_seconds = 10", "timeout_seconds = true", "0.1–600"),
        ("read_codes = true", "read_codes = 1", "true | false"),
        ("jpeg_quality = 90", "jpeg_quality = 101", "1–100"),
        ('exposure = "auto"', 'exposure = "manual"', '"auto" | "120"'),
        ('focus = "auto"', "focus = 12", '"auto" | "120"'),
        ("gap_ms = 50", "gap_ms = 50.0", "1–1000"),
        ('layout = "auto"', 'layout = "de"', "auto | us | system"),
        ('prefix = ""', f'prefix = "{"x" * 17}"', "0–16"),
        ("volume = 100", "volume = 101", "0–100"),
        (SHARE, SHARE + " 101 #", "0–100"),
        (SHARE, SHARE + " -1 #", "0–100"),
        (SHARE, SHARE + " 2.5 #", "0–100"),
        ('folder = ""                # where', 'folder = "reports" # where', '"/mnt/reports" | ""'),
        ("every_seconds = 1.0", "every_seconds = 0", "0.1–60"),
        ('role = "inspector"', 'role = "boss"', "clerk | inspector | supervisor | administrator"),
        ("[[people]]", "[people]", "[[people]]"),
        ('source = "0"', "source = 0", '"…"'),
    ],
)
def test_a_value_that_does_not_fit_is_told_with_how_it_is_written(own, old, new, wanted):
    own.edit("station.toml", old, new)
    refused = own.refusal("station.toml")
    assert refused.code == "settings.wrong_type"
    assert (refused.facts["line"], refused.facts["wanted"]) == (own.line, wanted)


def test_photos_and_pictures_of_codes_do_not_share_a_folder(own):
    path = own.edit("station.toml", 'photo_folder = ""', 'photo_folder = "/media/in"')
    path.write_text(path.read_text("utf-8").replace('\nfolder = ""', '\nfolder = "/media/in"'), "utf-8")
    refused = own.refusal("station.toml")
    assert (refused.code, refused.facts["line"]) == ("settings.twice", own.line)


@pytest.mark.parametrize(("given", "left_out"), [("still_width", "still_height"), ("still_height", "still_width")])
def test_half_a_size_of_full_pictures_is_none(own, given, left_out):
    own.edit("station.toml", f"{given} = 0", f"{given} = 2160")
    refused = own.refusal("station.toml")
    assert (refused.facts["key"], refused.facts["wanted"]) == (left_out, "1–8192")


@pytest.mark.parametrize("pin", ["4711", "$argon2id$v=19$m=19456,t=2,p=1$", "$2b$12$abcdefghijklmnopqrstuv"])
def test_a_pin_that_is_no_hash_is_refused_with_its_line_and_never_repeated(own, pin):
    own.edit("station.toml", 'role = "inspector"', f'role = "inspector"\npin = "{pin}"')
    refused = own.refusal("station.toml")
    assert (refused.code, refused.facts["key"], refused.facts["line"]) == ("settings.wrong_type", "pin", own.line + 1)
    assert pin not in str(refused)


def test_whose_pin_is_a_hash_can_sign_and_the_hash_is_not_shown_with_the_settings(own):
    pin = Argon2Pins().hashed("4711")
    own.edit("station.toml", 'role = "inspector"', f'role = "inspector"\npin = "{pin}"')
    settings = load_station(own.folders)
    assert settings.pins == {settings.people[0].badge: pin}
    assert pin not in repr(settings)


@pytest.mark.parametrize(
    ("table", "wanted"),
    [("station", "[station]"), ("camera", "[camera]"), ("labels", "[labels]"), ("people", "[[people]]")],
)
def test_a_value_where_a_table_belongs_is_told(own, table, wanted):
    good = [f'{name} = "x"' for name in ("station.name", "server.url") if not name.startswith(table)]
    own.write("station.toml", "\n".join([f"{table} = 5", *good]))
    refused = own.refusal("station.toml")
    assert (refused.code, refused.facts["wanted"]) == ("settings.wrong_type", wanted)


BELT = '[[scanners]]\nname = "belt"\nkind = "serial"\ndevice = "/dev/ttyACM0"\n'


def test_scanners_that_are_no_keyboards_are_named_one_by_one(own):
    own.edit("station.toml", "[labels]", BELT + "baud = 115200\n\n[labels]")
    (belt,) = load_station(own.folders).scanners
    assert (belt.name, belt.kind, belt.device, belt.baud) == ("belt", "serial", "/dev/ttyACM0", 115_200)
    assert belt.profile() == ScannerProfile("belt")


@pytest.mark.parametrize("taken", ["belt", "keyboard"])
def test_a_scanner_cannot_have_the_name_of_another_or_of_the_keyboard(own, taken):
    own.edit("station.toml", "[labels]", BELT + BELT.replace("belt", taken) + "\n[labels]")
    refused = own.refusal("station.toml")
    assert (refused.code, refused.facts["value"]) == ("settings.twice", taken)


def test_what_is_known_of_keyboard_scanners_before_any_test(own):
    own.edit("station.toml", 'suffix = ""', 'suffix = "~"')
    assert load_station(own.folders).scan.profile() == ScannerProfile("keyboard", Layout.AUTO, "", "~")


def test_a_missing_key_is_told_with_its_table_and_where_that_stands(own):
    own.edit("station.toml", "[server]\nurl =", "[server]\n# url =")
    refused = own.refusal("station.toml")
    assert (refused.code, refused.facts["key"]) == ("settings.missing", "server.url")
    assert refused.facts["line"] == own.line


def test_a_missing_table_is_told(own):
    own.write("station.toml", '[server]\nurl = "https://rma.example"\n')
    refused = own.refusal("station.toml")
    assert (refused.code, refused.facts["key"]) == ("settings.missing", "station.name")


@pytest.mark.parametrize(("text", "line"), [("\n\nname = \n", 3), ("a = 1\na = 2\n", 2), ('x = "abc', 1)])
def test_a_syntax_error_is_told_with_its_line(own, text, line):
    own.write("station.toml", text)
    refused = own.refusal("station.toml")
    assert (refused.code, refused.facts["line"]) == ("settings.syntax", line)


@pytest.mark.parametrize("data", [b'name = "\xff"', b"a = " + b"[" * 100_000])
def test_a_file_that_is_no_text_or_too_deep_is_refused(own, data):
    own.write("station.toml", "").write_bytes(data)
    assert own.refusal("station.toml").code == "settings.unreadable"


def test_two_people_with_one_badge_are_refused(own):
    person = '\n[[people]]\nbadge = "DEMO"\nname = "Somebody else"\nrole = "clerk"\n'
    own.edit("station.toml", 'role = "inspector"\n', 'role = "inspector"\n' + person)
    refused = own.refusal("station.toml")
    assert (refused.code, refused.facts["value"], refused.facts["line"]) == ("settings.twice", "DEMO", own.line + 3)


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("dpi = 203", "dpi = 0", "203 | 300 | 600"),
        ("port = 9100", "port = 99999", "1–65535"),
        ("[label]", "label = 1 #", "[label]"),
    ],
)
def test_a_printer_that_cannot_be_is_refused(own, old, new, wanted):
    text = (shipped("config") / "printers.toml").read_text("utf-8").replace(old, new, 1)
    own.write("printers.toml", text if "label = 1" not in new else "label = 1\n")
    refused = own.refusal("printers.toml")
    assert (refused.code, refused.facts["wanted"]) == ("settings.wrong_type", wanted)


@pytest.mark.parametrize(
    "line", ["port = -1", "port = 70000", "access_minutes = 0", "enrolment_code_minutes = 999999999"]
)
def test_a_server_setting_that_cannot_be_is_refused(own, line):
    own.write("server.toml", f"[server]\n{line}\n")
    assert own.refusal("server.toml").code == "settings.wrong_type"


def test_an_address_of_a_database_that_cannot_be_is_refused_and_never_shown(own):
    own.edit("server.toml", 'database_url = ""', 'database_url = "mysql://dock:geheim@db/dock"')
    refused = own.refusal("server.toml")
    assert (refused.code, refused.facts["line"]) == ("settings.wrong_type", own.line)
    own.edit("server.toml", 'database_url = ""', 'database_url = "postgresql://dock:geheim@db/dock"')
    settings = load_server(own.folders)
    assert settings.database_url.startswith("postgresql://")
    assert "geheim" not in f"{refused.facts} {settings}"
