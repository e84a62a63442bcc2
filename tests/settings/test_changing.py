"""What the program writes into config itself: the rest stays as it stands, and what does not fit is refused whole."""

from __future__ import annotations

import pytest

from dockstation.domain.errors import DockstationError
from dockstation.settings import ConfigFolders
from dockstation.settings.changing import ConfigBook

MINE = """\
# Ours, by Wang
[label]   # at the dock
language = "zpl"  # Zebra
dpi = 203
host = "10.0.0.7"

# the one at the bench
[bench]
language = "pdf"
dpi = 300
transport = "folder"
folder = "out"
"""


def test_a_printer_is_changed_with_every_comment_in_its_place(own):
    file = own.write("printers.toml", MINE)
    ConfigBook(own.folders).change_printer("label", {"dpi": 300, "host": "10.0.0.7", "offset_x_mm": -1.5})
    changed = MINE.replace("dpi = 203", "dpi = 300", 1).replace('0.0.7"\n', '0.0.7"\noffset_x_mm = -1.5\n')
    assert file.read_text("utf-8") == changed
    assert [path.name for path in own.folder.iterdir()] == ["printers.toml"]


def test_a_new_printer_comes_below_and_shipped_files_become_ones_own(own):
    own.folder.mkdir()
    book = ConfigBook(own.folders)
    book.change_printer("roll", {"language": "tspl", "dpi": 203, "transport": "tcp", "host": "p", "width_mm": 60.0})
    assert list(book.printers()) == ["label", "roll"]
    assert "# Label printers." in (own.folder / "printers.toml").read_text("utf-8")
    assert (own.folder / "printers.toml").read_text("utf-8").endswith('host = "p"\nwidth_mm = 60\n')


@pytest.mark.parametrize(
    "table",
    [
        'label = { language = "zpl", dpi = 203, host = "p" }',
        'label.language = "zpl"\nlabel.dpi = 203\nlabel.host = "p"',
    ],
)
def test_a_printer_written_otherwise_is_changed_as_well(own, table):
    own.write("printers.toml", f"{table}\n")
    ConfigBook(own.folders).change_printer("label", {"speed": 4, "dpi": 600})
    settings = ConfigBook(own.folders).printers()["label"]
    assert (settings["speed"], settings["dpi"], settings["host"]) == (4, 600, "p")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"darkness": 31}, "settings.not_written"),
        ({"transport": "usb"}, "settings.missing"),
        ({"colour": "red"}, "settings.unknown_key"),
    ],
)
def test_what_does_not_fit_changes_nothing(own, change, code):
    file = own.write("printers.toml", MINE)
    with pytest.raises(DockstationError) as refused:
        ConfigBook(own.folders).change_printer("label", change)
    assert refused.value.code == code
    assert file.read_text("utf-8") == MINE
    assert [path.name for path in own.folder.iterdir()] == ["printers.toml"]


def test_a_file_that_somebody_broke_is_told_with_its_line_and_left_alone(own):
    file = own.write("printers.toml", MINE + "\n[broken\n")
    with pytest.raises(DockstationError) as refused:
        ConfigBook(own.folders).change_printer("label", {"dpi": 300})
    assert (refused.value.code, refused.value.facts["line"]) == ("settings.syntax", 14)
    assert file.read_text("utf-8").endswith("[broken\n")


def test_who_may_read_a_file_stays_as_it_is(own):
    file = own.write("printers.toml", MINE)
    file.chmod(0o640)
    ConfigBook(own.folders).change_printer("label", {"dpi": 300})
    assert file.stat().st_mode & 0o777 == 0o640


def test_layouts_are_chosen_beside_the_comments_of_station_toml(own):
    file = own.edit("station.toml", "[labels]\n", "[labels]\n# ours\n")
    book = ConfigBook(own.folders)
    before = file.read_text("utf-8")
    book.change_labels({"layout": "disposition_60x40", "printer": "label"})
    assert file.read_text("utf-8") == before.replace('layout = "disposition"', 'layout = "disposition_60x40"', 1)
    assert book.labels()["layout"] == "disposition_60x40"
    assert "disposition_60x40" in book.layouts()


def test_without_a_folder_of_its_own_nothing_is_written():
    with pytest.raises(DockstationError) as refused:
        ConfigBook(ConfigFolders()).change_printer("label", {"dpi": 300})
    assert refused.value.code == "settings.no_own_folder"


def test_a_folder_that_may_not_be_written_is_said(own, monkeypatch):
    file = own.write("printers.toml", MINE)

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DockstationError) as refused:
        ConfigBook(own.folders).change_printer("label", {"dpi": 300})
    assert (refused.value.code, file.read_text("utf-8")) == ("disk.full", MINE)


def test_one_setting_is_changed_with_every_comment_in_its_place(own):
    file = own.edit("station.toml", 'theme = "light"', 'theme = "light"')
    before = file.read_text("utf-8")
    ConfigBook(own.folders).change_setting("station", "theme", "dark")
    assert file.read_text("utf-8") == before.replace('theme = "light"', 'theme = "dark"', 1)


def test_every_setting_is_listed_once_and_those_of_the_page_of_printers_are_not():
    names = [each.name for each in ConfigBook(ConfigFolders()).settings()]
    assert len(names) == len(set(names))
    assert {"station.name", "camera.source", "dock.print_label", "log.keep"} <= set(names)
    assert "labels.printer" not in names
