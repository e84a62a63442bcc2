"""Published config on a real disk: bad documents, kills, a full disk, files that somebody touched."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dockstation.adapters.packs.folder import PackFolder
from dockstation.adapters.packs.people import PackRoster
from dockstation.application.ports.central import ConfigDocument
from dockstation.domain.operator import Operator, Role
from dockstation.domain.people import Person
from dockstation.settings import ConfigFolders, shipped
from dockstation.settings.policy import load_policy
from tests.fakes.published import PIN_HASH, checklist, rules

LABEL = (shipped("config") / "labels" / "container.toml").read_text("utf-8")
PERSON = f'{{"name":"Ben","roles":["clerk","supervisor"],"pin":"{PIN_HASH}","active":true}}'
TAKE = """
import os, sys
from pathlib import Path
from dockstation.adapters.packs.folder import PackFolder
from dockstation.application.ports.central import ConfigDocument

def take(text, cursor):
    documents = [ConfigDocument("labels", name, 1, sys.stdin_text + text) for name in ("one", "two")]
    PackFolder(Path(sys.argv[1])).take(documents, cursor, whole=True)

sys.stdin_text = sys.stdin.read()
"""
KILLED_AT_EVERY_STEP = (
    TAKE
    + """
take("# old", "old")
fsync, replace = os.fsync, Path.replace
for last in range(60):
    child = os.fork()
    if not child:
        left = last
        def step(act, *given):
            global left
            if not left:
                os._exit(9)
            left -= 1
            return act(*given)
        os.fsync = lambda handle: step(fsync, handle)
        Path.replace = lambda path, target: step(replace, path, target)
        take("# new", "new")
        os._exit(0)
    died = os.waitpid(child, 0)[1]
    kept = PackFolder(Path(sys.argv[1])).kept()
    print(kept.cursor, *{each.content[-3:] for each in kept.used.values()})
    if not died:
        break
"""
)
WITHOUT_ROOM = (
    TAKE
    + """
import resource
from dockstation.domain.errors import DockstationError
take("# old", "old")
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    take("# new" + "x" * 9000, "new")
except DockstationError as error:
    print(error.code)
kept = PackFolder(Path(sys.argv[1])).kept()
print(kept.cursor, *{each.content[-3:] for each in kept.used.values()})
print(sorted(each.name for each in Path(sys.argv[1]).iterdir()))
"""
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "packs"


@pytest.fixture
def packs(root: Path) -> PackFolder:
    return PackFolder(root)


def document(kind: str, text: str, name: str = "toys2", **more: bool) -> ConfigDocument:
    return ConfigDocument(kind, name, 1, text, **more)


def both(**changes: str) -> list[ConfigDocument]:
    return [document("checklists", checklist("toys2", **changes)), document("rules", rules("toys2"))]  # type: ignore[arg-type] # of texts


def said(code: str, root: Path) -> list[str]:
    environment = os.environ | {"PYTHONPATH": "src"}
    command = [sys.executable, "-c", code, str(root)]
    done = subprocess.run(
        command, env=environment, input=LABEL, capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout.splitlines()


def question(root: Path) -> str:
    policy = load_policy(ConfigFolders(packs=root))
    return next(
        (each.text.in_language("en") for one in policy.checklists if one.id == "toys2" for each in one.questions
         if each.id == "whole"), "",
    )  # fmt: skip


def test_documents_become_config_files_between_the_programs_and_the_warehouses(
    packs: PackFolder, root: Path, tmp_path: Path
) -> None:
    packs.take([*both(), document("labels", LABEL, "container")], "c-1", whole=True)
    own = tmp_path / "own"
    (own / "labels").mkdir(parents=True)
    folders = ConfigFolders(own, packs=root)
    assert folders.find("labels/container.toml").is_relative_to(root)
    assert folders.find("labels/receipt.toml").is_relative_to(shipped("config"))
    (own / "labels" / "container.toml").write_text(LABEL)
    assert folders.find("labels/container.toml").is_relative_to(own)
    assert question(root) == "Is it whole?"
    assert packs.cursor() == "c-1"


def test_a_bad_document_stays_out_the_one_before_it_stays_and_the_good_ones_go_on(
    packs: PackFolder, root: Path
) -> None:
    packs.take([*both(), document("labels", LABEL)], "c-1", whole=True)
    bad = rules("toys2", 'answers.hole == "fail"')
    packs.take(
        [
            document("rules", bad),
            document("checklists", checklist("toys2", question="Is all there?")),
            document("labels", LABEL.replace("width", "widht", 1)),
            document("people", PERSON, "BEN"),
        ],
        "c-2",
        whole=False,
    )
    assert (question(root), packs.cursor()) == ("Is all there?", "c-2")
    kept = PackFolder(root).kept()
    assert kept.used["rules", "toys2"].content == rules("toys2")
    assert kept.used["labels", "toys2"].content == LABEL
    assert ("people", "BEN") in kept.used
    told = {str(each.facts["file"]): (each.code, int(each.facts["line"])) for each in kept.kept_out}
    line = bad[: bad.index("answers.hole")].count("\n") + 1
    assert told["rules/toys2.toml"] == ("settings.condition_name", line)
    assert told["labels/toys2.toml"][0] == "settings.unknown_key"
    assert PackFolder(root).kept_out() is not None


def test_what_was_kept_out_counts_once_what_it_needs_has_come(packs: PackFolder, root: Path) -> None:
    checks, rule = both()
    packs.take([rule], "c-1", whole=True)
    assert (packs.kept_out() is not None, question(root)) == (True, "")
    packs.take([checks], "c-2", whole=False)
    assert (packs.kept_out(), question(root)) == (None, "Is it whole?")


def test_what_was_withdrawn_is_gone_unless_others_need_it(packs: PackFolder, root: Path) -> None:
    packs.take(both(), "c-1", whole=True)
    packs.take([document("checklists", "", gone=True)], "c-2", whole=False)
    assert (packs.kept_out() is not None, question(root)) == (True, "Is it whole?")
    packs.take([document("rules", "", gone=True)], "c-3", whole=False)
    assert (packs.kept_out(), question(root)) == (None, "")


def test_killed_at_any_step_either_all_of_it_or_all_of_the_old_counts(root: Path) -> None:
    told = said(KILLED_AT_EVERY_STEP, root)
    assert len(told) > 8
    assert set(told) == {"old old", "new new"}
    assert (told[0], told[-1]) == ("old old", "new new")


def test_a_full_disk_is_said_and_leaves_what_was_there(root: Path) -> None:
    assert said(WITHOUT_ROOM, root) == ["disk.full", "old old", "['1', 'current']"]


def test_only_their_owner_may_read_the_files(packs: PackFolder, root: Path) -> None:
    packs.take([document("people", PERSON, "BEN"), document("labels", LABEL)], "c-1", whole=True)
    files = [path for path in root.rglob("*") if path.is_file()]
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert root.stat().st_mode & 0o777 == 0o700


def test_the_same_again_changes_nothing_and_old_folders_do_not_pile_up(packs: PackFolder, root: Path) -> None:
    for count in range(4):
        packs.take([document("labels", LABEL + f"# {count}")], f"c-{count}", whole=True)
        packs.take([], f"c-{count}", whole=False)
    assert sorted(path.name for path in root.iterdir()) == ["3", "4", "current"]


def test_files_that_somebody_changed_by_hand_are_fetched_again(packs: PackFolder, root: Path) -> None:
    packs.take([document("labels", LABEL)], "c-1", whole=True)
    (path,) = (root / "1").rglob("toys2.toml")
    path.write_text("# mine")
    again = PackFolder(root)
    assert again.cursor() == ""
    again.take([document("labels", LABEL)], "c-1", whole=True)
    assert (again.cursor(), ConfigFolders(packs=root).find("labels/toys2.toml").read_text("utf-8")) == ("c-1", LABEL)


@pytest.mark.parametrize(
    ("kind", "name"),
    [("labels", "../../evil"), ("labels", "/etc/x"), ("calendars", "cn"), ("station", "station"),
     ("dispositions", "mine"), ("people", "../x"), ("printers", "printers")],
)  # fmt: skip
def test_a_kind_or_name_that_is_no_document_here_is_left_out(
    packs: PackFolder, root: Path, kind: str, name: str
) -> None:
    packs.take([document(kind, "x = 1", name)], "c-1", whole=True)
    kept = packs.kept()
    assert (packs.cursor(), len(kept.used), kept.kept_out) == ("c-1", 0, ())


def test_people_sign_by_what_the_last_sync_brought(packs: PackFolder) -> None:
    local = Operator("ANNA", "Anna", Role.ADMINISTRATOR)
    roster = PackRoster(packs, [Person(local)])
    packs.take([document("people", PERSON, "BEN")], "c-1", whole=True)
    roster.look()
    people = roster.book.current
    assert people.operators == {"ANNA": local, "BEN": Operator("BEN", "Ben", Role.SUPERVISOR)}
    assert people.pins == {"BEN": PIN_HASH}
    packs.take([document("people", "", "BEN", gone=True)], "c-2", whole=False)
    roster.look()
    assert (set(roster.book.current.operators), roster.book.current.pins) == ({"ANNA"}, {})


def test_a_person_that_cannot_be_read_is_kept_out_by_the_badge(packs: PackFolder) -> None:
    packs.take([document("people", PERSON, "BEN")], "c-1", whole=True)
    packs.take([document("people", '{"name": "Ben", "roles": ["god"]}', "BEN")], "c-2", whole=False)
    why = packs.kept_out()
    assert why is not None
    assert (why.code, why.facts["file"]) == ("settings.person", "people/BEN")
    assert packs.kept().used["people", "BEN"].content == PERSON
