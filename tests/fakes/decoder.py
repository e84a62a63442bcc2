"""A decoder that says what it was told to say."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dockstation.application.ports.decoder import DecodedCode
from dockstation.domain.errors import DockstationError


def code(text: str, symbology: str = "QRCode", confidence: float = 0.9) -> DecodedCode:
    return DecodedCode(text, symbology, "fake", ((1, 1), (9, 1), (9, 9), (1, 9)), confidence)


class FakeDecoder:
    """Gives its answers one a picture, the last one for ever; a picture of one colour has no codes."""

    def __init__(self, *answers: tuple[DecodedCode, ...]) -> None:
        self.answers = list(answers)
        self.asked = 0

    def decode(self, image: NDArray[np.uint8]) -> tuple[DecodedCode, ...]:
        colours = image.ndim == 2 or (image.ndim == 3 and image.shape[2] == 3)
        if image.dtype != np.uint8 or not colours or not image.size:
            raise DockstationError("picture.unusable", why=f"{image.dtype} {image.shape}")
        self.asked += 1
        if not self.answers or image.min() == image.max():
            return ()
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
