"""Which question is next."""

from hypothesis import given
from hypothesis import strategies as st

from dockstation.domain.checklist import QuestionKind, Step, asked, defects, next_step
from dockstation.domain.grading import holds
from dockstation.settings import ConfigFolders
from dockstation.settings.policy import load_policy

PHONE = load_policy(ConfigFolders()).checklist_for("phone")


def step(answers, photographed=()):
    found = next_step(PHONE, answers, photographed, holds)
    return found.step, found.question.id if found.question else ""


def test_nothing_is_answered_beforehand():
    assert step({}) == (Step.ANSWER, "packaging")


def test_a_sealed_phone_is_only_photographed():
    assert step({"packaging": "sealed"}) == (Step.PHOTO, "overall")
    assert step({"packaging": "sealed"}, ["overall"]) == (Step.DONE, "")


def test_a_scratch_must_be_photographed_before_the_next_question():
    answers = {"packaging": "opened", "screen": "light"}
    assert step(answers) == (Step.PHOTO, "screen")
    assert step(answers, ["screen"]) == (Step.ANSWER, "housing")


def test_a_phone_that_does_not_start_is_not_asked_for_its_account():
    answers = {"packaging": "opened", "screen": "none", "housing": "none", "power": "fail"}
    assert step(answers) == (Step.ANSWER, "accessories")


def test_changing_back_to_sealed_withdraws_the_defects_seen_before():
    answers = {"packaging": "sealed", "screen": "cracked"}
    assert defects(PHONE, answers, holds) == ()
    assert [each.code for each in defects(PHONE, {**answers, "packaging": "opened"}, holds)] == ["screen_crack"]


@given(st.data())
def test_answering_what_is_asked_always_ends(data):
    answers: dict[str, str] = {}
    photographed: list[str] = []
    for _ in range(2 * len(PHONE.questions)):
        found = next_step(PHONE, answers, photographed, holds)
        if found.question is None:
            return
        assert found.question in asked(PHONE, answers, holds)
        if found.step is Step.PHOTO:
            photographed.append(found.question.id)
        else:
            assert found.question.kind is not QuestionKind.PHOTO
            answers[found.question.id] = data.draw(st.sampled_from([each.id for each in found.question.options]))
    raise AssertionError("it never ends")
