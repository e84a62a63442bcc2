"""A mistake in checklists or rules never takes a station down: it goes on with the last good ones."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dockstation.domain.errors import DockstationError
from dockstation.settings.watching import KeptPolicy, WatchedPolicy

LIST = "checklists/generic.toml"
BINS, ROOM = "dispositions.toml", "# capacity = { RESTOCK-1 = 40 }"
BEFORE, AFTER = "version = 1", "version = 7"


def version(watched: WatchedPolicy) -> int:
    return next(each.version for each in watched.book.current.checklists if each.id == "generic")


def break_it(own) -> None:
    text = (own.folder / LIST).read_text("utf-8")
    own.write(LIST, text.replace('answers.packaging != "sealed"', 'answers.pakaging != "sealed"'))


@pytest.fixture
def kept(tmp_path: Path) -> KeptPolicy:
    return KeptPolicy(tmp_path / "policy.json")


def test_a_good_change_is_taken_over_without_a_restart(own, kept) -> None:
    own.edit(LIST, BEFORE, BEFORE)
    watched = WatchedPolicy(own.folders, kept)
    own.edit(LIST, BEFORE, AFTER + "0")
    assert (watched.look(), version(watched)) == (None, 70)


def test_a_mistake_made_while_working_leaves_the_last_good_one_in_use_until_it_is_mended(own, kept) -> None:
    own.edit(LIST, BEFORE, AFTER)
    watched = WatchedPolicy(own.folders, kept)
    break_it(own)
    trouble = watched.look()
    assert trouble is not None
    assert (trouble.code, trouble.facts["file"], version(watched)) == (
        "settings.condition_name", str(own.folder / LIST), 7,
    )  # fmt: skip
    own.edit(LIST, BEFORE, "version = 80")
    assert (watched.look(), version(watched)) == (None, 80)


def test_room_that_no_bin_can_have_leaves_the_bins_their_known_room(own, kept) -> None:
    own.edit(BINS, ROOM, "capacity = { RESTOCK-1 = 40 }")
    watched = WatchedPolicy(own.folders, kept)
    own.edit(BINS, ROOM, "capacity = { RESTOCK-1 = -5 }")
    trouble = watched.look()
    assert trouble is not None
    assert (trouble.code, trouble.facts["line"]) == ("settings.wrong_type", own.line)
    assert watched.book.current.disposition("restock").capacity == {"RESTOCK-1": 40}


def test_a_station_started_with_a_mistake_uses_the_last_good_one_and_says_so(own, kept) -> None:
    own.edit(LIST, BEFORE, AFTER)
    WatchedPolicy(own.folders, kept)
    own.write(LIST, "this is no TOML")
    watched = WatchedPolicy(own.folders, kept)
    assert watched.trouble is not None
    assert (watched.trouble.code, version(watched)) == ("settings.syntax", 7)


def test_a_station_that_never_had_a_good_one_says_what_is_wrong(own, kept) -> None:
    own.write(LIST, "this is no TOML")
    with pytest.raises(DockstationError, match=r"settings\.syntax"):
        WatchedPolicy(own.folders, kept)


def test_a_copy_that_was_damaged_is_as_good_as_none(own, kept, tmp_path) -> None:
    (tmp_path / "policy.json").write_bytes(b'{"checklists/generic.toml": ')
    own.write(LIST, "this is no TOML")
    with pytest.raises(DockstationError, match=r"settings\.syntax"):
        WatchedPolicy(own.folders, kept)


def test_where_no_copy_can_be_written_the_good_files_are_used_and_the_disk_is_named(own, tmp_path) -> None:
    own.edit(LIST, BEFORE, AFTER)
    watched = WatchedPolicy(own.folders, KeptPolicy(tmp_path / "gone" / "policy.json"))
    assert watched.trouble is not None
    assert (watched.trouble.code, version(watched)) == ("disk.failed", 7)


def test_files_that_have_not_changed_are_not_read_again(own, kept) -> None:
    own.edit(LIST, BEFORE, AFTER)
    watched = WatchedPolicy(own.folders, kept)
    before = watched.book.current
    watched.look()
    assert watched.book.current is before


KILLED = """
import os, sys
from pathlib import Path
from dockstation.settings.watching import KeptPolicy
os.fsync = lambda _: os._exit(9)
KeptPolicy(Path(sys.argv[1])).keep({"checklists/generic.toml": "half"})
"""


def test_killed_while_the_copy_is_written_the_old_one_stays_whole(own, kept, tmp_path) -> None:
    own.edit(LIST, BEFORE, AFTER)
    WatchedPolicy(own.folders, kept)
    whole = (tmp_path / "policy.json").read_bytes()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path / "policy.json")], env=environment, check=False
    )
    assert (killed.returncode, (tmp_path / "policy.json").read_bytes()) == (9, whole)
    own.write(LIST, "this is no TOML")
    assert version(WatchedPolicy(own.folders, kept)) == 7
