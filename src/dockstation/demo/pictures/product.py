"""Pictures of the demo's goods, as a shop has them: drawn, on white."""

from __future__ import annotations

import io
from random import Random

from PIL import Image

from dockstation.demo.pictures.items import draw_item
from dockstation.demo.returns.catalogue import load

SIZE = (320, 400)


def product_pictures() -> dict[str, bytes]:
    """A JPEG for each SKU, always the same."""
    return {each.sku: _picture(each.category, each.sku) for goods in load().values() for each in goods}


def _picture(category: str, sku: str) -> bytes:
    item = draw_item(category, Random(sku)).resize(SIZE)  # noqa: S311 - samples, not secrets
    picture = Image.new("RGB", SIZE, "white")
    picture.paste(item, mask=item.getchannel("A"))
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=85)
    return file.getvalue()
