"""Which question is next."""

from hypothesis import given
from hypothesis import strategies as st

from dockstation.domain.checklist import QuestionKind, Step
from dockstation.settings import ConfigFolders
from dockstation.settings.policy import load_policy
from tests.fakes.returns import a_return
from tests.fakes.walks import policy_walk

RMA = a_return()
WALK = policy_walk(load_policy(ConfigFolders()), RMA, RMA.line("1"))
PHONE = WALK.checklist


def step(answers, photographed=()):
    found = WALK.next_step(answers, [(each, "") for each in photographed])
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
    assert WALK.defects(answers) == ()
    assert [each.code for each in WALK.defects({**answers, "packaging": "opened"})] == ["screen_crack"]


@given(st.data())
def test_answering_what_is_asked_always_ends(data):
    answers: dict[str, str] = {}
    photographed: list[str] = []
    for _ in range(2 * len(PHONE.questions)):
        found = WALK.next_step(answers, [(each, "") for each in photographed])
        if found.question is None:
            return
        assert found.question in WALK.asked(answers)
        if found.step is Step.PHOTO:
            photographed.append(found.question.id)
        else:
            assert found.question.kind is not QuestionKind.PHOTO
            answers[found.question.id] = data.draw(st.sampled_from([each.id for each in found.question.options]))
    raise AssertionError("it never ends")
