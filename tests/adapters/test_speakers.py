"""Three sounds, and silence where there is no device."""

import io
import wave
from array import array

import pytest

from dockstation.adapters.speakers import NAMES, Speakers, at_volume
from dockstation.settings import shipped

SOUNDS = shipped("resources") / "sounds"


def test_every_sound_plays_over_the_one_before(capfd):
    speakers = Speakers(SOUNDS)
    for name in NAMES:
        speakers.play(name)
    assert speakers.backend
    speakers.close()
    assert capfd.readouterr().err == ""


def test_a_sound_that_does_not_exist_is_a_mistake_of_ours():
    speakers = Speakers(SOUNDS)
    with pytest.raises(KeyError):
        speakers.play("fanfare")
    speakers.close()


def test_the_volume_of_the_settings_is_the_loudness_of_what_plays():
    sound = (SOUNDS / "reject.wav").read_bytes()
    whole, half, silent = (_loudest(at_volume(sound, percent)) for percent in (100, 50, 0))
    assert (whole, silent) == (_loudest(sound), 0)
    assert abs(half - whole / 2) <= 1


def _loudest(sound: bytes) -> int:
    with wave.open(io.BytesIO(sound)) as file:
        samples = array("h", file.readframes(file.getnframes()))
    return int(max(map(abs, samples)))


def test_the_three_sounds_differ_and_the_reject_is_the_longest():
    lengths = {}
    for name in NAMES:
        with wave.open(str(SOUNDS / f"{name}.wav")) as file:
            lengths[name] = file.getnframes() / file.getframerate()
    assert len(set(lengths.values())) == 3
    assert max(lengths, key=lambda name: lengths[name]) == "reject"
