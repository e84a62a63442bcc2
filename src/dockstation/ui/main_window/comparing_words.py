"""What two inspectors found, and how far they agree, in the language of the moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from dockstation.application.queries import ComparisonView
from dockstation.domain.agreement import Agreement, AgreementReport
from dockstation.domain.errors import DockstationError
from dockstation.domain.opinion import VERDICTS, Comparison, OpinionState, SecondOpinion, Side
from dockstation.domain.text import Text
from dockstation.ui import messages
from dockstation.ui.messages import answering
from dockstation.ui.screens.ask import Asked
from dockstation.ui.widgets import Row

SETTLE, GO_ON, DIFFERING = "settle", "go_on", "differing"


class ComparingWords(QObject):
    """Builds what ``AskScreen`` shows."""

    def compare(self, view: ComparisonView, people: Mapping[str, str], language: str, enter: str) -> Asked:
        """Both sides, what differs first; who settles it; what ``enter`` says: to settle it, to go on, "" nothing."""
        both = view.both
        names = [people.get(side.by, side.by) for side in (both.first, both.second)]
        differing = both.differing()
        rows = [self._alike_or_not(view, names, each, language) for each in (*VERDICTS, *both.asked_of_both())]
        rows.sort(key=lambda row: row.key not in differing)
        says = {SETTLE: self.tr("Seen: the decision stands"), GO_ON: self.tr("On to label and bin")}
        title = self.tr("{0}: two inspections").format(both.lpn)
        return Asked(
            title, self._who_decides(view.opinion, both, names[0]), (), tuple(rows), (enter, says.get(enter, ""))
        )

    def _who_decides(self, opinion: SecondOpinion, both: Comparison, first: str) -> str:
        if not both.differing():
            return self.tr("Both found the same. There is nothing to settle.")
        if opinion.state is OpinionState.SETTLED:
            return self.tr("They differ. A supervisor has looked at it and settled it.")
        return self.tr(
            "They differ. What {0} found decides, until a supervisor settles it: the supervisor lets it stand, "
            "or overrides or voids it before the item is put away."
        ).format(first)

    def _alike_or_not(self, view: ComparisonView, names: Sequence[str], name: str, language: str) -> Row:
        said = [_said(view, side, name, language) for side in (view.both.first, view.both.second)]
        asked = messages.table(name) if name in VERDICTS else _question(view, name, language)
        if name not in view.both.differing():
            return Row(name, said[0], asked, self.tr("alike"), tone="good")
        told = [self.tr("{0}: {1}").format(*each) for each in zip(names, said, strict=True)]
        return Row(name, "  |  ".join(told), asked, self.tr("differs"), tone="late")

    def agreement(
        self,
        found: AgreementReport,
        people: Mapping[str, str],
        differing: int,
        asked: Mapping[str, Text],
        language: str,
    ) -> Asked:
        """The figures for the supervisor, and how many units are still to be looked at."""
        names = {each: messages.table(each) for each in VERDICTS if each in found.questions}
        others = [each for each in found.questions if each not in names]
        names |= {each: asked[each].in_language(language) if each in asked else each for each in others}
        rows = [self._figures(badge, people.get(badge, badge), each) for badge, each in found.inspectors.items()]
        rows += [self._figures(each, name, found.questions[each]) for each, name in names.items()]
        told = self.tr("Units with a second opinion: {0}. Kappa 1: always alike; 0: no better than chance.")
        primary = (DIFFERING, self.tr("Where two differ: {0}").format(differing)) if differing else ("", "")
        return Asked(self.tr("Agreement of inspectors"), told.format(found.units), (), tuple(rows), primary)

    def differing(self, known: Sequence[SecondOpinion], people: Mapping[str, str]) -> Asked:
        """The units that a supervisor has to look at."""
        answers = tuple((each.lpn, f"{each.lpn}: {self._both(each, people)}") for each in known)
        text = self.tr("The first decision stands until you have looked at both.")
        return Asked(self.tr("Opinions differ"), text, answers)

    def _both(self, opinion: SecondOpinion, people: Mapping[str, str]) -> str:
        both = opinion.comparison
        return ", ".join(people.get(side.by, side.by) for side in (both.first, both.second)) if both else ""

    def _figures(self, key: str, name: str, each: Agreement) -> Row:
        kappa = "–" if each.kappa is None else f"{each.kappa:.2f}"
        detail = self.tr("{0} of {1} alike").format(each.agreed, each.count)
        return Row(key, name, detail, f"{each.rate:.0%}", self.tr("kappa {0}").format(kappa))


def _question(view: ComparisonView, name: str, language: str) -> str:
    return view.checklist.question(name).text.in_language(language)


def _said(view: ComparisonView, side: Side, name: str, language: str) -> str:
    """In words, where the checklist of the second inspection still has the answer that the first one gave."""
    if name == "grade":
        return side.grade
    if name == "disposition":
        place = view.places.get(side.disposition)
        return place.in_language(language) if place else side.disposition
    given = side.answers[name]
    try:
        return answering.answer(view.checklist.question(name), given, view.line.accessories, language)
    except DockstationError:
        return given
