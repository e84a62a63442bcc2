"""Codes that are plain to the eye but beyond the engines: crumpled, blurred, bent."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest

from dockstation.adapters.decoders import redrawing
from dockstation.adapters.decoders.flattening import flattened
from dockstation.adapters.decoders.preparations import Prepared
from dockstation.adapters.decoders.stack import DecoderStack
from dockstation.adapters.decoders.straightening import straightened
from dockstation.adapters.decoders.zbar import ZbarDecoder
from dockstation.adapters.decoders.zxing import ZxingDecoder
from dockstation.application.ports.decoder import DecodedCode
from tests.adapters.decoders.codeless import KINDS, without_code
from tests.adapters.decoders.drawn import Picture, drawn
from tests.fakes.decoder import FakeDecoder, code

RMA = "DSRMA-R26110001/2026-11-02/0123456789"
RETAIL = "9780441014989"


def texts(codes: tuple[DecodedCode, ...]) -> set[str]:
    return {each.text for each in codes}


def stack(seconds: float = 60) -> DecoderStack:
    """What can be read at all: how soon is measured elsewhere, on a machine that does nothing else."""
    return DecoderStack(ZxingDecoder(), ZbarDecoder(), seconds=seconds)


def crumpled(turns: int) -> Picture:
    """A QR code on cloth, its middle shifted by two thirds of a module."""
    flat = drawn(RMA, dot=6)
    grid = np.indices(flat.shape).astype(np.float32)
    down, across = grid[0], grid[1]
    wave = np.float32(2 * np.pi / (0.7 * flat.shape[0]))
    x, y = across + 4 * np.sin(wave * down), down + 4 * np.sin(wave * across)
    cloth = np.asarray(cv2.remap(flat, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), np.uint8)
    return np.ascontiguousarray(np.rot90(cloth, turns))


def defocused(turns: int) -> Picture:
    """A product number out of focus, seen askew, in the grain of too little light."""
    sharp = np.asarray(drawn(RETAIL, "EAN13", dot=3), np.float32)
    slant = np.array([[1, 0.06, 0], [0, 1.0, 0]])
    askew = cv2.warpAffine(sharp, slant, sharp.shape[::-1], borderMode=cv2.BORDER_REPLICATE)
    grain = np.random.default_rng(3).normal(0, 9, sharp.shape)
    dim = (cv2.GaussianBlur(askew, (0, 0), 1.7) * 0.3 + 60 + grain).clip(0, 255)
    return np.ascontiguousarray(np.rot90(dim.astype(np.uint8), turns))


@pytest.mark.parametrize("turns", range(4))
def test_a_qr_code_on_crumpled_cloth_is_read(turns: int) -> None:
    cloth = crumpled(turns)
    assert ZxingDecoder().decode(cloth) == ZbarDecoder().decode(cloth) == ()
    assert texts(stack().decode(cloth)) == {RMA}


def test_a_flattened_code_is_placed_where_it_lies() -> None:
    (flat,) = flattened(crumpled(0))
    (found,) = map(flat.placed, ZxingDecoder().decode(flat.picture))
    (upright,) = ZxingDecoder().decode(drawn(RMA, dot=6))
    assert np.abs(np.subtract(found.corners, upright.corners)).max() <= 9


@pytest.mark.parametrize("turns", range(4))
def test_a_product_number_far_out_of_focus_is_read(turns: int) -> None:
    picture = defocused(turns)
    assert ZxingDecoder().decode(picture) == ZbarDecoder().decode(picture) == ()
    assert texts(stack().decode(picture)) == {RETAIL}


def test_bars_are_placed_in_their_whole_height() -> None:
    picture = drawn(RETAIL, "EAN13", dot=3)
    (straight,) = straightened(picture)
    (found, *_) = map(straight.placed, ZxingDecoder().decode(straight.picture))
    heights = [y for _, y in found.corners]
    assert max(heights) - min(heights) > 0.7 * np.count_nonzero(picture.min(axis=1) < 128)


@pytest.mark.parametrize("shape", [(1, 1), (1, 400), (7, 3), (60, 60)])
def test_nothing_is_found_in_pictures_too_small_or_empty(shape: tuple[int, int]) -> None:
    for grey in (0, 128, 255):
        picture = np.full(shape, grey, np.uint8)
        found: list[Prepared] = [*flattened(picture), *straightened(picture)]
        assert found == []


def test_the_bars_of_another_number_do_not_fit() -> None:
    picture = drawn(RETAIL, "EAN13", dot=3)
    (right,) = ZxingDecoder().decode(picture)
    wrong = replace(right, text="9780441074983")  # one digit, and the check digit that goes with it
    assert redrawing.fit(picture, right) > 0.9
    assert redrawing.fit(picture, wrong) < 0.5


def test_bars_fit_on_a_round_bottle_too() -> None:
    flat = drawn(RETAIL, "EAN13", dot=3)
    (right,) = ZxingDecoder().decode(flat)
    grid = np.indices(flat.shape).astype(np.float32)
    down, across = grid[0], grid[1]
    round_ = across + 6 * np.sin(np.pi * across / flat.shape[1], dtype=np.float32)
    bottle = cv2.remap(flat, round_, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    assert redrawing.fit(np.asarray(bottle, np.uint8), right) > 0.8


def test_bars_without_a_known_place_fit_nothing() -> None:
    narrow = replace(code(RETAIL, "EAN13"), corners=((40, 10), (41, 10), (41, 60), (40, 60)))
    assert redrawing.fit(drawn(RETAIL, "EAN13", dot=3), narrow) == 0


@pytest.mark.parametrize("text", ["0104412345678909", "0100012345678905"])
def test_a_databar_counts_by_its_bars(text: str) -> None:
    """One engine alone knows it, and reads it in two looks."""
    picture = drawn(text, "DataBarOmni", dot=3)
    (right,) = ZxingDecoder().decode(picture)
    assert texts(DecoderStack(FakeDecoder((right,), (right,), ()), FakeDecoder(())).decode(picture)) == {text}
    elsewhere = np.full_like(picture, 255)
    assert DecoderStack(FakeDecoder((right,), (right,), ()), FakeDecoder(())).decode(elsewhere) == ()


def test_a_part_taken_for_a_short_code_says_nothing_against_the_whole() -> None:
    whole, part = code(RETAIL, "EAN13"), code("0012345000065", "UPCE")
    first, second = FakeDecoder((whole, part), (whole, part), (whole,), ()), FakeDecoder((whole,), ())
    assert RETAIL in texts(DecoderStack(first, second).decode(drawn(RETAIL, "EAN13")))


def test_four_digits_of_itf_that_both_engines_see_again_and_again_count() -> None:
    assert texts(stack().decode(drawn("2108", "ITF", dot=3))) == {"2108"}


def test_four_digits_of_itf_in_five_looks_prove_nothing() -> None:
    """Any grid of squares reads so."""
    short = code("2108", "ITF")
    looks = (short,)
    assert DecoderStack(FakeDecoder(looks, looks, looks, looks, looks, ())).decode(without_code("modules", 1)) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_pictures_without_a_code_give_none(kind: str) -> None:
    decoder = stack(2)
    for number in range(19):
        assert decoder.decode(without_code(kind, number)) == ()
