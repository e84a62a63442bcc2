"""What a parcel should weigh, and whether what it does weigh is far from that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dockstation.domain.rma import Rma


@dataclass(frozen=True, slots=True)
class WeightRule:
    """``percent`` of the goods' weight either way is usual; ``packaging_g`` is what a box may weigh on top."""

    percent: int = 25
    packaging_g: int = 500

    def lightest(self, expected_g: int) -> int:
        """Below this something is likely to be missing."""
        return expected_g * (100 - self.percent) // 100

    def heaviest(self, expected_g: int) -> int:
        """Above this something else is likely to be inside."""
        return expected_g * (100 + self.percent) // 100 + self.packaging_g

    def is_far_off(self, weight_g: int, expected_g: int) -> bool:
        """Whether the weight tells that the contents differ; never where one of the two is not known (0)."""
        if weight_g <= 0 or expected_g <= 0:
            return False
        return not self.lightest(expected_g) <= weight_g <= self.heaviest(expected_g)


def expected_grams(rmas: Iterable[Rma]) -> int:
    """What all goods of these returns weigh; 0 where that tells nothing of one parcel.

    A return of several boxes says not which goods lie in which, and a line without a weight leaves the sum open.
    """
    goods = 0
    for rma in rmas:
        if len(rma.tracking_numbers) > 1 or any(line.weight_g <= 0 for line in rma.lines):
            return 0
        goods += sum(line.quantity * line.weight_g for line in rma.lines)
    return goods
