"""When a code in a picture counts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from dockstation.adapters.decoders import preparations
from dockstation.adapters.decoders.stack import DecoderStack
from dockstation.adapters.decoders.zbar import ZbarDecoder
from dockstation.adapters.decoders.zxing import ZxingDecoder
from dockstation.application.ports.decoder import DecodedCode
from tests.adapters.decoders.drawn import Picture, beside, drawn
from tests.fakes.decoder import FakeDecoder, code

SOMETHING = np.arange(100 * 100, dtype=np.uint32).reshape(100, 100).astype(np.uint8)
ITF = code("12345670", "ITF", 0.7)
RETAIL = code("9780441014989", "EAN13")
TRACKING = code("SF1802397326893", "Code128")
WEAK = [ITF, code("A123A", "Codabar"), code("AB1", "Code39"), code("0012345000065", "UPCE")]


def texts(codes: tuple[DecodedCode, ...]) -> set[str]:
    return {each.text for each in codes}


def stack() -> DecoderStack:
    return DecoderStack(ZxingDecoder(), ZbarDecoder())


def test_a_label_gives_all_its_codes() -> None:
    label = beside(drawn("DSRMA-R26110001"), drawn("SF1802397326893", "Code128"))
    assert texts(stack().decode(label)) == {"DSRMA-R26110001", "SF1802397326893"}


def test_what_only_the_second_engine_reads_is_returned_beside_the_first_ones() -> None:
    elsewhere = replace(code("B"), corners=((50, 50), (80, 50), (80, 80), (50, 80)))
    assert texts(DecoderStack(FakeDecoder((code("A"),)), FakeDecoder((elsewhere,))).decode(SOMETHING)) == {"A", "B"}


def test_no_more_looks_are_taken_than_are_needed() -> None:
    first, second = FakeDecoder((code("A"),)), FakeDecoder(())
    DecoderStack(first, second).decode(SOMETHING)
    assert (first.asked, second.asked) == (1, 1)


@pytest.mark.parametrize("weak", WEAK, ids=lambda each: each.symbology)
def test_a_code_that_noise_imitates_needs_witnesses(weak: DecodedCode) -> None:
    assert DecoderStack(FakeDecoder((weak,), ()), FakeDecoder(())).decode(SOMETHING) == ()
    assert DecoderStack(FakeDecoder((weak,), ()), FakeDecoder((weak,), ())).decode(SOMETHING) == ()
    (found,) = DecoderStack(FakeDecoder((weak,), (weak,), ()), FakeDecoder((weak,), ())).decode(SOMETHING)
    assert found.text == weak.text


def test_a_retail_number_in_one_look_proves_nothing() -> None:
    """Blur misreads them with valid check digits."""
    assert DecoderStack(FakeDecoder((RETAIL,), ()), FakeDecoder(())).decode(SOMETHING) == ()


def test_confidence_grows_with_the_looks_that_agree() -> None:
    one, two = (
        DecoderStack(FakeDecoder((TRACKING,), ()), FakeDecoder(answer, ())).decode(SOMETHING)[0].confidence
        for answer in ((), (TRACKING,))
    )
    assert 0.9 < one < two < 1


def test_witnesses_who_differ_prove_nothing() -> None:
    other = code("76543210", "ITF")
    assert DecoderStack(FakeDecoder((ITF,), ()), FakeDecoder((other,), ())).decode(SOMETHING) == ()


def test_two_readings_of_the_same_bars_are_never_both_returned() -> None:
    other = code("SF1802397326898", "Code128")
    assert DecoderStack(FakeDecoder((TRACKING, other), ())).decode(SOMETHING) == ()


def test_a_qr_code_inside_another_is_read_too() -> None:
    assert texts(DecoderStack(FakeDecoder((code("A"), code("B")))).decode(SOMETHING)) == {"A", "B"}


def test_the_same_kind_of_code_beside_it_is_no_contradiction() -> None:
    other = replace(code("SF1802397326898", "Code128"), corners=((50, 50), (80, 50), (80, 80), (50, 80)))
    assert texts(DecoderStack(FakeDecoder((TRACKING, other))).decode(SOMETHING)) == {TRACKING.text, other.text}


def test_a_misread_retail_number_gives_way_to_the_one_whose_bars_are_there() -> None:
    """Both engines err together, in two preparations; then one reads it right."""
    first, second = Misreading(times=2), Misreading(times=99)
    picture = drawn("0023942431015", "EAN13", dot=3)
    assert texts(DecoderStack(first, second).decode(picture)) == {"0023942431015"}


class Misreading:
    """zxing-cpp, but for the text in its first answers."""

    def __init__(self, times: int) -> None:
        self._times = times

    def decode(self, image: Picture) -> tuple[DecodedCode, ...]:
        self._times -= 1
        codes = ZxingDecoder().decode(image)
        return tuple(replace(each, text="9074932437075") for each in codes) if self._times >= 0 else codes


def test_one_product_number_in_two_lengths_is_one_code() -> None:
    upce, ean13 = code("0012345000065", "UPCE"), code("00012345000065", "EAN13")
    (found,) = DecoderStack(FakeDecoder((upce,), (upce,), (upce,), ()), FakeDecoder((ean13,), ())).decode(SOMETHING)
    assert found.symbology == "UPCE"


def test_a_code_found_in_the_doubled_picture_is_placed_in_the_picture_itself() -> None:
    square = ((20, 20), (80, 20), (80, 80), (20, 80))
    (found,) = DecoderStack(FakeDecoder((), (replace(code("A"), corners=square),))).decode(SOMETHING)
    assert found.corners == ((10, 10), (40, 10), (40, 40), (10, 40))


def test_a_faded_print_in_the_shadow_is_read() -> None:
    """What neither engine reads as it is."""
    bars = drawn("SF1802397326893", "Code128", dot=3).astype(int)
    shadow = np.linspace(0, 110, bars.shape[1]).astype(int)
    grain = np.random.default_rng(1).integers(-6, 7, bars.shape)
    faded = (177 + bars * 28 // 255 - shadow + grain).astype(np.uint8)
    assert ZxingDecoder().decode(faded) == ZbarDecoder().decode(faded) == ()
    assert texts(stack().decode(faded)) == {"SF1802397326893"}


def test_only_the_formats_asked_for_are_read() -> None:
    label = beside(drawn("DSRMA-R26110001"), drawn("SF1802397326893", "Code128"))
    assert texts(ZxingDecoder(formats=["Code128"]).decode(label)) == {"SF1802397326893"}
    assert ZxingDecoder(thorough=False).decode(drawn("A12B", "Aztec")) == ()
    assert texts(ZxingDecoder(thorough=False, formats=["Aztec"]).decode(drawn("A12B", "Aztec"))) == {"A12B"}


def test_a_small_code_in_a_large_photo_is_read() -> None:
    photo = np.full((3000, 4000), 150, np.uint8)
    small = drawn("DSRMA-R26110001", "DataMatrix", dot=3)
    photo[2500 : 2500 + small.shape[0], 3300 : 3300 + small.shape[1]] = small
    (found,) = stack().decode(photo)
    assert found.text == "DSRMA-R26110001"
    assert all(3300 < x < 3300 + small.shape[1] and 2500 < y < 2500 + small.shape[0] for x, y in found.corners)


@pytest.mark.parametrize("degrees", [7, 33])
def test_a_code_is_placed_in_the_picture_however_it_was_turned(degrees: int) -> None:
    picture = drawn("DSRMA-R26110001")
    turned = preparations.turned(picture, degrees)
    (upright,), (found,) = ZxingDecoder().decode(picture), ZxingDecoder().decode(turned.picture)
    assert np.abs(np.subtract(turned.placed(found).corners, upright.corners)).max() <= 3


def test_without_time_only_the_plain_looks_are_taken() -> None:
    first, second = FakeDecoder(()), FakeDecoder(())
    DecoderStack(first, second, seconds=0).decode(SOMETHING)
    assert (first.asked, second.asked) == (1, 1)
