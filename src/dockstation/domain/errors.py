"""Expected failures: what went wrong, as a code and facts; the sentence is made where it is shown."""

from __future__ import annotations


class DockstationError(Exception):
    """A failure that a person can understand and act on.

    ``code`` names the sentence in ``ui.messages`` (``scan.too_long``, ``rma.unknown`` …);
    ``facts`` fill its places. Facts never hold secrets.
    """

    def __init__(self, code: str, /, **facts: str | int) -> None:
        self.code = code
        self.facts = facts
        told = ", ".join(f"{name}={value}" for name, value in facts.items())
        super().__init__(f"{code}: {told}" if told else code)
