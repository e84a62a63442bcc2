"""What happens once the rules have decided: signatures, overrides, second opinions, bins."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from dockstation.adapters.photos.folder import PhotoFolder
    from dockstation.adapters.store.unit_of_work import SqlStore
    from dockstation.application.agreement import Agreement
    from dockstation.application.approve import Approve
    from dockstation.application.decide import Decide
    from dockstation.application.override import Override
    from dockstation.application.ports.clock import Clock
    from dockstation.application.ports.pins import Pins
    from dockstation.application.put_away import PutAway
    from dockstation.application.second_opinion import InspectAgain
    from dockstation.application.sign_in import SignIn
    from dockstation.application.void_decision import VoidDecision
    from dockstation.domain.people import PeopleBook
    from dockstation.domain.policy import PolicyBook
    from dockstation.settings import StationSettings


class AfterTheRules(TypedDict):
    """Deciding, and the use cases for what was decided."""

    decide: Decide
    approve: Approve
    override: Override
    void_decision: VoidDecision
    inspect_again: InspectAgain
    agreement: Agreement
    put_away: PutAway
    sign_in: SignIn


def open_pins() -> Pins:
    """How PINs are kept."""
    from dockstation.adapters.argon2_pins import Argon2Pins

    return Argon2Pins()


def after_the_rules(
    settings: StationSettings, store: SqlStore, photos: PhotoFolder, clock: Clock, policies: PolicyBook,
    people: PeopleBook,
) -> AfterTheRules:  # fmt: skip
    """With the people and their PINs as they are at each moment."""
    from dockstation.application.agreement import Agreement
    from dockstation.application.approve import Approve
    from dockstation.application.decide import Decide
    from dockstation.application.override import Override
    from dockstation.application.put_away import PutAway
    from dockstation.application.second_opinion import InspectAgain
    from dockstation.application.sign_in import SignIn
    from dockstation.application.signing import Signing
    from dockstation.application.void_decision import VoidDecision

    signing = Signing(store, clock, people, open_pins())
    return {
        "decide": Decide(store, clock, policies, settings.inspection.second_opinion_percent),
        "approve": Approve(store, clock, signing),
        "override": Override(store, clock, policies, signing),
        "void_decision": VoidDecision(store, clock),
        "inspect_again": InspectAgain(store, clock, photos, policies),
        "agreement": Agreement(store),
        "put_away": PutAway(store, clock, policies),
        "sign_in": SignIn(signing),
    }
