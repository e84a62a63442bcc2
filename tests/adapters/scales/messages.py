"""What scales send for a weight."""

from __future__ import annotations


def generic_line(grams: int, *, stable: bool = True) -> bytes:
    sign = "-" if grams < 0 else "+"
    return f"{'ST' if stable else 'US'},GS,{sign}{abs(grams) / 1000:7.3f}kg\r\n".encode()


def toledo_frame(grams: int, *, stable: bool = True, check: bool = True) -> bytes:
    """In kilograms to three places: no tare."""
    status = 0x20 | 1 << 4 | (grams < 0) << 1 | (not stable) << 3
    frame = b"\x02" + bytes((0x20 | 0b101 | 1 << 3, status, 0x20)) + f"{abs(grams):6}000000\r".encode()
    return frame + bytes((-sum(frame) & 0x7F,)) if check else frame
