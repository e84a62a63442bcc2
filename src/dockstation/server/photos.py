"""Photos: bytes in, under the SHA-256 that the server computed itself."""

from __future__ import annotations

import base64
from typing import Annotated

from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends, Path, Request, Response

from dockstation.server.access import require_station
from dockstation.server.blobs import Incoming
from dockstation.server.context import Context, Here
from dockstation.server.moment import now, rfc3339
from dockstation.server.problems import Problem

Name = Annotated[str, Path(pattern=r"^[0-9a-f]{64}$")]


def routes() -> APIRouter:
    """The routes of this module."""
    router = APIRouter(dependencies=[Depends(require_station)])
    router.add_api_route("/v1/blobs/{sha256}", has, methods=["HEAD"], status_code=200)
    router.add_api_route("/v1/blobs/{sha256}", put, methods=["PUT"], status_code=201)
    return router


def has(sha256: Name, here: Here) -> Response:
    """200 with the digest when the bytes are here whole, else 404."""
    if not _stored(here, sha256):
        raise Problem(404, "photo", "The photo has not come")
    return Response(headers=_digest(sha256))


async def put(sha256: Name, request: Request, here: Here) -> Response:
    """Store the bytes; 412 with the digest when they are here already, 422 when they are not what they are called."""
    said = request.headers.get("content-digest")
    if said is not None and said != _digest(sha256)["Repr-Digest"]:
        raise Problem(422, "digest", "Content-Digest is not the photo's name")
    if await run_sync(_stored, here, sha256):
        return Response(status_code=412, headers=_digest(sha256))
    incoming = await run_sync(here.blobs.incoming)
    with incoming:
        async for chunk in request.stream():
            await run_sync(incoming.write, chunk)
        if incoming.sha256 != sha256 or incoming.size == 0:
            raise Problem(422, "photo_hash", "The bytes are not what their name says")
        await run_sync(_keep, here, incoming)
    return Response(status_code=201, headers=_digest(sha256))


def _keep(here: Context, incoming: Incoming) -> None:
    incoming.keep()
    with here.database.writing() as work:
        work.outcomes.add_photo(incoming.sha256, incoming.size, rfc3339(now()))


def _stored(here: Context, sha256: str) -> bool:
    with here.database.reading() as work:
        return work.outcomes.has_photo(sha256)


def _digest(sha256: str) -> dict[str, str]:
    coded = base64.b64encode(bytes.fromhex(sha256)).decode()
    return {"Repr-Digest": f"sha-256=:{coded}:"}
