"""The demo with a display: says in the banner what to scan next, and scans it when asked to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dockstation.application.ports.store import PrintState
from dockstation.demo.plan import Job
from dockstation.domain.text import Text
from dockstation.domain.unit import UnitState

if TYPE_CHECKING:
    from dockstation.ui.main_window.hands import Hands, Sight

F1 = 0x01000030
"""Qt's number of the key: the trigger of the demo's scanner."""

PARCEL = Text(
    {
        "zh_CN": "扫描退货标签 {0}：摄像头会自己读到，或按 F1 用演示扫描枪",
        "en": "Scan the return label {0}: the camera will read it, or press F1 for the demo's scanner",
    }
)
ITEM = Text({"zh_CN": "扫描商品 {0}：按 F1", "en": "Scan the item {0}: press F1"})
INSPECT = Text({"zh_CN": "点按“质检”，或按回车键", "en": "Tap Inspect, or press Enter"})
ANSWER = Text({"zh_CN": "回答问题：点按，或按数字键", "en": "Answer the question: tap, or press its number"})
PHOTO = Text({"zh_CN": "拍照：点按快门，或按空格键", "en": "Take the photo: tap the shutter, or press Space"})
DECIDE = Text({"zh_CN": "全部答完：按回车键判定", "en": "All answered: press Enter to decide"})
RESUME = Text({"zh_CN": "继续这一件，扫描 {0}：按 F1", "en": "Go on with this item, scan {0}: press F1"})
REPRINT = Text({"zh_CN": "按屏幕提示再打印标签", "en": "Print the label as the screen says"})
LABEL = Text({"zh_CN": "贴上标签并扫描 {0}：按 F1", "en": "Stick the label on and scan it, {0}: press F1"})
BIN = Text({"zh_CN": "放入容器并扫描 {0}：按 F1", "en": "Put it into its bin and scan {0}: press F1"})
CLOSE = Text({"zh_CN": "这一件完成了：点按“这个包裹收完了”", "en": "This unit is done: tap Done with this parcel"})
END = Text({"zh_CN": "演示到此结束，可继续扫描任何退货", "en": "That was the demo: go on with any return you like"})
READING_LOOKS = 8
"""How many looks an answer to a scan is left to be read before the next thing is said."""
STEPS = {"answer": ANSWER, "photo": PHOTO, "done": DECIDE}


class Guide:
    """One sentence at a time, and one code for the trigger."""

    def __init__(self, hands: Hands, jobs: Sequence[Job]) -> None:
        self._hands = hands
        self._jobs = list(jobs)
        self._code = ""
        self._seen = ""
        self._looks = 0

    def act(self) -> None:
        """Say the next thing; an answer is left for a while, and a refusal until the person has read it."""
        sight = self._hands.look()
        if sight.busy:
            return
        advice = self._advice(sight)
        if advice is None:
            return
        text, self._code = advice
        sentence = text.in_language(self._hands.language).format(self._code)
        if sight.said != sentence and self._was_read(sight):
            self._hands.say(sentence)

    def _was_read(self, sight: Sight) -> bool:
        self._looks = self._looks + 1 if sight.said == self._seen else 0
        self._seen = sight.said
        return sight.banner in ("", "info") or (sight.banner != "reject" and self._looks > READING_LOOKS)

    def key(self, key: int) -> None:
        """F1 pulls the trigger."""
        if key == F1 and self._code:
            self._hands.scan(self._code)

    def _advice(self, sight: Sight) -> tuple[Text, str] | None:
        if sight.stage == "home":
            return (PARCEL, self._jobs[0].label) if self._jobs else (END, "")
        if sight.stage == "receive":
            return self._at_parcel(sight)
        if sight.stage == "inspect":
            return STEPS[sight.step], ""
        return self._with_label(sight) if sight.stage == "decision" else None

    def _with_label(self, sight: Sight) -> tuple[Text, str]:
        if sight.print_state is PrintState.CONFIRMED:
            return BIN, f"DSBIN-{sight.bins[0]}"
        return (LABEL, sight.lpn) if sight.print_state is PrintState.SENT else (REPRINT, "")

    def _at_parcel(self, sight: Sight) -> tuple[Text, str]:
        job = next((each for each in self._jobs if each.rma == sight.rma), None)
        if not sight.units:
            return ITEM, job.item if job else ""
        lpn, state = sight.units[-1]
        if state is not UnitState.PUT_AWAY:
            return (INSPECT, "") if state in (UnitState.RECEIVED, UnitState.INSPECTING) else (RESUME, lpn)
        if job is not None:
            self._jobs.remove(job)
        return CLOSE, ""
