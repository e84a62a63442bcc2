"""When a code in a picture counts."""

from __future__ import annotations

import numpy as np
import pytest

from dockstation.adapters.decoders.agreement import AgreementFilter
from dockstation.adapters.decoders.stack import DecoderStack, LiveDecoder
from dockstation.adapters.decoders.zbar import ZbarDecoder
from dockstation.adapters.decoders.zxing import ZxingDecoder
from dockstation.application.ports.decoder import DecodedCode
from tests.adapters.decoders.drawn import Picture, beside, drawn
from tests.fakes.decoder import FakeDecoder, code

SOMETHING = np.arange(100 * 100, dtype=np.uint32).reshape(100, 100).astype(np.uint8)
ITF = code("12345670", "ITF", 0.7)
WEAK = [ITF, code("A123A", "Codabar"), code("AB1", "Code39"), code("0012345000065", "UPCE")]


def texts(codes: tuple[DecodedCode, ...]) -> set[str]:
    return {each.text for each in codes}


def stack() -> DecoderStack:
    return DecoderStack(ZxingDecoder(), ZbarDecoder())


def test_a_label_gives_all_its_codes() -> None:
    label = beside(drawn("DSRMA-R26110001"), drawn("SF1802397326893", "Code128"))
    assert texts(stack().decode(label)) == {"DSRMA-R26110001", "SF1802397326893"}


def test_the_second_engine_is_asked_only_when_the_first_found_nothing() -> None:
    second = FakeDecoder((code("B"),))
    assert texts(DecoderStack(FakeDecoder((code("A"),)), second).decode(SOMETHING)) == {"A"}
    assert second.asked == 0
    assert texts(DecoderStack(FakeDecoder(()), second).decode(SOMETHING)) == {"B"}


@pytest.mark.parametrize("weak", WEAK, ids=lambda each: each.symbology)
def test_a_code_that_noise_imitates_needs_a_witness(weak: DecodedCode) -> None:
    once = FakeDecoder((weak,), ())
    assert DecoderStack(once, FakeDecoder(())).decode(SOMETHING) == ()
    once = FakeDecoder((weak,), ())
    (found,) = DecoderStack(once, FakeDecoder((weak,))).decode(SOMETHING)
    assert found.text == weak.text
    assert found.confidence > weak.confidence


def test_witnesses_who_differ_prove_nothing() -> None:
    other = code("76543210", "ITF")
    assert DecoderStack(FakeDecoder((ITF,), ()), FakeDecoder((other,))).decode(SOMETHING) == ()


def test_one_product_number_in_two_lengths_is_one_code() -> None:
    upce, ean13 = code("0012345000065", "UPCE"), code("00012345000065", "EAN13")
    (found,) = DecoderStack(FakeDecoder((upce,), ()), FakeDecoder((ean13,))).decode(SOMETHING)
    assert found.symbology == "UPCE"


def test_a_code_found_in_the_doubled_picture_is_placed_in_the_picture_itself() -> None:
    (found,) = DecoderStack(FakeDecoder((), (code("A"),))).decode(SOMETHING)
    assert found.corners == tuple((x // 2, y // 2) for x, y in code("A").corners)


def test_a_faded_print_in_the_shadow_is_read() -> None:
    """What neither engine reads as it is."""
    bars = drawn("SF1802397326893", "Code128", dot=3).astype(int)
    shadow = np.linspace(0, 110, bars.shape[1]).astype(int)
    grain = np.random.default_rng(1).integers(-6, 7, bars.shape)
    faded = (177 + bars * 28 // 255 - shadow + grain).astype(np.uint8)
    assert ZxingDecoder().decode(faded) == ZbarDecoder().decode(faded) == ()
    assert texts(stack().decode(faded)) == {"SF1802397326893"}


def bench_frame(*codes: Picture) -> Picture:
    frame = np.full((1080, 1920), 170, np.uint8)
    row = beside(*codes)
    frame[300 : 300 + row.shape[0], 200 : 200 + row.shape[1]] = row
    return frame


def test_live_frames_are_read_both_ways_and_placed_in_the_frame() -> None:
    frame = bench_frame(drawn("DSRMA-R26110001", dot=8))
    live = LiveDecoder(ZxingDecoder(thorough=False), ZbarDecoder())
    for _ in range(2):
        (found,) = live.decode(frame)
        assert found.text == "DSRMA-R26110001"
        assert abs(found.corners[0][0] - 296) < 12
        assert abs(found.corners[0][1] - 396) < 12


def test_live_a_doubtful_code_is_shown_to_the_witness() -> None:
    live = LiveDecoder(ZxingDecoder(thorough=False), ZbarDecoder())
    assert texts(live.decode(bench_frame(drawn("12345678901231", "ITF", dot=4)))) == {"12345678901231"}
    alone = LiveDecoder(ZxingDecoder(thorough=False))
    assert alone.decode(bench_frame(drawn("12345678901231", "ITF", dot=4))) == ()


def test_live_the_witness_rests_while_nothing_is_doubtful() -> None:
    witness = FakeDecoder((code("B"),))
    live = LiveDecoder(FakeDecoder((code("A"),)), witness)
    live.decode(SOMETHING)
    assert witness.asked == 0


def test_a_live_code_counts_from_the_second_frame_on() -> None:
    agreement = AgreementFilter()
    assert agreement.agreed([code("A")]) == ()
    assert agreement.agreed([]) == ()
    assert texts(agreement.agreed([code("A"), code("B")])) == {"A"}


def test_a_code_seen_long_ago_is_no_witness() -> None:
    agreement = AgreementFilter(needed=2, frames=4)
    agreement.agreed([code("A")])
    for _ in range(3):
        agreement.agreed([])
    assert agreement.agreed([code("A")]) == ()
