"""All answers of an inspection so far, by their questions."""

from __future__ import annotations

from collections.abc import Mapping

from dockstation.application.queries import InspectView
from dockstation.domain.checklist import NOTE, Question, QuestionKind
from dockstation.domain.scan import shown
from dockstation.ui import messages
from dockstation.ui.messages import answering
from dockstation.ui.widgets.row_list import Row, RowList

WORST_FIRST = ("critical", "major", "minor")
OPEN = "–"


class AnswerList(RowList):
    """``chosen`` says the id of the question that somebody wants to see again."""

    def __init__(self) -> None:
        super().__init__(tappable=True)

    def show_answers(self, view: InspectView, language: str, begun: Mapping[str, str]) -> None:
        """Those of ``view``; ``begun`` are answers that nobody has confirmed yet, by question."""
        self.show_rows([self._row(view, place, each, language, begun) for place, each in enumerate(view.asked, 1)])

    def step(self, rows: int) -> None:
        """Mark the row that lies so many below the marked one."""
        self.show_marked(min(max(0, self.marked + rows), len(self.rows()) - 1))

    def choose(self, place: int) -> bool:
        """As if the row at this place were tapped, from 0; False when there is none."""
        there = 0 <= place < len(self.rows())
        if there:
            self.chosen.emit(self.rows()[place].key)
        return there

    def _row(self, view: InspectView, place: int, question: Question, language: str, begun: Mapping[str, str]) -> Row:
        asked = question.text.in_language(language)
        found = {each.severity.value for each in view.defects if each.question_id == question.id}
        bad = next((messages.severity(each) for each in WORST_FIRST if each in found), "")
        tone, cap = "late" if bad else "", str(place) if place < 10 else ""
        note = self.tr("Begun, not confirmed") if begun.get(question.id) else ""
        return Row(question.id, self._words(view, question, language), asked, bad, note, tone=tone, cap=cap)

    def _words(self, view: InspectView, question: Question, language: str) -> str:
        if question.kind is QuestionKind.PHOTO:
            taken = sum(each.question_id == question.id for each in view.photos)
            return self.tr("Photos: {0}").format(taken) if taken else OPEN
        given = view.answers.get(question.id)
        if given is None:
            return OPEN
        words = answering.answer(question, given, view.line.accessories, language)
        note = view.answers.get(question.id + NOTE, "")
        return f"{words}: {shown(note)}" if note else words
