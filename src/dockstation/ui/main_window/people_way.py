"""Who works here: the list, each change, and the first administrator."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator, Role
from dockstation.domain.people import Person, read_badge, read_name
from dockstation.domain.scan import Scan, ScanKind
from dockstation.ui.main_window import people_words as words
from dockstation.ui.main_window.ask_stage import AskStage, Say
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.entry_stage import EntryStage
from dockstation.ui.main_window.flow import CONFIRM, Flow
from dockstation.ui.main_window.intake import HIDDEN
from dockstation.ui.main_window.new_pin_stage import NewPinStage
from dockstation.ui.main_window.stage import Stage
from dockstation.ui.main_window.use_cases import UseCases
from dockstation.ui.screens.ask import AskScreen
from dockstation.ui.screens.entry import EntryScreen
from dockstation.ui.screens.new_pin import NewPinScreen

ASKING, ENTRY, DIGITS = "people", "people_entry", "people_pin"
Change = Callable[[UseCases, Operator], tuple[Person, ...]]


class PeopleWay(QObject):
    """Every step back leads to the list, and from there home."""

    def __init__(self, flow: Flow, desk: Desk) -> None:
        super().__init__()
        self._flow, self._desk = flow, desk
        self._people: Sequence[Person] = ()
        self._at_list = False
        self.asking = AskStage(desk, AskScreen())
        self.entry = EntryStage(desk, EntryScreen())
        self.digits = NewPinStage(desk, NewPinScreen())
        stages: dict[str, Stage] = {ASKING: self.asking, ENTRY: self.entry, DIGITS: self.digits}
        flow.stages.update(stages)
        for name, stage in ((ASKING, self.asking), (ENTRY, self.entry), (DIGITS, self.digits)):
            stage.shown.connect(partial(flow.turn_to, name))
            stage.left.connect(self._back)

    def listen(self) -> None:
        """To the command, and to badges that are to be somebody's."""
        before = self._flow.takes
        self._flow.takes = lambda scan: before(scan) or self._takes(scan)

    def enter(self) -> None:
        """For an administrator; who may not is told so, and nobody may become the first one."""
        if self._desk.operator is None:
            self._desk.do_for_nobody(lambda use: use.manage_people.awaits_first, self._enter_first)
        else:
            self._desk.act(lambda use, by: use.manage_people.view(by), self._list)

    def _takes(self, scan: Scan) -> bool:
        stage = self._flow.stage
        if scan.kind is ScanKind.COMMAND and scan.value == "PEOPLE":
            self.enter()
        elif scan.kind is ScanKind.BADGE and stage == ENTRY:
            self.entry.screen.take(scan.value)
        elif scan.kind is ScanKind.BADGE and stage == DIGITS:
            self.digits.scan(scan)
        elif self._desk.operator is None and stage in (ASKING, ENTRY, DIGITS):
            self._first_scan(scan)
        else:
            return False
        return True

    def _first_scan(self, scan: Scan) -> None:
        """Nobody is signed in, so that the flow gives nothing on."""
        present, word = self._flow.present, scan.value if scan.kind is ScanKind.COMMAND else ""
        if word in CONFIRM:
            present.confirm()
        elif word == "BACK":
            present.back()
        elif not word or not present.command(word):
            self._desk.reject(DockstationError("scan.not_now", code=HIDDEN))

    def _back(self) -> None:
        if self._desk.operator is None:
            self._flow.turn_to("home")
        elif self._at_list:
            self._flow.go_home()
        else:
            self._list(self._people)

    def _ask(self, say: Say, then: Callable[[str], None]) -> None:
        self._at_list = False
        self.asking.ask(say, then)

    def _list(self, people: Sequence[Person]) -> None:
        self._people = people
        self._ask(lambda: words.listed(people), self._chosen)
        self._at_list = True

    def _change(self, change: Change) -> None:
        def changed(people: tuple[Person, ...]) -> None:
            self._desk.changed.emit()
            self._desk.people = self._flow.people.current.names
            self._list(people)
            self._desk.accept(QCoreApplication.translate("People", "Written, and it counts at once"))

        self._desk.act(change, changed)

    def _chosen(self, badge: str) -> None:
        if badge == words.ADD:
            self._ask_badge(lambda badge, name: self._ask_role(name, partial(self._add, badge, name)))
            return
        person = next(each for each in self._people if each.operator.badge == badge)
        if person.published:
            self._desk.reject(DockstationError("people.published", name=person.operator.name or badge))
        else:
            self._ask(lambda: words.choices(person), partial(self._begin, person.operator))

    def _begin(self, of: Operator, what: str) -> None:
        if what == "role":
            self._ask_role(of.name, lambda role: self._change(
                lambda use, by: use.manage_people.change_role(of.badge, role, by)
            ))  # fmt: skip
        elif what == "pin":
            self._ask_pin(of.name, lambda pin: self._change(
                lambda use, by: use.manage_people.set_pin(of.badge, pin, by)
            ))  # fmt: skip
        else:
            may = what == "again"
            self._change(lambda use, by: use.manage_people.let_work(of.badge, by, may_work=may))

    def _add(self, badge: str, name: str, role: Role) -> None:
        self._change(lambda use, by: use.manage_people.add(badge, name, role, by))

    def _ask_role(self, name: str, then: Callable[[Role], None]) -> None:
        self._ask(lambda: words.roles(name), lambda role: then(Role(role)))

    def _ask_pin(self, name: str, then: Callable[[str], None]) -> None:
        self._at_list = False
        self.digits.ask(lambda: words.new_pin(name), then)

    def _ask_badge(self, then: Callable[[str, str], None]) -> None:
        self._at_list = False

        def named(badge: str) -> None:
            self.entry.ask(words.name, lambda name: then(badge, read_name(name)))

        self.entry.ask(words.badge, lambda badge: named(read_badge(badge)))

    def begin(self) -> None:
        """Nobody at all is known here: show the code for the first administrator, or ask for it."""

        def look(use: UseCases) -> tuple[bool, str]:
            people = use.manage_people
            return people.awaits_first, people.first_code() if people.awaits_first and not people.has_code() else ""

        def show(found: tuple[bool, str]) -> None:
            awaits, code = found
            if code:
                self._ask(lambda: words.code_once(code), lambda _go: self._enter_first(awaits=True))
            elif awaits:
                self._enter_first(awaits=True)

        self._desk.do_for_nobody(look, show)

    def _enter_first(self, awaits: bool) -> None:
        if not awaits:
            self._desk.reject(DockstationError("person.none"))
            return

        def given(code: str) -> None:
            self._desk.do_for_nobody(
                lambda use: use.manage_people.try_code(code),
                lambda _none: self._ask_badge(partial(self._first_named, code)),
            )

        self.digits.ask(words.first_code, given, twice=False)

    def _first_named(self, code: str, badge: str, name: str) -> None:
        def begin(pin: str) -> None:
            self._desk.do_for_nobody(lambda use: use.manage_people.begin(code, badge, name, pin), self._welcome)

        self._ask_pin(name, begin)

    def _welcome(self, first: Operator) -> None:
        self._desk.people = self._flow.people.current.names
        self._flow.turn_to("home")
        self._flow.greet(first)
        self._flow.go_on()
