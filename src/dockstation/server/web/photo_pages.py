"""Photos for those who are logged in, whole and small; whoever made them, they can do nothing in a browser."""

from __future__ import annotations

import io
from threading import BoundedSemaphore

from fastapi import APIRouter, Depends, Response
from PIL import Image, ImageOps

from dockstation.server.context import Context, Here
from dockstation.server.incoming import picture_type
from dockstation.server.photos import Name
from dockstation.server.problems import Problem
from dockstation.server.web.roles import VIEWER
from dockstation.server.web.visits import needs
from dockstation.wire import PHOTO_BYTES

SMALL = 320
MOST_PIXELS = 60_000_000
FORMATS = ("PNG", "JPEG", "WEBP")
BROKEN = (OSError, SyntaxError, ValueError, TypeError, LookupError, ArithmeticError, EOFError)
POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"
_at_once = BoundedSemaphore(2)
"""A large picture takes up to 180 MB while it is made small."""


def routes() -> APIRouter:
    """The routes of this module."""
    router = APIRouter(dependencies=[Depends(needs(VIEWER))])
    router.add_api_route("/photos/{sha256}", whole, methods=["GET"], response_class=Response)
    router.add_api_route("/photos/{sha256}/small", small, methods=["GET"], response_class=Response)
    return router


def whole(sha256: Name, here: Here) -> Response:
    """The photo as it came; 404 where it has not come, 415 for what is no picture."""
    data, kind = _read(here, sha256)
    return _picture(data, kind)


def small(sha256: Name, here: Here) -> Response:
    """The photo at most ``SMALL`` pixels wide and high."""
    data, _kind = _read(here, sha256)
    with _at_once:
        return _picture(_shrunk(data), "image/jpeg")


def _read(here: Context, sha256: str) -> tuple[bytes, str]:
    with here.database.reading() as work:
        stored = work.outcomes.has_photo(sha256)
    try:
        data = here.blobs.read(sha256, PHOTO_BYTES) if stored else b""
    except FileNotFoundError:
        data = b""
    if not data:
        raise Problem(404, "photo", "The photo has not come")
    kind = picture_type(data)
    if kind is None:
        raise Problem(415, "no_picture", "This is no PNG, JPEG or WebP picture")
    return data, kind


def _shrunk(data: bytes) -> bytes:
    file = io.BytesIO()
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise Problem(415, "no_picture", "The picture is too large to be shown small")
            image.draft("RGB", (SMALL * 2, SMALL * 2))
            upright = ImageOps.exif_transpose(image)
            upright.thumbnail((SMALL, SMALL))
            upright.convert("RGB").save(file, "JPEG", quality=80)
    except (*BROKEN, Warning, Image.DecompressionBombError) as error:
        raise Problem(415, "no_picture", "This is no PNG, JPEG or WebP picture") from error
    return file.getvalue()


def _picture(data: bytes, kind: str) -> Response:
    return Response(data, media_type=kind, headers={"Content-Security-Policy": POLICY})
