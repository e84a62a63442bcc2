"""``./run screens --out DIR [--only PART] [--language L] [--look L] [--size WxH]``: every screen as PNG, with its
empty, failed and offline states. ``./run screens --guide`` renews docs/images. What is too small is told.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import product
from multiprocessing import get_context
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
IMAGES = Path("docs/images")
LOOKS = ("light", "dark", "contrast")
SIZES = ("1024x768", "1280x800", "1920x1080")


def _options(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run screens", description="pictures of every screen, as PNG")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where they go")
    parser.add_argument("--only", default="", metavar="PART", help="of scenes with this in their name")
    parser.add_argument("--language", action="append", choices=("en", "zh_CN"), help="both when not given")
    parser.add_argument("--look", action="append", choices=LOOKS, help="light and dark when not given")
    parser.add_argument("--size", action="append", choices=SIZES, help="the two larger ones when not given")
    parser.add_argument("--guide", action="store_true", help=f"instead: the pictures of the guides, into {IMAGES}")
    options = parser.parse_args(words)
    if not options.guide and options.out is None:
        parser.error("--out or --guide is needed")
    return options


def main() -> None:
    """Take them, on every processor."""
    options = _options(sys.argv[1:])
    if options.guide:
        from tests.screens.guide import renew

        renew(IMAGES)
        return
    from tests.screens.camera import listen, shoot

    options.out.mkdir(parents=True, exist_ok=True)
    kinds = list(
        product(options.language or ("en", "zh_CN"), options.look or LOOKS[:2], options.size or SIZES[1:]),
    )
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn"), listen) as pool:
        shots = [pool.submit(shoot, kind, options.only, options.out) for kind in kinds]
        for wrong in (line for shot in shots for line in shot.result()):
            print(wrong)
    print(f"{len(list(options.out.glob('*.png')))} pictures in {options.out}", file=sys.stderr)


if __name__ == "__main__":
    main()
