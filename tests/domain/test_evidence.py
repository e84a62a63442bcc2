"""Marks lie within the picture, and an event that was edited later shows."""

from __future__ import annotations

import hashlib
from math import inf, nan

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from dockstation.domain.errors import DockstationError
from dockstation.domain.evidence import (
    LONGEST_WORD,
    MOST_MARKS,
    Mark,
    MarkKind,
    canonical,
    chained,
    read_seal,
    require_marks,
)

PIN = Mark(MarkKind.PIN, 0.5, 0.5)
EVENT = {"seq": 1, "kind": "UnitReceived", "body": {"lpn": "K7M22222T", "name": "手机"}, "prev_hash": "0" * 64}


@pytest.mark.parametrize("mark", [Mark(MarkKind.BOX, 0, 0, 1, 1), Mark(MarkKind.PIN, 1, 0, text="x" * LONGEST_WORD)])
def test_the_very_edge_of_the_picture_and_the_longest_word_are_taken(mark: Mark) -> None:
    require_marks((mark,) * MOST_MARKS)


@pytest.mark.parametrize(
    "marks",
    [
        (PIN,) * (MOST_MARKS + 1),
        (PIN, Mark(MarkKind.PIN, 1.001, 0.5)),
        (Mark(MarkKind.BOX, 0.2, 0.2, -0.1, 0.4),),
        (Mark(MarkKind.PIN, nan, 0.5),),
        (Mark(MarkKind.ARROW, 0.5, 0.5, 0.5, inf),),
        (Mark(MarkKind.PIN, 0.5, 0.5, defect="x" * (LONGEST_WORD + 1)),),
        (Mark(MarkKind.PIN, 0.5, 0.5, text="x" * (LONGEST_WORD + 1)),),
    ],
)
def test_too_many_marks_or_one_beside_the_picture_are_refused(marks: tuple[Mark, ...]) -> None:
    with pytest.raises(DockstationError, match=r"photo\.marks"):
        require_marks(marks)


def test_the_hash_can_be_worked_out_by_whoever_has_the_event() -> None:
    text = '{"body":{"lpn":"K7M22222T","name":"手机"},"kind":"UnitReceived","prev_hash":"' + "0" * 64 + '","seq":1}'
    assert chained(EVENT | {"hash": "f" * 64}) == hashlib.sha256(text.encode()).hexdigest()
    assert chained(dict(reversed(EVENT.items()))) == chained(EVENT)


@pytest.mark.parametrize("edit", [{"seq": 2}, {"body": {"lpn": "K7M22222U", "name": "手机"}}, {"note": ""}])
def test_any_edit_shows(edit: dict[str, object]) -> None:
    assert chained(EVENT | edit) != chained(EVENT)


def test_numbers_are_written_as_the_standard_says() -> None:
    assert canonical({"b": 1e21, "a": 4.50, "c": 1e-7}) == b'{"a":4.5,"b":1e+21,"c":1e-7}'


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**54), 2**54) | st.floats() | st.text() | st.just("\ud800"),
    lambda each: st.lists(each, max_size=4) | st.dictionaries(st.text(max_size=4), each, max_size=4),
    max_leaves=12,
)


@settings(max_examples=60)
@given(st.dictionaries(st.text(max_size=4), JSON, max_size=5))
def test_every_value_is_written_as_the_standard_says(value: dict[str, object]) -> None:
    try:
        expected = rfc8785.dumps(value)  # type: ignore[arg-type]  # it names what JSON can hold more narrowly
    except ValueError:
        with pytest.raises(ValueError, match=r"domain|UTF-8|JCS"):
            canonical(value)
    else:
        assert canonical(value) == expected


@settings(max_examples=40)
@given(st.dictionaries(st.text(max_size=4) | st.sampled_from(["hash", "hasg", "hashh"]), st.integers(0, 9)))
def test_a_seal_is_over_all_members_but_itself(event: dict[str, object]) -> None:
    rest = {name: each for name, each in event.items() if name != "hash"}
    assert read_seal(event) == (hashlib.sha256(rfc8785.dumps(rest)).hexdigest(), rfc8785.dumps(event))  # type: ignore[arg-type]  # as above
