"""A content file may come from anywhere."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest

from dockstation.domain.errors import DockstationError
from dockstation.labels.content import content_from_json
from tests.labels.samples import CONTENT


def test_a_file_with_every_field_is_that_content() -> None:
    assert content_from_json(json.dumps(asdict(CONTENT)).encode()) == CONTENT


def test_a_name_may_come_in_both_languages() -> None:
    content = content_from_json('{"bin": "B-1", "name": {"zh_CN": "手机", "en": "Phone"}, "void": true}'.encode())
    assert content.fields(("zh_CN", "en"))["name"] == "手机 Phone"
    assert content.void


def test_fields_left_out_are_empty() -> None:
    assert content_from_json(b'{"lpn": "A2C34567X"}').fields()["name"] == ""


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe{}", "not JSON"),
        (b"{", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b'{"lpn": "X", "copy": ' + b"9" * 5000 + b"}", "not JSON"),
        (b"[]", "not a JSON object"),
        (b"{}", "lpn is missing"),
        (b'{"lpn": ""}', "lpn is missing"),
        (b'{"lpn": "X", "nmae": "Y"}', "nmae"),
        (b'{"lpn": "X", "lpn": "Y"}', "twice"),
        (b'{"lpn": 7}', "lpn must be a text"),
        (b'{"lpn": "X", "name": null}', "name must be a text"),
        (b'{"lpn": "X", "copy": true}', "copy must be"),
        (b'{"lpn": "X", "copy": -1}', "copy must be"),
        (b'{"lpn": "X", "copy": 1.5}', "copy must be"),
        (b'{"lpn": "X", "copy": NaN}', "copy must be"),
        (b'{"lpn": "X", "void": 1}', "void must be"),
        (b'{"lpn": "X", "name": ["Y"]}', "name must be a text"),
        (b'{"lpn": "X", "name": {"en": {"en": "Y"}}}', "name must be a text"),
        (b'{"lpn": "X", "name": {"fr": "Y"}}', "name must be a text"),
        (b'{"lpn": {"en": "X"}}', "lpn must be a text"),
        (b" " * (1024 * 1024 + 1), "larger than"),
    ],
)
def test_anything_else_is_refused_in_words(data: bytes, said: str) -> None:
    with pytest.raises(DockstationError) as refused:
        content_from_json(data)
    assert refused.value.code == "label.content"
    assert said in str(refused.value.facts["what"])
