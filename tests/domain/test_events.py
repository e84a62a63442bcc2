"""The chain of events shows any later edit."""

from dockstation.domain import evidence
from dockstation.domain.events import ChainHead, Fact, Instant, seal

WHEN = Instant("2026-03-02T08:00:00.000Z", 480, 1234, "boot-1")


def chain():
    head, events = ChainHead("st-1", 1, 0, evidence.GENESIS), []
    for number in range(3):
        fact = Fact("unit:234679ACD", "QuestionAnswered", {"question": f"q{number}", "answer": "划痕"})
        events.append(seal(fact, head, f"id-{number}", None, WHEN))
        head = ChainHead("st-1", 1, events[-1].seq, events[-1].hash)
    return [event.as_message() for event in events]


def intact(messages):
    before = evidence.GENESIS
    for message in messages:
        if message["prev_hash"] != before or evidence.chained(message) != message["hash"]:
            return False
        before = message["hash"]
    return True


def test_an_untouched_chain_is_intact_and_has_no_gaps():
    messages = chain()
    assert intact(messages)
    assert [message["seq"] for message in messages] == [1, 2, 3]


def test_an_edited_answer_breaks_it():
    messages = chain()
    messages[1]["body"] = {"question": "q1", "answer": "无"}
    assert not intact(messages)


def test_a_removed_event_breaks_it():
    messages = chain()
    del messages[1]
    assert not intact(messages)
