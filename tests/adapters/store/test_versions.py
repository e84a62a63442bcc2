"""What an inspection used is kept as it was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dockstation.adapters.store.unit_of_work import SqlStore
from dockstation.domain.errors import DockstationError
from dockstation.settings import ConfigFolders
from dockstation.settings.policy import load_policy

POLICY = load_policy(ConfigFolders())


def test_every_shipped_checklist_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    store = SqlStore(tmp_path / "station.db")
    with store.unit_of_work() as work:
        digests = [work.versions.keep_checklist(each) for each in POLICY.checklists]
        digests_again = [work.versions.keep_checklist(each) for each in POLICY.checklists]
        assert [work.versions.checklist(each) for each in digests] == list(POLICY.checklists)
    assert digests == digests_again
    store.close()


def test_a_text_that_was_edited_without_a_new_version_is_kept_beside_the_first(tmp_path: Path) -> None:
    store = SqlStore(tmp_path / "station.db")
    first = POLICY.checklists[0]
    edited = replace(first, questions=first.questions[:-1])
    with store.unit_of_work() as work:
        kept = [work.versions.keep_checklist(each) for each in (first, edited)]
        work.commit()
    with store.unit_of_work() as work:
        assert [work.versions.checklist(each) for each in kept] == [first, edited]
        with pytest.raises(DockstationError, match=r"checklist\.lost"):
            work.versions.checklist("0" * 64)
    store.close()
