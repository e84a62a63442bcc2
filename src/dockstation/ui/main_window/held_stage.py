"""The held pool: look at what was put aside, and say which return it belongs to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal

from dockstation.application.held_pool import HeldParcel
from dockstation.application.ports.central import CentralFailed
from dockstation.domain.errors import DockstationError
from dockstation.domain.match import Shortlist
from dockstation.domain.operator import Task
from dockstation.domain.parcel import Parcel
from dockstation.domain.rma import Rma
from dockstation.domain.scan import Scan
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.page_stage import PageStage
from dockstation.ui.main_window.use_cases import UseCases
from dockstation.ui.screens.held import HeldPage, HeldScreen

Pool = tuple[HeldParcel, ...]


class HeldStage(PageStage):
    """A scan chooses a parcel of the pool, or names the return for the one that is looked at."""

    typing_asked = Signal()
    matched = Signal()
    """The server has said of parcels here whose they are."""

    elsewhere = True
    screen: HeldScreen

    def __init__(self, desk: Desk, screen: HeldScreen) -> None:
        super().__init__(desk, screen)
        self.page: HeldPage | None = None
        self._chosen = ""
        self._proposed: Rma | None = None
        self._pool: Pool = ()
        screen.parcel_chosen.connect(self._choose)
        screen.match_asked.connect(self._match)
        screen.typing_asked.connect(self.typing_asked)

    def enter(self, parcel_id: str = "") -> None:
        """Show the pool, this parcel of it first of all."""

        def show(pool: Pool) -> None:
            self._pool, self._chosen, self._proposed = pool, parcel_id, None
            self.refresh()
            self.shown.emit()

        self._desk.do(lambda use, _by: use.held_pool(), show)

    def refresh(self) -> None:
        """Show the same again, to whoever is signed in."""
        first = next(iter(self._pool), None)
        chosen = next((each for each in self._pool if each.parcel.parcel_id == self._chosen), first)
        operator = self._desk.operator
        proposed = self._desk.discretion.rma(self._proposed) if self._proposed else None
        self.page = HeldPage(self._pool, chosen, proposed, operator is not None and operator.may(Task.MATCH))
        self.screen.show_held(self.page, self._desk.language, self._photos(chosen))

    def _photos(self, chosen: HeldParcel | None) -> list[Path]:
        use_cases = self._desk.use_cases
        return [use_cases.photo_path(each) for each in chosen.photos] if chosen and use_cases else []

    def _choose(self, parcel_id: str) -> None:
        if self._rests():
            self._chosen, self._proposed = parcel_id, None
            self.refresh()

    def scan(self, scan: Scan) -> None:
        """The code of a parcel in the pool, or of the return that the chosen one belongs to."""
        for held in self._pool:
            if held.parcel.code in scan.codes:
                self._choose(held.parcel.parcel_id)
                return
        if self.page is None or self.page.chosen is None:
            super().scan(scan)
        elif not self.page.may_match:
            self._desk.act(lambda _use, by: by.require(Task.MATCH), lambda _none: None)
        else:
            self._desk.do(lambda use, _by: _here(use, scan), lambda rma: self._found(scan, rma))

    def _found(self, scan: Scan, rma: Rma | None) -> None:
        if rma is None:
            self._desk.do(lambda use, _by: _at_the_server(use, scan), self._propose, "network")
        else:
            self._propose(rma)

    def _propose(self, rma: Rma) -> None:
        self._proposed = rma
        self._desk.question(QCoreApplication.translate("HeldStage", "Is it return {0}?").format(rma.number))
        self.refresh()

    def _match(self) -> None:
        if self.page and self.page.chosen and self.page.proposed:
            parcel_id, number = self.page.chosen.parcel.parcel_id, self.page.proposed.number
            self._desk.act(lambda use, by: use.hold_parcel.match(parcel_id, number, by), self._matched)

    def _matched(self, parcel: Parcel) -> None:
        self._desk.changed.emit()
        text = QCoreApplication.translate("HeldStage", "{0} belongs to return {1}: scan it to open it")
        self._desk.accept(text.format(parcel.code, parcel.rma_number))
        self.enter()

    def match_known(self) -> None:
        """After news from the server: what it knows by now, holding nobody up."""
        if (use_cases := self._desk.use_cases) is not None:
            work = use_cases.hold_parcel.match_known
            self._desk.background.run("store", work, self._matched_by_server, self._desk.reject)

    def _matched_by_server(self, parcels: tuple[Parcel, ...]) -> None:
        if not parcels:
            return
        self._desk.changed.emit()
        text = QCoreApplication.translate("HeldStage", "The server knows {0} now, return {1}: scan it to open it")
        self._desk.ask(text.format(parcels[-1].code, parcels[-1].rma_number))
        self.matched.emit()

    def command(self, word: str) -> bool:
        """The number of a parcel in the list."""
        if word.isdigit():
            self._choose_nth(int(word))
            return True
        return super().command(word)

    def key(self, key: int) -> bool:
        """The same by one key; Esc leaves."""
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self._choose_nth(key - Qt.Key.Key_0)
            return True
        return super().key(key)

    def _choose_nth(self, number: int) -> None:
        if 1 <= number <= len(self._pool):
            self._choose(self._pool[number - 1].parcel.parcel_id)

    def confirm(self) -> None:
        """Match the chosen parcel to the return that is shown."""
        self.screen.confirm()


def _here(use: UseCases, scan: Scan) -> Rma | None:
    match = use.identify(scan)
    return match.rma if match else None


def _at_the_server(use: UseCases, scan: Scan) -> Rma:
    central = use.central()
    if central is None:
        raise DockstationError("return.unknown", code=scan.shown)
    try:
        found = use.identify.ask_central(central, scan)
    except CentralFailed as failure:
        raise DockstationError("return.unknown_offline", code=scan.shown) from failure
    if isinstance(found, Shortlist):
        raise DockstationError("rma.ambiguous", code=scan.shown, count=len(found.entries))
    return found.rma
