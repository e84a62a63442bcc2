"""Small pictures, drawn anew from pictures of any origin."""

from __future__ import annotations

import io

from PIL import Image

from dockstation.adapters.decoders.files import turns
from dockstation.pictures import opened

SIDE = 256
QUALITY = 85


def thumbnail(data: bytes, name: str) -> bytes:
    """The picture upright as a JPEG of ``SIDE`` pixels at the most, transparency as white.

    Raises ``picture.unreadable`` and ``picture.too_large`` with the name.
    """
    with opened(data, name) as image:
        upright = -90 * turns(image)
        image.draft("RGB", (2 * SIDE, 2 * SIDE))
        small = image.convert("RGBA" if image.has_transparency_data else "RGB")
        small.thumbnail((SIDE, SIDE))
        return _jpeg(small.rotate(upright, expand=True))


def _jpeg(image: Image.Image) -> bytes:
    if image.mode == "RGBA":
        ground = Image.new("RGB", image.size, "white")
        ground.paste(image, mask=image.getchannel("A"))
        image = ground
    file = io.BytesIO()
    image.save(file, "JPEG", quality=QUALITY)
    return file.getvalue()
