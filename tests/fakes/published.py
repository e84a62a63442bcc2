"""Documents that an administrator may publish, small and sound."""

from __future__ import annotations

PIN_HASH = "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHRzb21l$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g"


def checklist(name: str, version: int = 1, question: str = "Is it whole?") -> str:
    """A checklist for goods of the category ``name``: the general one, and a question more."""
    return f"""\
id = "{name}"
version = {version}
title = {{ zh_CN = "检查", en = "Check" }}
categories = ["{name}"]
extends = "generic"

[[question]]
id = "whole"
section = "function"
kind = "pass_fail"
text = {{ zh_CN = "完整吗？", en = "{question}" }}
criterion = {{ zh_CN = "没有缺件。", en = "Nothing is missing." }}
options = [
  {{ id = "pass", text = {{ zh_CN = "是", en = "Yes" }} }},
  {{ id = "fail", text = {{ zh_CN = "不完整", en = "No" }}, defect = "broken" }},
]
"""


def rules(name: str, when: str = 'answers.whole == "fail"') -> str:
    """Rules for the same goods; what fails is scrapped."""
    return f"""\
id = "{name}"
version = 1
categories = ["{name}"]
extends = "generic"

[[disposition]]
id = "not_whole"
when = '{when}'
then = "scrap"
first = true
reason = {{ zh_CN = "不完整", en = "It is not whole" }}
"""


def person(name: str = "Ben", **changes: object) -> dict[str, object]:
    """An inspector with a PIN, as the administrator writes one."""
    return {"name": name, "roles": ["inspector"], "pin": PIN_HASH, "active": True, "by": "office"} | changes
