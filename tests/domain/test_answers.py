"""What each kind of question takes for an answer, and what it refuses."""

from dataclasses import replace

import pytest

from dockstation.domain.checklist import (
    NOTHING,
    Comparison,
    Measure,
    Option,
    Place,
    Question,
    QuestionKind,
    Section,
    Severity,
    Tick,
    counted,
    read_answer,
    read_begun,
    read_off,
    ticked,
)
from dockstation.domain.checklist.answers import read_note
from dockstation.domain.errors import DockstationError
from dockstation.domain.rma import Accessory
from dockstation.domain.scan import parse
from dockstation.domain.text import Text

K = QuestionKind
PIECES = (Accessory("charger"), Accessory("线 cable", 2))


def question(kind, **more):
    return Question("q", Section.FUNCTION, kind, Text(), Text(), **more)


OPTIONS = (Option("dent", Text(), "d"), Option("stain", Text(), "s"))
ONE = question(K.ONE_OF, options=OPTIONS)
SEVERAL = question(K.SEVERAL_OF, options=OPTIONS)
PLACED = question(K.SEVERAL_OF, options=OPTIONS, places=(Place("front", Text()), Place("back", Text())))
GRADED = replace(PLACED, severities=True)
NUMBER = question(K.NUMBER, measure=Measure("%", 0, 100))
FINE = question(K.NUMBER, measure=Measure("V", -1.5, 12, 2))
WEIGHT = question(K.WEIGHT, measure=Measure("g", 1, 200_000))
TEXT = question(K.TEXT, most=10)
CODE = question(K.CODE)
ACCESSORIES = question(K.ACCESSORIES)
PHOTO = question(K.PHOTO)


@pytest.mark.parametrize(
    ("asked", "text", "kept"),
    [
        (ONE, "dent", "dent"),
        (replace(ONE, kind=K.PASS_FAIL), "stain", "stain"),
        (replace(ONE, kind=K.TIMED), "stain", "stain"),
        (replace(ONE, not_applicable=True), "na", "na"),
        (SEVERAL, "none", "none"),
        (SEVERAL, "stain;dent", "stain;dent"),
        (PLACED, "dent@front;dent@back", "dent@front;dent@back"),
        (GRADED, "dent:critical@back", "dent:critical@back"),
        (NUMBER, "0", "0"),
        (NUMBER, "100", "100"),
        (NUMBER, "087", "87"),
        (FINE, "-1.5", "-1.50"),
        (FINE, "3.14", "3.14"),
        (WEIGHT, "420", "420"),
        (TEXT, "  a\t b ", "a b"),
        (replace(TEXT, required=False), "", ""),
        (CODE, "A" * 64, "A" * 64),
        (ACCESSORIES, '{"charger": 1, "线 cable": 0}', '{"charger":1,"线 cable":0}'),
        (replace(ACCESSORIES, not_applicable=True), "na", "na"),
    ],
)
def test_an_answer_is_kept_in_its_one_form(asked, text, kept):
    assert read_answer(asked, text, PIECES).text == kept
    assert read_answer(asked, kept, PIECES).text == kept


@pytest.mark.parametrize(
    ("asked", "text", "code"),
    [
        (ONE, "purple", "not_an_option"),
        (ONE, "", "not_an_option"),
        (ONE, "na", "not_an_option"),
        (SEVERAL, "", "not_an_option"),
        (SEVERAL, "na", "not_an_option"),
        (SEVERAL, "dent;dent", "not_an_option"),
        (SEVERAL, "dent;none", "not_an_option"),
        (SEVERAL, "dent;", "not_an_option"),
        (SEVERAL, "Dent", "not_an_option"),
        (SEVERAL, "dent:huge", "not_an_option"),
        (SEVERAL, "dent@front", "place"),
        (SEVERAL, "dent:minor", "severity"),
        (PLACED, "dent", "place"),
        (PLACED, "dent@nowhere", "place"),
        (PLACED, "dent@front;dent@front", "not_an_option"),
        (GRADED, "dent@front", "severity"),
        (GRADED, "dent:minor", "place"),
        (NUMBER, "", "not_a_number"),
        (NUMBER, "eighty", "not_a_number"),
        (NUMBER, "1e2", "not_a_number"),
        (NUMBER, "８７", "not_a_number"),
        (NUMBER, "nan", "not_a_number"),
        (NUMBER, " 8", "not_a_number"),
        (NUMBER, "9" * 12, "not_a_number"),
        (NUMBER, "8.1234", "not_a_number"),
        (NUMBER, "-1", "out_of_range"),
        (NUMBER, "101", "out_of_range"),
        (NUMBER, "8.5", "out_of_range"),
        (FINE, "3.145", "out_of_range"),
        (WEIGHT, "0", "out_of_range"),
        (TEXT, "", "text"),
        (TEXT, " \n ", "text"),
        (TEXT, "a" * 11, "text"),
        (TEXT, "a\x00b", "text"),
        (CODE, "", "code"),
        (CODE, "A" * 65, "code"),
        (CODE, "A\x1bB", "code"),
        (ACCESSORIES, "", "pieces"),
        (ACCESSORIES, "[]", "pieces"),
        (ACCESSORIES, '{"charger": 1}', "pieces"),
        (ACCESSORIES, '{"charger": 1, "线 cable": 1, "box": 1}', "pieces"),
        (ACCESSORIES, '{"charger": -1, "线 cable": 1}', "pieces"),
        (ACCESSORIES, '{"charger": 1000, "线 cable": 1}', "pieces"),
        (ACCESSORIES, '{"charger": true, "线 cable": 1}', "pieces"),
        (ACCESSORIES, '{"charger": 1.0, "线 cable": 1}', "pieces"),
        (ACCESSORIES, "[" * 100_000, "pieces"),
        (PHOTO, "anything", "not_an_option"),
    ],
)
def test_what_is_no_answer_is_refused_by_name(asked, text, code):
    with pytest.raises(DockstationError) as refused:
        read_answer(asked, text, PIECES)
    assert (refused.value.code, refused.value.facts["question"]) == (f"answer.{code}", "q")


@pytest.mark.parametrize("text", ["", "   ", "a" * 201, "bell \x07"])
def test_a_demanded_word_has_to_be_one(text):
    with pytest.raises(DockstationError, match=r"answer\.text"):
        read_note(ONE, text)


def test_a_demanded_word_is_kept_on_one_line():
    assert read_note(ONE, " 左下角\n 有坑 ") == "左下角 有坑"


def test_ticks_and_counts_are_written_as_they_are_read():
    ticks = (Tick("dent", Severity.MAJOR, "back"), Tick("stain"))
    assert (ticked(ticks), ticked(())) == ("dent:major@back;stain", NOTHING)
    assert counted({"b": 1, "a": 0}) == '{"a":0,"b":1}'


SERIAL, GTIN = replace(CODE, compare=Comparison.SERIAL), replace(CODE, compare=Comparison.GTIN)


@pytest.mark.parametrize(
    ("asked", "code", "expected", "read"),
    [
        (SERIAL, "356938035643809", (), "356938035643809"),
        (SERIAL, "AB-77", ("AB-77",), "AB-77"),
        (SERIAL, "(01)06901234567892(21)A1B2C3", (), "A1B2C3"),
        (SERIAL, "(01)06901234567892(21)A1B2C3", ("06901234567892",), "06901234567892"),
        (GTIN, "6901234567892", (), "06901234567892"),
        (GTIN, "(01)06901234567892(21)A1B2C3", (), "06901234567892"),
        (CODE, "LOT-2026-11", (), "LOT-2026-11"),
        (CODE, "DSRMA-R26110001", (), ""),
        (SERIAL, "DSBIN-SCRAP-1", (), ""),
    ],
)
def test_of_the_codes_in_a_scan_the_one_that_is_meant_answers(asked, code, expected, read):
    assert read_off(asked, parse(code), expected) == read


@pytest.mark.parametrize("text", ["{}", '{"charger":1}', '{"charger":1,"线 cable":0}'])
def test_pieces_that_are_still_being_counted_are_no_answer_and_can_be_kept(text):
    assert read_begun(ACCESSORIES, text, PIECES).text == text


@pytest.mark.parametrize("text", ['{"box":1}', '{"charger":1,"box":1}', '{"charger":-1}', "[]", ""])
def test_pieces_of_other_goods_are_not_kept(text):
    with pytest.raises(DockstationError, match="pieces"):
        read_begun(ACCESSORIES, text, PIECES)
