"""Where a question is answered, one area for each kind: dumb, they emit the text form of domain/checklist/answers."""

from dockstation.ui.widgets.answers.accessories import AccessoriesArea
from dockstation.ui.widgets.answers.area import AnswerArea, Asked
from dockstation.ui.widgets.answers.code import CodeArea
from dockstation.ui.widgets.answers.measure import MeasureArea
from dockstation.ui.widgets.answers.options import OptionsArea
from dockstation.ui.widgets.answers.several import SeveralArea
from dockstation.ui.widgets.answers.text import TextArea
from dockstation.ui.widgets.answers.timed import TimedArea

__all__ = [
    "AccessoriesArea",
    "AnswerArea",
    "Asked",
    "CodeArea",
    "MeasureArea",
    "OptionsArea",
    "SeveralArea",
    "TextArea",
    "TimedArea",
]
