"""Three sounds, and silence where there is no device."""

import wave

import pytest

from dockstation.adapters.speakers import NAMES, Speakers
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


def test_the_three_sounds_differ_and_the_reject_is_the_longest():
    lengths = {}
    for name in NAMES:
        with wave.open(str(SOUNDS / f"{name}.wav")) as file:
            lengths[name] = file.getnframes() / file.getframerate()
    assert len(set(lengths.values())) == 3
    assert max(lengths, key=lambda name: lengths[name]) == "reject"
