"""Frames of a camera, one after the other."""

from __future__ import annotations

import numpy as np

from dockstation.adapters.decoders.agreement import AgreementFilter
from dockstation.adapters.decoders.stack import LiveDecoder
from dockstation.adapters.decoders.zbar import ZbarDecoder
from dockstation.adapters.decoders.zxing import ZxingDecoder
from dockstation.application.ports.decoder import DecodedCode
from tests.adapters.decoders.drawn import Picture, beside, drawn
from tests.bench.camera import films, watch
from tests.fakes.decoder import FakeDecoder, code

SOMETHING = np.arange(100 * 100, dtype=np.uint32).reshape(100, 100).astype(np.uint8)


def texts(codes: tuple[DecodedCode, ...]) -> set[str]:
    return {each.text for each in codes}


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
    frame = bench_frame(drawn("12345678901231", "ITF", dot=4))
    live = LiveDecoder(ZxingDecoder(thorough=False), ZbarDecoder(), seconds=10)
    assert texts(live.decode(frame)) == {"12345678901231"}
    assert LiveDecoder(ZxingDecoder(thorough=False), seconds=0).decode(frame) == ()


def test_live_the_witness_rests_while_nothing_is_doubtful() -> None:
    witness = FakeDecoder((code("B"),))
    live = LiveDecoder(FakeDecoder((code("A"),)), witness)
    live.decode(SOMETHING)
    assert witness.asked == 0


def test_live_without_time_each_frame_gets_one_look() -> None:
    engine = FakeDecoder(())
    live = LiveDecoder(engine, seconds=0)
    for _ in range(5):
        live.decode(SOMETHING)
    assert engine.asked == 5


def test_live_the_preparation_that_read_is_tried_first_on_the_next_frame() -> None:
    """So that the second frame agrees at once."""
    live = LiveDecoder(Particular(), seconds=0)
    assert [bool(live.decode(bench_frame(drawn("A")))) for _ in range(5)] == [False, True, True, True, True]


def test_live_a_code_that_stays_is_looked_for_where_it_was_on_every_second_frame() -> None:
    engine = Watched()
    live = LiveDecoder(engine)
    frame = bench_frame(drawn("DSRMA-R26110001", dot=8))
    assert [texts(live.decode(frame)) for _ in range(4)] == [{"DSRMA-R26110001"}] * 4
    assert [width < 500 for width in engine.widths] == [False, True, False, True]


def test_live_a_code_that_left_its_place_is_found_again_on_the_same_frame() -> None:
    live = LiveDecoder(ZxingDecoder(thorough=False))
    frame = bench_frame(drawn("DSRMA-R26110001", dot=8))
    live.decode(frame)
    assert texts(live.decode(np.ascontiguousarray(frame[::-1, ::-1]))) == {"DSRMA-R26110001"}
    small = np.full((200, 300), 170, np.uint8)
    live.decode(frame)
    assert live.decode(small) == ()


def test_live_a_code_that_comes_beside_another_is_seen_a_frame_later_at_most() -> None:
    live = LiveDecoder(ZxingDecoder(thorough=False))
    one, two = drawn("DSRMA-R26110001", dot=6), drawn("DSRMA-R26110002", dot=6)
    live.decode(bench_frame(one))
    both = bench_frame(one, two)
    assert [len(live.decode(both)) for _ in range(2)][-1] == 2


class Watched(ZxingDecoder):
    """Tells how wide the pictures were that it got."""

    def __init__(self) -> None:
        super().__init__(thorough=False)
        self.widths: list[int] = []

    def decode(self, image: Picture) -> tuple[DecodedCode, ...]:
        self.widths.append(image.shape[1])
        return super().decode(image)


class Particular:
    """Reads pictures of one width only."""

    def decode(self, image: Picture) -> tuple[DecodedCode, ...]:
        return (code("A"),) if image.shape[1] == 1280 else ()


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


def test_labels_are_read_from_films_and_nothing_else_is() -> None:
    """A slice of ./run bench camera: every trouble once; the glare may cover all the codes of its label."""
    seen = []
    for _, film in films(1, seed=11, sizes=["720p"]):
        live = LiveDecoder(ZxingDecoder(thorough=False), ZbarDecoder(), seconds=10)
        seen.append(watch(live.decode, list(film.frames())[:6], film.fps, film.label.texts, patient=True))
    assert sum(each.first_read is not None for each in seen) >= len(seen) - 1
    assert not any(each.wrong for each in seen)
