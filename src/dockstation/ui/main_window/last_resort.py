"""What hears of everything that nobody caught, in any thread and in Qt, while the window is there."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler

from dockstation.diagnosis.recorder import Recorder
from dockstation.ui.main_window.desk import foreseen
from dockstation.ui.main_window.window import MainWindow

LEVELS = {QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO}
log = logging.getLogger(__name__)
of_qt = logging.getLogger("qt")
Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


class QtError(Exception):
    """What Qt says before it ends the program, or that it cannot go on with something."""


def unforeseen(window: MainWindow) -> Hook:
    """What hears of an exception that nobody foresaw: it is kept, and said on one page."""

    def caught(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            window.close()
            return
        try:
            window.desk.reject(error)
        except Exception:
            log.exception("the crash page could not be shown")

    return caught


class LastResort(QObject):
    """Between ``install`` and ``remove``. What comes from other threads is shown on the window's."""

    _heard = Signal(object, bool)

    def __init__(self, window: MainWindow, recorder: Recorder) -> None:
        super().__init__(window)
        self._window, self._recorder = window, recorder
        self._heard.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._before = (sys.excepthook, threading.excepthook)

    def install(self) -> None:
        """Hear of everything from now on."""
        sys.excepthook = unforeseen(self._window)
        threading.excepthook = self._in_thread
        qInstallMessageHandler(self._of_qt)

    def remove(self) -> None:
        """Hear no more."""
        sys.excepthook, threading.excepthook = self._before
        qInstallMessageHandler(None)

    def _in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            self._heard.emit(args.exc_value, True)

    def _show(self, error: BaseException, thread_died: bool) -> None:
        failure = foreseen(error)
        if failure.code == "internal":
            self._window.crash.show(failure, thread_died=thread_died)

    def _of_qt(self, kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if sys.stderr is not None:
            sys.stderr.write(f"{text}\n")
        if kind in (QtMsgType.QtFatalMsg, QtMsgType.QtCriticalMsg):
            failure = QtError(text)
            of_qt.error("Qt failed", exc_info=failure)
            if kind is QtMsgType.QtFatalMsg:  # the process ends when this returns
                self._recorder.flush()
            else:
                self._heard.emit(failure, False)
        else:
            of_qt.log(LEVELS.get(kind, logging.WARNING), text)
