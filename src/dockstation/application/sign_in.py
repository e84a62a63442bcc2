"""Who works at the station from now on."""

from __future__ import annotations

from dockstation.application.signing import Signature, Signing
from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator


class SignIn:
    """By the people of the last sync, with or without the server."""

    def __init__(self, signing: Signing) -> None:
        self._signing = signing

    def known(self, badge: str) -> Operator:
        """By the badge alone; ``person.unknown``."""
        return self._signing.wearer(badge)

    def wearer(self, badge: str) -> Operator:
        """Whose PIN is to be asked for; ``person.unknown`` and ``sign_in.no_pin``."""
        person = self._signing.wearer(badge)
        if not self._signing.has_pin(badge):
            raise DockstationError("sign_in.no_pin", name=person.name)
        return person

    def prove(self, signature: Signature) -> Operator:
        """By badge and PIN; raises what ``wearer`` and ``Signing.prove`` raise."""
        return self._signing.prove(self.wearer(signature.badge), signature.pin)
