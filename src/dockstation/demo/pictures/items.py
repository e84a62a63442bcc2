"""The returned items, each on a transparent ground of 640×800 pixels."""

from __future__ import annotations

from random import Random

from PIL import Image, ImageDraw, ImageFilter

SIZE = (640, 800)
_CLOTH = ((196, 78, 82), (76, 114, 176), (236, 232, 222), (85, 107, 84), (44, 46, 58))
_CARTON = ((238, 240, 242), (64, 120, 160), (222, 196, 150))
_JAR = ((244, 214, 220), (214, 232, 226), (240, 228, 200), (206, 214, 238))
Colour = tuple[int, int, int]


def draw_item(category: str, chance: Random) -> Image.Image:
    """An item of ``category`` as RGBA; what it looks like in detail is left to ``chance``."""
    item = Image.new("RGBA", SIZE, (0, 0, 0, 0))
    draw = ImageDraw.Draw(item)
    {"phone": _phone, "clothing": _garment, "cosmetics": _jar}.get(category, _box)(draw, chance)
    return item.filter(ImageFilter.GaussianBlur(0.7))


def _phone(draw: ImageDraw.ImageDraw, chance: Random) -> None:
    body = chance.choice(((30, 31, 34), (224, 224, 220), (66, 82, 74)))
    draw.rounded_rectangle((150, 60, 490, 740), 46, fill=body, outline=_darker(body), width=5)
    draw.rounded_rectangle((164, 74, 476, 726), 36, fill=(12, 14, 20))
    for row in range(78, 400, 2):  # the lamp's reflection in the glass
        shade = 14 + (400 - row) // 9
        draw.line((210, row, 440 - (row - 74) // 3, row), fill=(shade, shade, shade + 8), width=2)
    draw.ellipse((308, 90, 332, 114), fill=(4, 5, 8), outline=(40, 44, 60), width=2)
    _scratch(draw, chance, (190, 300, 450, 640))


def _scratch(draw: ImageDraw.ImageDraw, chance: Random, room: tuple[int, int, int, int]) -> None:
    x, y = chance.randint(room[0], room[0] + 60), chance.randint(room[1], room[3] - 120)
    points = [(x, y)]
    while x < room[2] - 40 and len(points) < 12:
        x, y = x + chance.randint(12, 26), y + chance.randint(-4, 18)
        points.append((x, min(y, room[3])))
    draw.line(points, fill=(168, 172, 180), width=3)
    draw.line([(px + 2, py + 3) for px, py in points[2:8]], fill=(96, 100, 110), width=2)


def _garment(draw: ImageDraw.ImageDraw, chance: Random) -> None:
    cloth = chance.choice(_CLOTH)
    outline = [(230, 90), (130, 130), (30, 300), (120, 350), (160, 290), (150, 730), (490, 730), (480, 290),
               (520, 350), (610, 300), (510, 130), (410, 90), (370, 125), (270, 125)]  # fmt: skip
    draw.polygon(outline, fill=cloth, outline=_darker(cloth), width=4)
    draw.arc((262, 60, 378, 150), 10, 170, fill=_darker(cloth), width=9)
    for _ in range(7):
        x, y = chance.randint(180, 440), chance.randint(260, 560)
        draw.line((x, y, x + chance.randint(-24, 24), y + chance.randint(60, 150)), fill=_darker(cloth), width=3)
    draw.rectangle((300, 138, 340, 160), fill=(250, 250, 250))
    draw.polygon([(470, 330), (540, 360), (516, 450), (446, 420)], fill=(246, 244, 236), outline=(150, 146, 136))


def _box(draw: ImageDraw.ImageDraw, chance: Random) -> None:
    side = chance.choice(_CARTON)
    draw.polygon([(90, 230), (190, 120), (590, 120), (500, 230)], fill=_lighter(side), outline=_darker(side))
    draw.polygon([(500, 230), (590, 120), (590, 610), (500, 730)], fill=_darker(side))
    draw.rectangle((90, 230, 500, 730), fill=side, outline=_darker(side), width=3)
    draw.rectangle((150, 300, 440, 580), fill=_lighter(side), outline=_darker(side), width=3)
    draw.ellipse((220, 350, 370, 540), fill=_darker(side))
    draw.rectangle((250, 330, 340, 360), fill=_darker(side))
    for row in range(3):
        draw.rectangle((150, 620 + 26 * row, 150 + chance.randint(120, 280), 630 + 26 * row), fill=_darker(side))
    draw.polygon([(90, 730), (90, 670), (150, 730)], fill=_darker(_darker(side)))


def _jar(draw: ImageDraw.ImageDraw, chance: Random) -> None:
    glass = chance.choice(_JAR)
    draw.rounded_rectangle((150, 330, 490, 690), 60, fill=glass, outline=_darker(glass), width=4)
    draw.rounded_rectangle((170, 220, 470, 345), 18, fill=(214, 188, 120), outline=(150, 126, 70), width=4)
    for x in range(184, 464, 14):
        draw.line((x, 232, x, 334), fill=(190, 162, 96), width=3)
    draw.rectangle((200, 420, 440, 600), fill=(252, 251, 248))
    for row in range(4):
        draw.rectangle((226, 446 + 36 * row, 226 + chance.randint(80, 180), 456 + 36 * row), fill=(120, 110, 104))
    draw.line((180, 380, 180, 640), fill=_lighter(glass), width=10)


def _darker(colour: Colour) -> Colour:
    red, green, blue = (round(value * 0.72) for value in colour)
    return red, green, blue


def _lighter(colour: Colour) -> Colour:
    red, green, blue = (round(value + (255 - value) * 0.4) for value in colour)
    return red, green, blue
