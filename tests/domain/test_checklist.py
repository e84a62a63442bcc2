"""Which question is next."""

from dockstation.domain.checklist import Step
from dockstation.settings import ConfigFolders
from dockstation.settings.policy import load_policy
from tests.fakes.returns import a_return
from tests.fakes.walks import policy_walk

RMA = a_return()
WALK = policy_walk(load_policy(ConfigFolders()), RMA, RMA.line("1"))


def step(answers, photographed=()):
    found = WALK.next_step(answers, [(each, "") for each in photographed])
    return found.step, found.question.id if found.question else ""


def test_nothing_is_answered_beforehand():
    assert step({}) == (Step.ANSWER, "packaging")


def test_a_sealed_phone_is_only_photographed():
    assert step({"packaging": "sealed"}) == (Step.PHOTO, "overall")
    shown = [("overall", "front"), ("overall", "back")]
    assert WALK.next_step({"packaging": "sealed"}, shown).step is Step.DONE


def test_a_scratch_must_be_photographed_before_the_next_question():
    answers = {"packaging": "opened", "serial": "na", "screen": "light"}
    assert step(answers) == (Step.PHOTO, "screen")
    assert step(answers, ["screen"]) == (Step.ANSWER, "housing")


def test_a_phone_that_does_not_start_is_not_asked_for_its_account():
    looked_at = {"packaging": "opened", "serial": "na", "screen": "none", "housing": "none", "liquid": "pass"}
    answers = looked_at | {"power": "fail"}
    assert step(answers) == (Step.ANSWER, "accessories")


def test_changing_back_to_sealed_withdraws_the_defects_seen_before():
    answers = {"packaging": "sealed", "screen": "cracked"}
    assert WALK.defects(answers) == ()
    assert [each.code for each in WALK.defects({**answers, "packaging": "opened"})] == ["screen_crack"]
