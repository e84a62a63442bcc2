"""All mistakes of a file at once: reading goes on after each one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from dockstation.domain.errors import DockstationError

Item = TypeVar("Item")
Read = TypeVar("Read")


class Mistakes(DockstationError):  # noqa: N818 - it holds several
    """One or more mistakes; as a failure it is the first of ``found``."""

    def __init__(self, found: Iterable[DockstationError]) -> None:
        self.found = tuple(found)
        super().__init__(self.found[0].code, **self.found[0].facts)


class Gathering:
    """Keeps the mistakes of several steps together."""

    def __init__(self) -> None:
        self.found: list[DockstationError] = []

    @contextmanager
    def going_on(self) -> Iterator[None]:
        """What fails inside is kept, and what follows goes on."""
        try:
            yield
        except Mistakes as several:
            self.found.extend(several.found)
        except DockstationError as error:
            self.found.append(error)

    def each(self, items: Iterable[Item], read: Callable[[Item], Read]) -> tuple[Read, ...]:
        """What ``read`` makes of every item, without those in which it found mistakes."""
        made = []
        for item in items:
            with self.going_on():
                made.append(read(item))
        return tuple(made)

    def finish(self) -> None:
        """Raise what was found, if anything."""
        raise_all(self.found)


def raise_all(found: Iterable[DockstationError]) -> None:
    """Raise these mistakes together; none, nothing."""
    if mistakes := tuple(found):
        raise Mistakes(mistakes)


def all_of(items: Iterable[Item], read: Callable[[Item], Read]) -> tuple[Read, ...]:
    """What ``read`` makes of every item; raises the ``Mistakes`` of all of them together."""
    gathering = Gathering()
    made = gathering.each(items, read)
    gathering.finish()
    return made
