"""The way through a checklist: what each kind finds, demands and lets conditions see; and that it always ends."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dockstation.domain.checklist import (
    CHOICES,
    NOTE,
    Checklist,
    Comparison,
    FastPath,
    Limit,
    Measure,
    Option,
    Place,
    Question,
    QuestionKind,
    Section,
    Severity,
    Step,
    View,
    Walk,
    counted,
)
from dockstation.domain.errors import DockstationError
from dockstation.domain.grading import decide, holds
from dockstation.domain.outcome import Decision
from dockstation.domain.policy import TABLES, Rule, RuleBook
from dockstation.domain.rma import Accessory
from dockstation.domain.text import Text
from tests.fakes.returns import IMEI, a_return

K, S = QuestionKind, Severity
LINE = replace(a_return().line("1"), accessories=(Accessory("charger", 1, 9900), Accessory("cable", 2, 2900)))


def question(name, kind, **more):
    return Question(name, Section.FUNCTION, kind, Text(), Text(), **more)


def walk(*questions, line=LINE, fast_path=None, serial="", **seen):
    return Walk(Checklist("c", 1, Text(), ("*",), questions, fast_path), line, seen, holds, serial)


def limit(**more):
    return Limit("worn", S.MAJOR, Text(), **more)


DENTED = Option("dent", Text(), "dented", S.MAJOR, photo=True, note=True)
CLEAN = Option("clean", Text())
ONE = question("q", K.ONE_OF, options=(CLEAN, DENTED), not_applicable=True)
PLACES = (Place("front", Text()), Place("back", Text()))
SEVERAL = question("q", K.SEVERAL_OF, options=(DENTED, Option("stain", Text(), "stained", S.MINOR)), places=PLACES)
BATTERY = question("q", K.NUMBER, measure=Measure("%", 0, 100, 1, (limit(below=80, photo=True),)))
BAND = question("q", K.NUMBER, measure=Measure("V", 0, 300, 0, (limit(below=98), limit(above=102))))
WEIGHT = question("q", K.WEIGHT, measure=Measure("g", 1, 9999, tolerance_percent=10), defect="weight_off")
SERIAL = question("q", K.CODE, compare=Comparison.SERIAL, defect="swapped", severity=S.CRITICAL, not_applicable=True)
GTIN = question("q", K.CODE, compare=Comparison.GTIN, defect="other_goods")
ANY_CODE = question("q", K.CODE, defect="never")
PIECES = question("q", K.ACCESSORIES, defect="missing", severity=S.MINOR)


@pytest.mark.parametrize(
    ("asked", "answer", "found"),
    [
        (ONE, "clean", []),
        (ONE, "dent", [("dented", S.MAJOR, "")]),
        (ONE, "na", []),
        (SEVERAL, "none", []),
        (SEVERAL, "dent@front;dent@back;stain@back",
         [("dented", S.MAJOR, "front"), ("dented", S.MAJOR, "back"), ("stained", S.MINOR, "back")]),
        (replace(SEVERAL, severities=True, places=()), "stain:critical", [("stained", S.CRITICAL, "")]),
        (BATTERY, "80", []),
        (BATTERY, "79.9", [("worn", S.MAJOR, "")]),
        (BAND, "98", []),
        (BAND, "97", [("worn", S.MAJOR, "")]),
        (BAND, "103", [("worn", S.MAJOR, "")]),
        (WEIGHT, "378", []),
        (WEIGHT, "462", []),
        (WEIGHT, "377", [("weight_off", S.MINOR, "")]),
        (WEIGHT, "463", [("weight_off", S.MINOR, "")]),
        (SERIAL, IMEI, []),
        (SERIAL, "490154203237518", [("swapped", S.CRITICAL, "")]),
        (SERIAL, "na", []),
        (GTIN, "06923450657713", []),
        (GTIN, "04006381333931", [("other_goods", S.MINOR, "")]),
        (ANY_CODE, "whatever", []),
        (PIECES, counted({"charger": 1, "cable": 2}), []),
        (PIECES, counted({"charger": 2, "cable": 3}), []),
        (PIECES, counted({"charger": 0, "cable": 1}), [("missing", S.MINOR, "")] * 2),
        (question("q", K.TEXT, most=9), "words", []),
    ],
)  # fmt: skip
def test_what_an_answer_finds(asked, answer, found):
    defects = walk(asked).defects({"q": answer})
    assert [(each.code, each.severity, each.place) for each in defects] == found


def test_a_unit_that_was_counted_by_its_own_serial_number_is_held_against_that():
    assert walk(SERIAL, serial="OWN").defects({"q": "OWN"}) == ()
    assert [each.code for each in walk(SERIAL, serial="OWN").defects({"q": IMEI})] == ["swapped"]


def test_nothing_differs_where_nothing_is_known_to_compare_with():
    bare = replace(LINE, serials=(), gtin="", weight_g=0)
    for asked, answer in ((SERIAL, "X"), (GTIN, "X"), (WEIGHT, "9000")):
        assert walk(asked, line=bare).defects({"q": answer}) == ()


@pytest.mark.parametrize(
    ("asked", "answer", "steps"),
    [
        (ONE, "clean", []),
        (ONE, "na", []),
        (ONE, "dent", [(Step.PHOTO, ""), (Step.NOTE, "")]),
        (SEVERAL, "stain@back", []),
        (SEVERAL, "dent@front;dent@back", [(Step.PHOTO, "dent"), (Step.NOTE, "")]),
        (BATTERY, "85", []),
        (BATTERY, "20", [(Step.PHOTO, "")]),
        (question("q", K.PHOTO), None, [(Step.PHOTO, "")]),
        (question("q", K.PHOTO, views=(View("a", Text()), View("b", Text()))), None,
         [(Step.PHOTO, "a"), (Step.PHOTO, "b")]),
    ],
)  # fmt: skip
def test_what_an_answer_demands_in_turn(asked, answer, steps):
    way = walk(asked)
    answers = {} if answer is None else {"q": answer}
    shown: list[tuple[str, str]] = []
    taken: list[tuple[Step, str]] = []
    while (step := way.next_step(answers, shown)).question is not None:
        taken.append((step.step, step.view))
        if step.step is Step.PHOTO:
            shown.append(("q", step.view))
        else:
            answers["q" + NOTE] = "said"
    assert taken == steps


def test_a_photo_of_another_side_does_not_show_this_one():
    way = walk(question("q", K.PHOTO, views=(View("a", Text()), View("b", Text()))))
    assert way.next_step({}, [("q", "b")]).view == "a"


LATER = question("later", K.PASS_FAIL, options=(CLEAN, DENTED))


@pytest.mark.parametrize(
    ("asked", "when", "answer", "is_asked"),
    [
        (ONE, 'answers.q == "dent"', "dent", True),
        (ONE, 'answers.q == "dent"', None, False),
        (ONE, 'answers.q == "na"', "na", True),
        (SEVERAL, '"dent" in answers.q', "dent@front", True),
        (SEVERAL, "size(answers.q) == 0", "none", True),
        (BATTERY, "answers.q < 80.0", "20", True),
        (BATTERY, "answers.q < 80.0", "90", False),
        (BATTERY, "answers.q < 80.0", None, False),
        (BATTERY, "answers.q >= 0.0", None, False),
        (WEIGHT, "answers.q > 400.0", "420", True),
        (PIECES, 'answers.q["cable"] == 1', counted({"charger": 1, "cable": 1}), True),
        (SERIAL, 'answers.q != ""', IMEI, True),
        (ONE, '"q" in asked', None, True),
        (ONE, '"nobody" in asked', "dent", False),
        (ONE, "value > 3", "dent", True),
    ],
)
def test_what_a_condition_sees_of_an_answer(asked, when, answer, is_asked):
    way = walk(asked, replace(LATER, when=when), value=4)
    answers = {} if answer is None else {"q": answer}
    assert (len(way.asked(answers)) == 2) is is_asked


def test_what_is_missing_is_told_with_its_worth():
    values = walk(PIECES).values({"q": counted({"charger": 0, "cable": 1})})
    assert values["missing"] == [
        {"name": "charger", "count": 1, "value": 9900},
        {"name": "cable", "count": 1, "value": 2900},
    ]
    assert values["missing_value"] == 12800


def test_pieces_are_not_asked_for_where_the_line_has_none():
    assert walk(PIECES, line=replace(LINE, accessories=())).asked({}) == ()


def test_sealed_goods_are_asked_little_after_that_and_opened_ones_all():
    first = question("box", K.ONE_OF, options=(Option("sealed", Text()), Option("open", Text())))
    fast = FastPath('answers.box == "sealed" && value < 500', ("later",))
    way = walk(first, ONE, LATER, fast_path=fast, value=4)
    assert [each.id for each in way.asked({"box": "sealed"})] == ["box", "later"]
    assert [each.id for each in way.asked({"box": "open"})] == ["box", "q", "later"]
    assert (way.is_sealed({"box": "sealed"}), way.is_sealed({"box": "open"}), way.is_sealed({})) == (
        True,
        False,
        False,
    )
    dear = walk(first, ONE, LATER, fast_path=fast, value=900)
    assert [each.id for each in dear.asked({"box": "sealed"})] == ["box", "q", "later"]


def test_a_condition_sees_nothing_of_an_answer_that_is_hidden():
    hidden = replace(ONE, id="hidden", when='answers.q == "dent"')
    way = walk(ONE, hidden, replace(LATER, when='answers.hidden == "dent"'))
    assert [each.id for each in way.asked({"q": "clean", "hidden": "dent"})] == ["q"]
    assert way.defects({"q": "clean", "hidden": "dent"}) == ()


def _condition(draw, earlier):
    """What may be asked of an earlier question."""
    conditions = [f'"{earlier.id}" in asked']
    if earlier.measure is not None:
        conditions.append(f"answers.{earlier.id} < 50.0")
    elif earlier.kind is K.SEVERAL_OF:
        conditions.append(f'"o1" in answers.{earlier.id}')
    elif earlier.kind in CHOICES | {K.CODE, K.TEXT}:
        conditions.append(f'answers.{earlier.id} == "o0"')
    return draw(st.sampled_from(conditions))


def _question(draw, before):
    """A question of any kind; its condition looks at one ``before`` it, if at any."""
    kind, place = draw(st.sampled_from(list(K))), len(before)
    when = _condition(draw, draw(st.sampled_from(before))) if before and draw(st.booleans()) else ""
    photo, note = draw(st.booleans()), draw(st.booleans())
    options = tuple(
        Option(f"o{n}", Text(), draw(st.sampled_from(["", "d"])) or ("d" if kind is K.SEVERAL_OF else ""),
               draw(st.sampled_from(list(S))), photo and n > 0, note and n > 0)
        for n in range(draw(st.integers(2, 4)))
    )  # fmt: skip
    return question(
        f"q{place}", kind, options=options, when=when, not_applicable=draw(st.booleans()),
        places=PLACES if draw(st.booleans()) else (), severities=draw(st.booleans()), most=20, required=False,
        measure=Measure("g", 0, 100, 0, (limit(below=30, photo=photo),)) if kind in (K.NUMBER, K.WEIGHT) else None,
        views=tuple(View(f"v{n}", Text()) for n in range(draw(st.integers(0, 3)))) if kind is K.PHOTO else (),
        defect="d" if kind in (K.CODE, K.ACCESSORIES) else "", compare=draw(st.sampled_from(list(Comparison))),
    )  # fmt: skip


@st.composite
def checklists(draw):
    questions: list[Question] = []
    for _ in range(draw(st.integers(1, 6))):
        questions.append(_question(draw, questions))
    ask = tuple(each.id for each in questions if draw(st.booleans()))
    fast = FastPath('size(asked) > 2 && "q0" in asked', ask) if draw(st.booleans()) else None
    return tuple(questions), fast


def an_answer(draw, asked):
    if asked.not_applicable and draw(st.booleans()):
        return "na"
    if asked.kind in CHOICES:
        return draw(st.sampled_from([each.id for each in asked.options]))
    if asked.kind is K.SEVERAL_OF:
        ticks = draw(st.lists(st.sampled_from([each.id for each in asked.options]), unique=True))
        severity = f":{draw(st.sampled_from(list(S)))}" if asked.severities else ""
        place = f"@{draw(st.sampled_from(asked.places)).id}" if asked.places else ""
        return ";".join(each + severity + place for each in ticks) or "none"
    if asked.measure is not None:
        return str(draw(st.integers(0, 100)))
    if asked.kind is K.ACCESSORIES:
        return counted({each.name: draw(st.integers(0, 3)) for each in LINE.accessories})
    return draw(st.sampled_from(["o0", "X", IMEI]))


def _tables(draw):
    conditions = [
        "",
        "size(defects) > 1",
        '"q0" in asked',
        "missing_value > 0",
        'defects.exists(d, d.severity == "major")',
    ]
    words = {
        "grade": "A",
        "disposition": "scrap",
        "responsibility": "customer",
        "resolution": "repair",
        "freight": "customer",
    }
    return {
        table: tuple(
            Rule(f"{table}{n}", words[table], Text(), when)
            for n, when in enumerate(draw(st.lists(st.sampled_from(conditions), max_size=3)))
        )
        for table in TABLES
    }


@settings(max_examples=150, deadline=None)
@given(checklists(), st.data())
def test_any_walk_ends_asks_nothing_hidden_and_gives_one_decision_or_a_named_gap(made, data):
    questions, fast = made
    way = walk(*questions, fast_path=fast)
    answers: dict[str, str] = {}
    shown: list[tuple[str, str]] = []
    for _ in range(len(questions) * 8):
        step = way.next_step(answers, shown)
        if step.question is None:
            break
        assert step.question in way.asked(answers)
        if step.step is Step.PHOTO:
            shown.append((step.question.id, step.view))
        elif step.step is Step.NOTE:
            answers[step.question.id + NOTE] = "said"
        else:
            answers[step.question.id] = way.read(step.question.id, an_answer(data.draw, step.question))
    else:
        raise AssertionError("it never ends")
    book = RuleBook("b", 1, ("*",), _tables(data.draw))
    decided = _decided(book, way.values(answers))
    if isinstance(decided, Decision):
        assert decided == _decided(book, way.values(answers))
        assert [each.table for each in decided.trace if each.matched] == list(TABLES)
    else:
        assert decided.code == "rules.gap"
        assert decided.facts["table"] in TABLES
        assert any(not rules or rules[-1].when for rules in book.tables.values())


def _decided(book, values):
    """The decision, or why there is none."""
    try:
        return decide(book, values, 10_000)
    except DockstationError as error:
        return error
