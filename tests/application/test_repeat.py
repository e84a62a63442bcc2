"""Sealed goods of one line, one after the other."""

from dataclasses import replace

import pytest

from dockstation.application.decide import Decide
from dockstation.application.inspect import Inspect
from dockstation.application.queries import Queries
from dockstation.domain.errors import DockstationError
from dockstation.domain.policy import PolicyBook
from tests.application.desk import INSPECTOR, LEVELS, Desk, a_shot
from tests.fakes import every_kind
from tests.fakes.returns import IMEI, a_return

SERIALS = (IMEI, "490154203237518", "353918052107063")


class Line(Desk):
    """A parcel of three phones of one line, all counted, with a checklist that has a fast path."""

    def _open(self):
        super()._open()
        policies = PolicyBook(every_kind.policy())
        self.inspect = Inspect(self.store, self.clock, self.photos, policies)
        self.decide = Decide(self.store, self.clock, policies)
        self.queries = Queries(self.store, self.clock, policies, LEVELS)

    def units(self):
        rma = a_return(version=4)
        self.expect(replace(rma, lines=(replace(rma.lines[0], quantity=3, serials=SERIALS), rma.lines[1])))
        parcel = self.opened()
        return [self.count(parcel, each).lpn for each in SERIALS]

    def given(self, lpn, **answers):
        self.inspect.begin(lpn, INSPECTOR)
        for question, answer in answers.items():
            self.inspect.answer(lpn, question, answer, INSPECTOR)

    def sealed(self, lpn):
        self.given(lpn, packaging="sealed", overall="new")
        self.decide(lpn, INSPECTOR)


@pytest.fixture
def line(tmp_path):
    line = Line(tmp_path)
    yield line
    line.store.close()


def refused(line, lpn):
    assert line.queries.inspect(lpn).repeatable == ""
    with pytest.raises(DockstationError, match=r"inspection\.no_repeat"):
        line.inspect.repeat(lpn, INSPECTOR)
    return True


def test_the_next_one_is_answered_as_the_sealed_one_before_and_says_from_whom(line):
    first, second, third = line.units()
    line.sealed(first)
    line.given(second)
    assert line.queries.inspect(second).repeatable == first
    assert line.inspect.repeat(second, INSPECTOR) == first
    assert dict(line.queries.inspect(second).answers) == {"packaging": "sealed", "overall": "new"}
    assert {body.get("repeated_from") for body in line.bodies("QuestionAnswered")} == {None, first}
    line.decide(second, INSPECTOR)
    line.given(third)
    assert line.queries.inspect(third).repeatable == second


def test_nothing_is_repeated_before_the_first_or_once_something_was_answered(line):
    first, second, _ = line.units()
    line.given(first)
    assert refused(line, first)
    line.given(first, packaging="sealed", overall="new")
    line.given(second)
    assert refused(line, second)
    line.decide(first, INSPECTOR)
    line.given(second, packaging="opened")
    assert refused(line, second)


def test_an_opened_one_in_between_ends_it(line):
    first, second, third = line.units()
    line.sealed(first)
    answers = {
        "packaging": "opened", "screen": "none", "marks": "none", "imei": "na", "weight": "420", "power": "fail",
        "wipe": "gone", "pieces": '{"cable":1,"charger":1}', "papers": "pass", "remark": "",
    }  # fmt: skip
    line.given(second, **answers)
    for view in ("front", "back"):
        line.inspect.photograph(second, "sides", a_shot(view), INSPECTOR, view)
    line.given(second, overall="used")
    line.decide(second, INSPECTOR)
    line.given(third)
    assert refused(line, third)


def test_goods_of_another_line_are_no_example(line):
    first, *_ = line.units()
    line.sealed(first)
    with line.store.unit_of_work() as work:
        line_id = work.units.get(first).line_id
    shirt = line.count(line.opened(), "06901234567892")
    line.given(shirt.lpn)
    assert line_id != shirt.line_id
    assert refused(line, shirt.lpn)
