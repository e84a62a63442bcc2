"""Makes resources/sounds/*.wav: three sounds that cannot be taken for one another, even through ear protection."""

from __future__ import annotations

import math
import struct
import wave
from pathlib import Path

RATE = 44_100
FADE = 220
SOUNDS = {
    "accept": [(1760, 70, 0.5)],
    "question": [(880, 110, 0.6), (0, 40, 0), (880, 110, 0.6)],
    "reject": [(196, 220, 0.95), (0, 60, 0), (147, 420, 0.95)],
}
"""Per sound, its tones: Hz, ms, loudness. The reject is low, long and rich in overtones: it carries furthest."""


def tone(hertz: float, milliseconds: int, loudness: float) -> list[float]:
    """One tone with soft edges, as samples from -1 to 1."""
    count = RATE * milliseconds // 1000
    edge = [min(1.0, each / FADE, (count - each) / FADE) for each in range(count)]
    return [loudness * edge[each] * _wave(hertz * each / RATE) for each in range(count)]


def _wave(turns: float) -> float:
    return sum(math.sin(2 * math.pi * turns * part) / part for part in (1, 3, 5)) / 1.2


def main() -> None:
    """Write all of them."""
    folder = Path(__file__).parents[1] / "resources" / "sounds"
    folder.mkdir(exist_ok=True)
    for name, tones in SOUNDS.items():
        samples = [sample for each in tones for sample in tone(*each)]
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(b"".join(struct.pack("<h", round(32_000 * max(-1, min(1, each)))) for each in samples))


if __name__ == "__main__":
    main()
