"""Photos of stations and pictures of goods: bytes under the SHA-256 that the server computed itself."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Callable
from functools import partial
from typing import Annotated, Any, Self, TypeVar

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends, Header, Path, Request, Response
from starlette.requests import ClientDisconnect

from dockstation.server.access import ByAdmin, admin_or_station, require_station
from dockstation.server.context import Context, Here
from dockstation.server.incoming import Incoming, picture_type
from dockstation.server.moment import now, rfc3339
from dockstation.server.problems import Problem, answer, documented
from dockstation.wire import COMPLETE_HEADER, OFFSET_HEADER, PHOTO_BYTES, PICTURE_BYTES

Name = Annotated[str, Path(pattern=r"^[0-9a-f]{64}$")]
Offset = Annotated[int, Header(alias=OFFSET_HEADER, ge=0, le=PHOTO_BYTES)]
PART_BYTES = 1024 * 1024
"""Of a body, as much as goes to the disk at once: each time costs a change of threads."""
Complete = Annotated[str, Header(alias=COMPLETE_HEADER)]
Found = TypeVar("Found")
_at_once = CapacityLimiter(16)
"""So many threads at most wait for photos: a slow store of photos must not hold events up."""


def routes() -> APIRouter:
    """The routes of this module."""
    router, path = APIRouter(), "/v1/blobs/{sha256}"
    station, both = [Depends(require_station)], [Depends(admin_or_station)]
    bare: dict[int | str, dict[str, Any]] = {412: {"description": "All of it is here already"}}
    body = {"requestBody": {"required": True, "content": {"application/octet-stream": {}}}}
    kinds: dict[int | str, dict[str, Any]] = {
        200: {"content": {kind: {} for kind in ("image/png", "image/jpeg", "image/webp")}}
    }
    none: dict[int | str, dict[str, Any]] = {404: {"description": "Not all of it is here"}}
    router.add_api_route(path, has, methods=["HEAD"], dependencies=both, response_class=Response, responses=none)
    router.add_api_route(
        path, get, methods=["GET"], dependencies=station, response_class=Response,
        responses=documented(404, 413, 415) | kinds,
    )  # fmt: skip
    router.add_api_route(
        path, put, methods=["PUT"], status_code=201, response_class=Response, responses=bare, openapi_extra=body
    )
    router.add_api_route(
        path, patch, methods=["PATCH"], status_code=204, dependencies=station,
        responses=documented(409) | bare | {201: {"description": "All of it is here now"}}, openapi_extra=body,
    )  # fmt: skip
    return router


async def has(sha256: Name, here: Here) -> Response:
    """200 with the digest when the bytes are here whole, else 404 with how many of them came before a cut."""
    if not await _aside(_stored, here, sha256):
        return Response(status_code=404, headers=_offset(await _aside(here.blobs.came, sha256)))
    return Response(headers=_digest(sha256))


async def get(sha256: Name, here: Here) -> Response:
    """The bytes of a picture; 404 when they have not come, 413 and 415 for what no station would show."""
    if not await _aside(_stored, here, sha256):
        raise Problem(404, "photo", "The photo has not come")
    try:
        data = await _aside(here.blobs.read, sha256, PICTURE_BYTES + 1)
    except FileNotFoundError:
        raise Problem(404, "photo", "The photo is not there any more") from None
    return Response(data, media_type=_shown_as(data, len(data)), headers=_digest(sha256))


def _shown_as(start: bytes, size: int) -> str:
    kind = picture_type(start)
    if size > PICTURE_BYTES:
        raise Problem(413, "too_large", "The picture is too large", limit=PICTURE_BYTES)
    if kind is None:
        raise Problem(415, "no_picture", "This is no PNG, JPEG or WebP picture")
    return kind


async def put(sha256: Name, request: Request, here: Here, by_admin: ByAdmin) -> Response:
    """Store the bytes; 412 with the digest when they are here already, 422 when they are not what they are called.

    The administrator puts pictures of goods: 413 and 415 for what no station would show.
    """
    said = request.headers.get("content-digest")
    if said is not None and said != _digest(sha256)["Repr-Digest"]:
        raise Problem(422, "digest", "Content-Digest is not the photo's name")
    incoming = await _aside(_unless_stored, here, sha256)
    if incoming is None:
        return Response(status_code=412, headers=_digest(sha256))
    with incoming:
        rest = await _receive(request, here, incoming, sha256, 0)
        await _aside(_end, here, incoming, rest, sha256, by_admin)
    return Response(status_code=201, headers=_digest(sha256))


async def patch(sha256: Name, request: Request, here: Here, offset: Offset, complete: Complete = "?0") -> Response:
    """Go on with an upload that was cut; 204 with the next offset, or as ``put`` when the bytes are complete.

    409 with the offset that is wanted, and without one when the whole is not what it is called: it is forgotten.
    """
    if await _aside(_stored, here, sha256):
        return Response(status_code=412, headers=_digest(sha256))
    if offset + int(request.headers.get("content-length", "0")) > PHOTO_BYTES:
        raise Problem(413, "too_large", "The photo is too large", limit=PHOTO_BYTES)
    came = await _aside(here.blobs.came, sha256)
    if offset != came:
        told = Problem(409, "offset", "Another part of the photo is wanted").content
        return answer(409, told, _offset(came))
    incoming = await _aside(here.blobs.incoming)
    with incoming:
        await _aside(incoming.write, await _receive(request, here, incoming, sha256, offset))
        await _aside(here.blobs.leave, incoming, sha256, offset)
    if complete != "?1":
        return Response(status_code=204, headers=_offset(offset + incoming.size))
    await _aside(_join, here, sha256)
    return Response(status_code=201, headers=_digest(sha256))


async def _aside(act: Callable[..., Found], *given: object) -> Found:
    return await run_sync(partial(act, *given), limiter=_at_once)


async def _receive(request: Request, here: Context, incoming: Incoming, sha256: str, offset: int) -> bytearray:
    """Take the body, a good part at once, each while the next one comes; the last part is the caller's to write.

    Of a body that is cut, what came stays for the next try.
    """
    part = bytearray()
    try:
        async with _Behind(incoming) as behind:
            async for chunk in request.stream():
                part += chunk
                if len(part) >= PART_BYTES:
                    whole, part = part, bytearray()
                    await behind.write(whole)
    except ClientDisconnect:
        await _aside(incoming.write, part)
        await _aside(here.blobs.leave, incoming, sha256, offset)
        raise
    return part


class _Behind:
    """Writes one part at a time without being waited for; all of them are written at the end of its ``with``."""

    def __init__(self, incoming: Incoming) -> None:
        self._incoming = incoming
        self._writing: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._written()

    async def write(self, part: bytearray) -> None:
        """Begin with this one once the one before it is written."""
        await self._written()
        self._writing = asyncio.create_task(_aside(self._incoming.write, part))

    async def _written(self) -> None:
        writing, self._writing = self._writing, None
        if writing is not None:
            await writing


def _unless_stored(here: Context, sha256: str) -> Incoming | None:
    return None if _stored(here, sha256) else here.blobs.incoming()


def _end(here: Context, incoming: Incoming, rest: bytearray, sha256: str, by_admin: bool) -> None:
    incoming.write(rest)
    if incoming.sha256 != sha256 or incoming.size == 0:
        raise Problem(422, "photo_hash", "The bytes are not what their name says")
    if by_admin:
        _shown_as(incoming.start, incoming.size)
    _keep(here, incoming)


def _join(here: Context, sha256: str) -> None:
    with here.blobs.joined(sha256) as whole:
        if whole.sha256 == sha256:
            _keep(here, whole)
        elif not _stored(here, sha256):  # else another upload of it was quicker
            here.blobs.forget(sha256)
            raise Problem(409, "photo_hash", "The bytes are not what their name says; send all of them anew")


def _keep(here: Context, incoming: Incoming) -> None:
    here.blobs.keep(incoming)
    here.blobs.forget(incoming.sha256)
    with here.database.writing() as work:
        work.outcomes.add_photo(incoming.sha256, incoming.size, rfc3339(now()))
    here.metrics.kept(incoming.size)


def _stored(here: Context, sha256: str) -> bool:
    with here.database.glancing() as work:
        return work.outcomes.has_photo(sha256)


def _offset(came: int) -> dict[str, str]:
    return {OFFSET_HEADER: str(came)}


def _digest(sha256: str) -> dict[str, str]:
    coded = base64.b64encode(bytes.fromhex(sha256)).decode()
    return {"Repr-Digest": f"sha-256=:{coded}:"}
