"""Badge and PIN: of a second person who signs at the station of the first, and of whoever signs in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from dockstation.application.ports.clock import Clock
from dockstation.application.ports.pins import Pins
from dockstation.application.ports.rulings import Attempts
from dockstation.application.ports.store import Store
from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator, Task
from dockstation.domain.people import PeopleBook

FREE_TRIES = 3
FIRST_WAIT_S = 30
LONGEST_WAIT_S = 3600


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, and the PIN; that is shown nowhere, not even in a traceback."""

    badge: str
    pin: str = field(repr=False)


class Signing:
    """Checks signatures of the people of now; who has no PIN cannot sign."""

    def __init__(self, store: Store, clock: Clock, people: PeopleBook, pins: Pins) -> None:
        self._store = store
        self._clock = clock
        self._people = people
        self._pins = pins

    def wearer(self, badge: str) -> Operator:
        """Whoever wears this badge; ``person.unknown``."""
        person = self._people.current.operators.get(badge)
        if person is None:
            raise DockstationError("person.unknown", badge=badge)
        return person

    def has_pin(self, badge: str) -> bool:
        """Whether there is a PIN to ask for."""
        return bool(self._people.current.pins.get(badge))

    def signer(self, badge: str, *others: str) -> Operator:
        """Whoever wears this badge, if that person may sign for what the ``others`` did.

        Raises ``person.unknown``, ``approval.same_person``, ``role.forbidden`` and ``pin.none``.
        """
        person = self.wearer(badge)
        if badge in others:
            raise DockstationError("approval.same_person", name=person.name)
        person.require(Task.APPROVE)
        if not self.has_pin(badge):
            raise DockstationError("pin.none", name=person.name)
        return person

    def __call__(self, signature: Signature, *others: str) -> Operator:
        """The person who signed; raises what ``signer`` and ``prove`` raise."""
        return self.prove(self.signer(signature.badge, *others), signature.pin)

    def prove(self, person: Operator, pin: str) -> Operator:
        """The same person, whose PIN this is; ``pin.wait``, ``pin.wrong`` and ``pin.wrong_wait``.

        A try counts before it is looked at, so that pulling the plug in between gives none away.
        """
        return self.prove_by(person, self._people.current.pins.get(person.badge, ""), pin)

    def prove_by(self, person: Operator, hashed: str, pin: str) -> Operator:
        """The same by this hash."""
        failed = self._count_try(person)
        if not self._pins.fits(hashed, pin):
            seconds = _wait_s(failed)
            code = "pin.wrong_wait" if seconds else "pin.wrong"
            raise DockstationError(code, name=person.name, seconds=seconds)
        self.forgive(person.badge)
        return person

    def forgive(self, badge: str) -> None:
        """Nothing was tried by this badge."""
        with self._store.unit_of_work() as work:
            work.pin_attempts.put(Attempts(badge))
            work.commit()

    def _count_try(self, person: Operator) -> int:
        with self._store.unit_of_work() as work:
            now, before = self._clock.now().at, work.pin_attempts.get(person.badge)
            if left := _left_s(before, now):
                if _is_before(now, before.last_at):
                    work.pin_attempts.put(replace(before, last_at=now))
                    work.commit()
                raise DockstationError("pin.wait", name=person.name, seconds=left)
            tried = Attempts(person.badge, before.failed + 1, now)
            work.pin_attempts.put(tried)
            work.commit()
        return tried.failed


def _wait_s(failed: int) -> int:
    """How long the next try has to wait after so many wrong ones in a row."""
    if failed < FREE_TRIES:
        return 0
    return int(min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** min(failed - FREE_TRIES, 16)))


def _is_before(now: str, last: str) -> bool:
    """Whether the clock was set back since: the wait begins anew, else it would last until then."""
    return bool(last) and datetime.fromisoformat(now) < datetime.fromisoformat(last)


def _left_s(before: Attempts, now: str) -> int:
    """Seconds still to wait; a clock that was set back makes nobody wait longer than the whole time."""
    wait = _wait_s(before.failed)
    if not wait:
        return 0
    passed = max(timedelta(), datetime.fromisoformat(now) - datetime.fromisoformat(before.last_at))
    return max(0, wait - int(passed.total_seconds()))
