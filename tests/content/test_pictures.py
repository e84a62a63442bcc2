"""The reference pictures beside the criteria."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from dockstation.settings import shipped
from tests.content.cases import POLICY

FOLDER = shipped("resources") / "criteria"
NAMED = {
    name
    for checklist in POLICY.checklists
    for question in checklist.questions
    for name in (question.picture, *[option.picture for option in question.options])
    if name
}
DRAWN = {each.stem for each in FOLDER.glob("*.svg")}


def test_every_picture_that_a_checklist_names_is_there_and_none_is_left_over() -> None:
    assert NAMED == DRAWN


def test_every_picture_has_the_one_size_a_ground_of_its_own_and_no_words() -> None:
    for name in sorted(DRAWN):
        root = ET.parse(FOLDER / f"{name}.svg").getroot()
        tags = [each.tag.rpartition("}")[2] for each in root.iter()]
        assert root.get("viewBox") == "0 0 240 160", name
        assert tags[1] == "rect", name
        assert "text" not in tags, name
