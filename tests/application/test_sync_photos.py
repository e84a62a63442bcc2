"""Photos follow what happened: the smallest first, each once, and none of them holds up the others."""

from __future__ import annotations

import pytest

from dockstation.application.ports.central import (
    CentralFailed,
    FailureClass,
    at_once,
)
from dockstation.application.sync import Sync
from dockstation.domain.errors import DockstationError
from tests.application.troubled import TroubledCentral, counts, photographed, until_done
from tests.fakes.central import sample_rma


def test_photos_go_the_smallest_first(desk, central, sync):
    large, small, middle = photographed(desk, b"l" * 3000, b"s", b"m" * 200)
    assert sync.once().photos == 3
    assert central.uploads == [small, middle, large]


def test_a_photo_that_the_server_has_already_is_not_sent_again(desk, central, sync):
    (name,) = photographed(desk, b"scratch")
    central.photos[name] = b"scratch"
    assert sync.once().photos == 1
    assert central.uploads == []


def test_the_server_is_asked_for_a_photo_only_while_it_may_have_come_before(desk):
    class Asked(TroubledCentral):
        questions = 0

        def has_photo(self, sha256):
            self.questions += 1
            return super().has_photo(sha256)

    central = Asked()
    sync = Sync(desk.store, desk.clock, central, desk.photos)
    photographed(desk, b"1", b"22")
    assert (sync.once().photos, central.questions) == (2, 2)
    photographed(desk, b"333", b"4444")
    assert (sync.once().photos, central.questions) == (2, 2)
    central.down = True
    (name,) = photographed(desk, b"55555")
    with pytest.raises(CentralFailed):
        sync.once()
    central.down, central.photos[name] = False, b"55555"  # it had come, and the answer was lost
    assert (sync.once().photos, central.questions) == (1, 3)
    assert name not in central.uploads


def test_a_photo_refused_for_good_or_gone_holds_up_nothing(desk, central, sync):
    refused, gone, damaged, good = photographed(desk, b"1", b"22", b"333", b"4444")
    central.poison.add(refused)
    desk.photos.path(gone).unlink()
    desk.photos.path(damaged).write_bytes(b"other bytes")
    central.expect(sample_rma("R1"))
    done = sync.once()
    assert (done.photos, done.rmas, done.more) == (1, 1, False)
    assert list(central.photos) == [good]
    assert (counts(desk).photos, counts(desk).photos_rejected) == (0, 3)


def test_a_photo_that_was_refused_is_tried_again_when_it_is_taken_again(desk, central, sync):
    (name,) = photographed(desk, b"scratch")
    desk.photos.path(name).unlink()
    sync.once()
    assert photographed(desk, b"scratch") == [name]
    assert sync.once().photos == 1
    assert (list(central.photos), counts(desk).photos_rejected) == ([name], 0)


def test_a_photo_that_has_arrived_stays_settled_when_it_is_taken_again(desk, central, sync):
    photographed(desk, b"scratch")
    sync.once()
    photographed(desk, b"scratch")
    assert counts(desk).photos == 0


def test_a_line_lost_between_two_photos_keeps_what_has_arrived(desk, central, sync):
    first, second = photographed(desk, b"1", b"22")

    class Cut(TroubledCentral):
        def put_photo(self, sha256, path, before_piece=at_once):
            if self.uploads:
                raise CentralFailed("central.timeout", FailureClass.LATER)
            super().put_photo(sha256, path, before_piece)

    cut = Cut()
    with pytest.raises(CentralFailed, match=r"central\.timeout"):
        Sync(desk.store, desk.clock, cut, desk.photos).once()
    assert cut.uploads == [first]
    until_done(sync)
    assert central.uploads == [second]


def test_a_fault_of_the_stations_own_disk_is_not_taken_for_the_photos(desk, central):
    class Broken(TroubledCentral):
        def has_photo(self, sha256):
            raise DockstationError("disk.failed", why="worn out")

    photographed(desk, b"scratch")
    with pytest.raises(DockstationError, match=r"disk\.failed"):
        Sync(desk.store, desk.clock, Broken(), desk.photos).once()
    assert (counts(desk).photos, counts(desk).photos_rejected) == (1, 0)
