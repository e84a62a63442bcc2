"""``rules publish`` and ``people publish``: files of a warehouse, and its people, to the server."""

from __future__ import annotations

import hashlib
import json
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

from dockstation.cli.commands import config, in_words, show
from dockstation.cli.office import ask, members
from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import shown
from dockstation.settings.packs import document_of

JSON = {"Content-Type": "application/json"}
FOLDERS = ("checklists", "rules", "labels")


def publish(options: Namespace) -> int:
    """Send files that are not at the server yet word for word; 1 when it refuses them."""
    texts, listed = dict(_texts(options.source)), ask(options, "GET", "/v1/config:list")
    if listed.status != 200:
        return _refused(members(listed))
    there = _there(members(listed))
    drafts = [_draft(key, text, there) for key, text in texts.items() if not _is_there(there.get(key), text)]
    return _send(options, drafts, len(texts) - len(drafts))


def withdraw(options: Namespace) -> int:
    """Take documents away from stations; 1 when the server refuses."""
    keys, listed = [_key(name) for name in options.names], ask(options, "GET", "/v1/config:list")
    if listed.status != 200:
        return _refused(members(listed))
    there = _there(members(listed))
    for kind, name in keys:
        if (kind, name) not in there:
            raise DockstationError("config.not_there", name=f"{kind}/{name}", there=_names(there))
    return _send(options, [_draft(key, None, there) for key in keys], 0)


def _texts(source: Path) -> Iterator[tuple[tuple[str, str], str]]:
    """Every document of a config folder or of one of its parts, or that one file."""
    files = [source] if source.is_file() else sorted(source.rglob("*.toml"))
    base = source.parent if source.is_file() else source
    if base.name in FOLDERS:
        base = base.parent
    for file in files:
        if (key := document_of(PurePosixPath(file.relative_to(base).as_posix()))) is not None:
            yield key, _text(file)
        elif source.is_file():
            raise _no_document(source)
    if not source.exists():
        raise DockstationError("settings.unreadable", file=str(source), why="no such file or folder")


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or type(error).__name__
        raise DockstationError("settings.unreadable", file=str(file), why=why) from error


def _no_document(file: Path) -> DockstationError:
    return DockstationError("config.no_document", file=str(file))


def _key(name: str) -> tuple[str, str]:
    key = document_of(PurePosixPath(f"{name.removesuffix('.toml')}.toml"))
    if key is None:
        raise _no_document(Path(name))
    return key


def _there(told: Mapping[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    return {(each["kind"], each["name"]): each for each in told["items"]}


def _is_there(known: Mapping[str, Any] | None, text: str) -> bool:
    return known is not None and known["sha256"] == hashlib.sha256(text.encode()).hexdigest()


def _names(there: Mapping[tuple[str, str], Any]) -> str:
    return ", ".join(f"{kind}/{name}" for kind, name in sorted(there)) or "-"


def _draft(key: tuple[str, str], text: str | None, there: Mapping[tuple[str, str], Any]) -> dict[str, Any]:
    known = there.get(key)
    return {"kind": key[0], "name": key[1], "content": text, "before": known["version"] if known else 0}


def _send(options: Namespace, drafts: list[dict[str, Any]], same: int) -> int:
    told: dict[str, Any] = {"items": [], "unchanged": 0, "dry_run": options.dry_run}
    status = 200
    if drafts:
        body = {"documents": drafts, "by": options.by, "dry_run": options.dry_run}
        answer = ask(options, "POST", "/v1/config:publish", body=json.dumps(body).encode(), headers=JSON)
        status, told = answer.status, members(answer)
    if options.json:
        show(told)
        return int(status != 200)
    return _refused(told) if status != 200 else _done(told, drafts, same, options.dry_run)


def _done(told: Mapping[str, Any], drafts: list[dict[str, Any]], same: int, dry_run: bool) -> int:
    before = {(each["kind"], each["name"]): each["before"] for each in drafts}
    for each in told["items"]:
        act = "withdrawn" if each["gone"] else "changed" if before[each["kind"], each["name"]] else "new"
        version = "" if dry_run else f", version {each['version']}"
        sys.stdout.write(shown(f"{each['kind']}/{each['name']}: {act}{version}", 400) + "\n")
    done = "would be published" if dry_run else "published"
    sys.stdout.write(f"{len(told['items'])} {done}, {same + told['unchanged']} unchanged\n")
    return 0


def _refused(told: Mapping[str, Any]) -> int:
    """Say each mistake in the words that the station has for it."""
    sys.stderr.write(f"dockstation: {shown(str(told.get('title', '')), 400)}\n")
    for each in told.get("faults", ()):
        sys.stderr.write(f"dockstation: {shown(_fault(each), 600)}\n")
    return 1


def _fault(told: Mapping[str, Any]) -> str:
    if "code" not in told:
        return f"{told['where']}: {told['what']}"
    facts = {name: each for name, each in told["facts"].items() if isinstance(each, str | int)}
    return in_words(DockstationError(str(told["code"]), file=told["file"], line=told["line"], **facts))


def people(options: Namespace) -> int:
    """Send the people of station.toml with the hashes of their PINs; 1 when the server refuses one."""
    from dockstation.settings import load_station

    station = load_station(config(options))
    refused = 0
    for person in station.people:
        body: dict[str, Any] = {"name": person.name, "roles": [person.role], "by": options.by}
        if pin := station.pins.get(person.badge):
            body["pin"] = pin
        refused += _person(options, person.badge, body)
    return int(refused > 0)


def _person(options: Namespace, badge: str, body: dict[str, Any]) -> int:
    path = f"/v1/people/{quote(badge, safe='')}"
    known = ask(options, "GET", path)
    if options.dry_run:
        act = "would be new" if known.status == 404 else "is there, and would be written over"
        sys.stdout.write(shown(f"{badge} {body['name']}: {act}", 400) + "\n")
        return 0
    match = {"If-Match": known.headers["ETag"]} if known.status == 200 else {}
    answer = ask(options, "PUT", path, body=json.dumps(body).encode(), headers=JSON | match)
    if answer.status != 200:
        sys.stderr.write(f"dockstation: {shown(badge, 64)}:\n")
        return _refused(members(answer))
    sys.stdout.write(shown(f"{badge} {body['name']}: published, version {members(answer)['version']}", 400) + "\n")
    return 0
