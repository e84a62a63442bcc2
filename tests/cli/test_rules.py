"""``rules check`` says what is wrong with checklists and rules; ``rules replay`` what other ones would change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.application.desk import Desk
from tests.cli.program import own_config, run
from tests.fakes.small_policy import HERE, policy

LIST, RULES = "checklists/generic.toml", "rules/phone.toml"
SEALED = "when = 'answers.packaging != \"sealed\"'"


def changed(folder: Path, name: str, old: str, new: str) -> Path:
    """A config folder with one small file in which ``old`` has become ``new``."""
    text = (HERE / name).read_text("utf-8")
    assert old in text
    return own_config(folder, name, text.replace(old, new))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path, policy())
    yield desk
    desk.store.close()


@pytest.fixture
def wrong(tmp_path) -> Path:
    return changed(tmp_path / "own", LIST, SEALED, "when = 'answers.packagin != \"sealed\"'")


@pytest.fixture
def doubtful(tmp_path) -> Path:
    never = 'when = \'answers.packaging == "sealed" && answers.packaging == "opened"\''
    return changed(tmp_path / "own", LIST, SEALED, never)


def test_a_mistake_is_told_in_words_with_exit_1(wrong):
    said = run("rules", "check", "--config", wrong)
    assert (said.code, said.err) == (1, "")
    assert "MEND" in said.out
    assert f"{LIST}, line " in said.out


def test_a_mistake_is_told_as_json_and_in_chinese(wrong):
    said = run("rules", "check", "--config", wrong, "--json", "--language", "zh_CN")
    found = next(each for each in said.json()["findings"] if each["code"] == "settings.condition_name")
    assert (said.code, found["warning"], found["facts"]["value"]) == (1, False, "answers.packagin")
    assert "行" in found["says"]


def test_a_warning_fails_only_where_it_is_asked_to(doubtful):
    assert run("rules", "check", "--config", doubtful).code == 0
    assert run("rules", "check", "--config", doubtful, "--strict").code == 1


def replay(desk: Desk, folder: Path, own: Path, *words: str):
    return run("rules", "replay", "--data", folder, "--config", own, *words)


def test_the_same_rules_change_nothing(desk, tmp_path):
    desk.decided(screen="deep")
    own = changed(tmp_path / "own", RULES, "version = 2", "version = 3")
    told = replay(desk, tmp_path, own, "--json").json()
    assert (told["decided"], told["changed"], told["not_replayed"]) == (1, [], [])
    assert told["deductions"] == {"CNY": {"before": 119970, "after": 119970}}


def test_a_changed_rule_shows_the_units_that_it_changes_beside_an_open_store(desk, tmp_path):
    lpn = desk.decided(screen="deep")
    before = {each.name for each in tmp_path.iterdir()}
    own = changed(tmp_path / "own", RULES, 'severity == "major")\'\nthen = "C"', 'severity == "major")\'\nthen = "D"')
    with desk.store.unit_of_work():  # the station is in the middle of writing
        said = replay(desk, tmp_path, own, "--json")
    (unit,) = said.json()["changed"]
    assert (unit["lpn"], unit["old"]["grade"], unit["new"]["grade"]) == (lpn, "C", "D")
    assert unit["first"] == {"table": "grade", "old_rule": "grade-c-major", "new_rule": "grade-c-major"}
    assert said.json()["tables"]["grade"] == [{"old": "C", "new": "D", "count": 1}]
    assert {each.name for each in tmp_path.iterdir()} - {"own"} == before


def test_units_that_a_rule_does_not_reach_stay_as_they_are(desk, tmp_path):
    desk.decided()
    own = changed(tmp_path / "own", RULES, 'severity == "major")\'\nthen = "C"', 'severity == "major")\'\nthen = "D"')
    said = replay(desk, tmp_path, own)
    assert (said.code, said.out.splitlines()[0]) == (0, "1 decided anew, 0 change, 0 cannot be decided anew")


def test_a_rule_over_what_was_not_asked_then_is_listed_with_its_reason(desk, tmp_path):
    lpn = desk.decided()
    new = '[[question]]\nid = "smell"\n'
    own = changed(tmp_path / "own", "checklists/phone.toml", '[[question]]\nid = "screen"\n', new + QUESTION)
    changed(
        own, RULES, "when = 'defects.exists(d, d.severity == \"critical\")'", "when = 'answers.smell == \"fail\"'"
    )
    told = replay(desk, tmp_path, own, "--json").json()
    (stuck,) = told["not_replayed"]
    assert (told["decided"], stuck["lpn"], stuck["code"]) == (0, lpn, "rules.failed")
    assert "smell" in stuck["says"]


QUESTION = """\
section = "appearance"
kind = "pass_fail"
text = { zh_CN = "有异味吗？", en = "Does it smell?" }
criterion = { zh_CN = "闻一下。", en = "Smell it." }
options = [
  { id = "pass", text = { zh_CN = "没有", en = "No" } },
  { id = "fail", text = { zh_CN = "有", en = "Yes" } },
]

[[question]]
id = "screen"
"""


def test_only_what_is_as_new_is_decided_anew(desk, tmp_path):
    desk.decided()
    own = changed(tmp_path / "own", RULES, "version = 2", "version = 3")
    assert replay(desk, tmp_path, own, "--json", "--since", "2999-01-01").json()["decided"] == 0
    assert replay(desk, tmp_path, own, "--json", "--since", "2000-01-01").json()["decided"] == 1


def test_data_of_another_version_is_said_and_left_alone(desk, tmp_path):
    with desk.store.unit_of_work() as work:
        work.notes._connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
        work.commit()
    own = changed(tmp_path / "own", RULES, "version = 2", "version = 3")
    said = replay(desk, tmp_path, own)
    assert said.code == 69
    assert "another version (0001" in said.complaint()
