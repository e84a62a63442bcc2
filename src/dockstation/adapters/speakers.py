"""Sounds through the machine's own device, or through none where there is none."""

from __future__ import annotations

import io
import os
import sys
import wave
from array import array
from pathlib import Path

import miniaudio

NAMES = ("accept", "question", "reject")
CARDS = Path("/proc/asound/cards")


class Speakers:
    """Plays the WAV files of ``folder``, 16 bit, one channel, 44,100 Hz, at ``volume`` percent of what they hold."""

    def __init__(self, folder: Path, volume: int = 100) -> None:
        self._sounds = {name: at_volume((folder / f"{name}.wav").read_bytes(), volume) for name in NAMES}
        self._device = _device()

    @property
    def backend(self) -> str:
        """What plays: ALSA, PulseAudio, …, or Null."""
        return str(self._device.backend)

    def play(self, name: str) -> None:
        """See the port; KeyError for a sound that does not exist."""
        stream = miniaudio.stream_memory(self._sounds[name], nchannels=1)
        next(stream)
        self._device.stop()
        self._device.start(stream)

    def close(self) -> None:
        """See the port."""
        self._device.close()


def at_volume(sound: bytes, percent: int) -> bytes:
    """A 16 bit WAV, its samples at ``percent`` (0 to 100) of what they were."""
    with wave.open(io.BytesIO(sound)) as file:
        about, samples = file.getparams(), array("h", file.readframes(file.getnframes()))
    changed = io.BytesIO()
    with wave.open(changed, "wb") as file:
        file.setparams(about)
        file.writeframes(array("h", (sample * percent // 100 for sample in samples)).tobytes())
    return changed.getvalue()


def _device() -> miniaudio.PlaybackDevice:
    if _may_sound():
        try:
            return miniaudio.PlaybackDevice(nchannels=1)
        except miniaudio.MiniaudioError:
            pass
    return miniaudio.PlaybackDevice(backends=[miniaudio.Backend.NULL], nchannels=1)


def _may_sound() -> bool:
    """ALSA complains on standard error at length where there is neither card nor sound server: do not ask it."""
    if sys.platform != "linux":
        return True
    server = Path(os.environ.get("XDG_RUNTIME_DIR", "/nonexistent")) / "pulse" / "native"
    return server.exists() or (CARDS.exists() and "no soundcards" not in CARDS.read_text("utf-8"))
