"""Config for stations: published by the administrator, read by stations from where they left off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends, Header, Path, Query, Request, Response

from dockstation.server.access import require_admin, require_station
from dockstation.server.context import Context, Here
from dockstation.server.problems import Problem, documented
from dockstation.server.publishing import is_same, require_match, store
from dockstation.server.store.config import Draft, StoredDocument
from dockstation.server.store.database import Transaction
from dockstation.settings.packs import SINGLE
from dockstation.wire.config import (
    DOCUMENT_CHARACTERS,
    ConfigItemMessage,
    ConfigPageMessage,
    DocumentMessage,
    DocumentName,
    DocumentsMessage,
    DraftMessage,
    Kind,
    PublishedMessage,
    PublishMessage,
)
from dockstation.wire.rma_life import Who

PAGE = 100
VERSIONS = 100
TOML = "application/toml"
KINDS = ("checklists", "rules", "labels", "dispositions", "defects")
Match = Annotated[str | None, Header(alias="If-Match", max_length=64)]
NoneMatch = Annotated[str | None, Header(alias="If-None-Match", max_length=160)]
Named = Annotated[DocumentName, Path()]
By = Annotated[Who, Query()]


def routes() -> APIRouter:
    """The routes of this module."""
    router, admin = APIRouter(), [Depends(require_admin)]
    path, body = "/v1/config/{kind}/{name}", {"requestBody": {"required": True, "content": {TOML: {}}}}
    router.add_api_route(
        "/v1/config",
        pull,
        methods=["GET"],
        dependencies=[Depends(require_station)],
        response_model=ConfigPageMessage,
        responses=documented(410) | {304: {"description": "Nothing has changed"}},
    )
    router.add_api_route("/v1/config:list", listed, methods=["GET"], dependencies=admin)
    router.add_api_route(
        "/v1/config:publish", publish, methods=["POST"], dependencies=admin, responses=documented(409, 412, 422)
    )
    router.add_api_route(path, read, methods=["GET"], dependencies=admin, responses=documented(404))
    router.add_api_route(f"{path}/versions", versions, methods=["GET"], dependencies=admin, responses=documented(404))
    router.add_api_route(
        path, put, methods=["PUT"], dependencies=admin, openapi_extra=body, responses=documented(412, 413, 422, 428)
    )
    router.add_api_route(
        path, withdraw, methods=["DELETE"], dependencies=admin, responses=documented(404, 412, 422, 428)
    )
    return router


def pull(
    here: Here, answer: Response, cursor: Annotated[str, Query(max_length=128)] = "", match: NoneMatch = None
) -> Any:
    """The documents that changed after ``cursor``, withdrawn ones too; 304 when none did since the ``ETag``."""
    with here.database.reading() as work:
        database_id = work.rmas.database_id()
        after, newest = _after(work, database_id, cursor), work.config.newest()
        if match is not None and match == f'"{database_id}-{newest}"' and after == newest:
            return Response(status_code=304, headers={"ETag": match})
        found, more = work.config.page(after, PAGE)
    told = f"{database_id}-{found[-1].version if found else after}"
    answer.headers["ETag"] = f'"{told}"'
    return ConfigPageMessage(items=tuple(map(_item, found)), cursor=told, more=more)


def _after(work: Transaction, database_id: str, cursor: str) -> int:
    if not cursor:
        return 0
    ours, _, number = cursor.partition("-")
    known = ours == database_id and number.isascii() and number.isdigit() and len(number) < 19
    if not known or int(number) > work.config.newest():
        raise Problem(410, "cursor", "The cursor is not known here; start again without one")
    return int(number)


def _item(stored: StoredDocument) -> ConfigItemMessage:
    names = ("kind", "name", "version", "sha256", "content", "gone")
    return ConfigItemMessage(**{name: getattr(stored, name) for name in names})


def listed(here: Here) -> DocumentsMessage:
    """What is published now, without texts."""
    with here.database.reading() as work:
        return DocumentsMessage(items=tuple(_told(each) for each in work.config.of_kinds(KINDS)))


def read(
    kind: Kind, name: Named, here: Here, answer: Response, version: Annotated[int, Query(ge=0, lt=2**53)] = 0
) -> DocumentMessage:
    """A document with its text, as it is now or was in a version; the version is the ETag."""
    with here.database.reading() as work:
        found = work.config.at_version(kind, name, version) if version else work.config.get(kind, name)
    if found is None or (found.gone and not version):
        raise Problem(404, "document", "There is no such document")
    return _tagged(answer, _told(found, whole=True))


def versions(kind: Kind, name: Named, here: Here) -> DocumentsMessage:
    """Who published it when, the newest first."""
    with here.database.reading() as work:
        found = work.config.versions(kind, name, VERSIONS + 1)
    if not found:
        raise Problem(404, "document", "There is no such document")
    return DocumentsMessage(items=tuple(map(_told, found[:VERSIONS])), more=len(found) > VERSIONS)


async def put(
    kind: Kind, name: Named, by: By, request: Request, here: Here, answer: Response, match: Match = None
) -> DocumentMessage:
    """Publish the TOML text that is the body; one that is there already word for word stays what it is."""
    text = _text(await request.body())
    return _tagged(answer, await run_sync(_put, here, Draft(kind, name, text), by, match))


def withdraw(kind: Kind, name: Named, by: By, here: Here, answer: Response, match: Match = None) -> DocumentMessage:
    """Take a document away from stations: what the program brings counts again."""
    return _tagged(answer, _put(here, Draft(kind, name, gone=True), by, match))


def _put(here: Context, draft: Draft, by: str, match: str | None) -> DocumentMessage:
    def require(work: Transaction) -> list[Draft]:
        known = work.config.get(draft.kind, draft.name)
        if draft.gone and (known is None or known.gone):
            raise Problem(404, "document", "There is no such document")
        if is_same(known, draft):
            return []
        require_match(match, known)
        return [draft]

    _require_names([draft])
    store(here, require, by)
    with here.database.reading() as work:
        found = work.config.get(draft.kind, draft.name)
    assert found is not None
    return _told(found, whole=True)


def publish(asked: PublishMessage, here: Here) -> PublishedMessage:
    """Publish and withdraw several documents together, which may need each other."""
    drafts = [_draft(each) for each in asked.documents]
    if len({(each.kind, each.name) for each in drafts}) < len(drafts):
        raise Problem(422, "twice", "A document is named twice")

    def require(work: Transaction) -> list[Draft]:
        return [draft for draft, each in zip(drafts, asked.documents, strict=True) if _is_news(work, draft, each)]

    _require_names(drafts)
    stored = store(here, require, asked.by, dry_run=asked.dry_run)
    return PublishedMessage(
        items=tuple(map(_told, stored)), unchanged=len(drafts) - len(stored), dry_run=asked.dry_run
    )


def _draft(asked: DraftMessage) -> Draft:
    return Draft(asked.kind, asked.name, asked.content or "", gone=asked.content is None)


def _is_news(work: Transaction, draft: Draft, asked: DraftMessage) -> bool:
    """Whether it is not there already; 412 when somebody was quicker."""
    known = work.config.get(draft.kind, draft.name)
    if is_same(known, draft) or (draft.gone and known is None):
        return False
    version = 0 if known is None or known.gone else known.version
    if asked.before != version:
        where = {"kind": draft.kind, "name": draft.name, "version": version}
        raise Problem(412, "changed", "Somebody has changed the document meanwhile", **where)
    return True


def _require_names(drafts: Sequence[Draft]) -> None:
    for each in drafts:
        if each.kind in SINGLE and each.name != each.kind:
            raise Problem(422, "name", f"There is one document of this kind: {each.kind}/{each.kind}")


def _text(body: bytes) -> str:
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Problem(422, "utf8", "A document is text in UTF-8") from None
    if len(text) > DOCUMENT_CHARACTERS:
        raise Problem(413, "too_large", "The document is too large", limit=DOCUMENT_CHARACTERS)
    if "\0" in text:
        raise Problem(422, "nul", "A document holds no NUL")
    return text


def _told(stored: StoredDocument, *, whole: bool = False) -> DocumentMessage:
    names = ("kind", "name", "version", "sha256", "at", "by", "gone")
    told = DocumentMessage(**{name: getattr(stored, name) for name in names})
    return told.model_copy(update={"content": stored.content}) if whole else told


def _tagged(answer: Response, document: DocumentMessage) -> DocumentMessage:
    answer.headers["ETag"] = f'"{document.version}"'
    return document
