"""Photos that were taken may be discarded, taken again and marked; nothing of what was taken is ever lost."""

from dataclasses import replace

import pytest

from dockstation.domain.errors import DockstationError
from dockstation.domain.evidence import MOST_MARKS, Mark, MarkKind
from dockstation.domain.shot import Doubt
from tests.application.desk import CLERK, INSPECTOR, a_shot

PIN = Mark(MarkKind.PIN, 0.25, 0.5, defect="screen_scratch")
BOX = Mark(MarkKind.BOX, 0.1, 0.2, 0.4, 0.6, text="corner")


@pytest.fixture
def scratched(desk):
    """A unit whose scratched screen has been photographed: the desk, the unit, the photo."""
    lpn = desk.counted()
    desk.inspect.begin(lpn, INSPECTOR)
    desk.finish(lpn, until="overall", screen="light")
    return desk, lpn, desk.queries.inspect(lpn).photos[0]


def test_a_photo_says_who_took_it_when_where_and_what_was_doubted(scratched):
    desk, lpn, _ = scratched
    shot = replace(a_shot("dim"), warnings=(Doubt.BLURRED, Doubt.TOO_DARK))
    desk.inspect.photograph(lpn, "screen", shot, INSPECTOR)
    desk.reopen()
    photo = desk.queries.inspect(lpn).photos[-1]
    assert (photo.by, photo.station, photo.warnings) == ("DEMO", "st-1", ("blurred", "too_dark"))
    assert photo.taken_at <= desk.clock.now().at
    assert desk.bodies("PhotoTaken")[-1]["warnings"] == ["blurred", "too_dark"]


def test_a_discarded_photo_is_asked_for_again_and_its_bytes_stay(scratched):
    desk, lpn, photo = scratched
    desk.finish(lpn)
    desk.keep_photos.discard(lpn, "screen", photo.sha256, INSPECTOR)
    view = desk.queries.inspect(lpn)
    assert (view.step.question.id, [each.question_id for each in view.photos]) == ("screen", ["overall", "overall"])
    assert desk.photos.read(photo.sha256) == b"jpeg of screen"
    assert desk.bodies("PhotoDiscarded") == [
        {"lpn": lpn, "sha256": photo.sha256, "question": "screen", "by": "DEMO"}
    ]  # fmt: skip


def test_an_outcome_lists_what_was_kept_with_its_marks(scratched):
    desk, lpn, photo = scratched
    kept = desk.inspect.photograph(lpn, "screen", a_shot("better"), INSPECTOR, replaces=photo.sha256)
    desk.keep_photos.mark(lpn, kept.sha256, [PIN], INSPECTOR)
    desk.finish(lpn)
    desk.decide(lpn, INSPECTOR)
    listed = desk.bodies("InspectionCompleted")[0]["photos"]
    assert [each["question"] for each in listed] == ["screen", "overall", "overall"]
    assert listed[0]["sha256"] == kept.sha256
    assert (listed[0]["marks"][0]["defect"], "marks" in listed[1]) == ("screen_scratch", False)


def test_a_retake_is_one_step_so_that_the_question_is_never_open_in_between(scratched):
    desk, lpn, photo = scratched
    desk.inspect.photograph(lpn, "screen", a_shot("better"), INSPECTOR, replaces=photo.sha256)
    assert desk.kinds()[-2:] == ["PhotoDiscarded", "PhotoTaken"]
    with pytest.raises(DockstationError, match=r"photo\.missing"):
        desk.inspect.photograph(lpn, "screen", a_shot("third"), INSPECTOR, replaces=photo.sha256)
    assert len(desk.queries.inspect(lpn).photos) == 1


def test_marks_are_replaced_all_at_once_and_the_picture_is_never_touched(scratched):
    desk, lpn, photo = scratched
    desk.keep_photos.mark(lpn, photo.sha256, [PIN, BOX], INSPECTOR)
    desk.keep_photos.mark(lpn, photo.sha256, [BOX], INSPECTOR)
    desk.keep_photos.mark(lpn, photo.sha256, [BOX], INSPECTOR)
    desk.reopen()
    assert desk.queries.inspect(lpn).photos[0].marks == (BOX,)
    assert desk.photos.read(photo.sha256) == b"jpeg of screen"
    assert [len(each["marks"]) for each in desk.bodies("PhotoMarked")] == [2, 1]


@pytest.mark.parametrize(
    "marks",
    [
        [replace(PIN, x=1.01)],
        [replace(BOX, y2=float("nan"))],
        [PIN] * (MOST_MARKS + 1),
        [replace(PIN, text="x" * 200)],
    ],
)
def test_marks_beside_the_picture_or_too_many_are_refused(scratched, marks):
    desk, lpn, photo = scratched
    with pytest.raises(DockstationError, match=r"photo\.marks"):
        desk.keep_photos.mark(lpn, photo.sha256, marks, INSPECTOR)
    assert desk.bodies("PhotoMarked") == []


def test_after_the_decision_the_photos_stay_as_they_are(scratched):
    desk, lpn, photo = scratched
    desk.finish(lpn)
    desk.decide(lpn, INSPECTOR)
    for late in (
        lambda: desk.keep_photos.discard(lpn, "screen", photo.sha256, INSPECTOR),
        lambda: desk.keep_photos.mark(lpn, photo.sha256, [PIN], INSPECTOR),
    ):
        with pytest.raises(DockstationError, match=r"unit\.transition"):
            late()


def test_a_photo_of_another_question_or_unit_is_not_found(scratched):
    desk, lpn, photo = scratched
    for question, name in (("overall", photo.sha256), ("screen", "0" * 64)):
        with pytest.raises(DockstationError, match=r"photo\.missing"):
            desk.keep_photos.discard(lpn, question, name, INSPECTOR)
    with pytest.raises(DockstationError, match=r"role\.forbidden"):
        desk.keep_photos.discard(lpn, "screen", photo.sha256, CLERK)
