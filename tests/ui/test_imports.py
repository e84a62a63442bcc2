"""What is imported beside the window is imported as if there were none."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

LAZY = """
def __getattr__(name):
    print("asked for", name)
    raise AttributeError(name)
"""


def test_a_module_that_imports_when_it_is_asked_is_asked_for_nothing_while_it_is_imported(tmp_path: Path) -> None:
    (tmp_path / "lazily.py").write_text(LAZY, "utf-8")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), *filter(None, sys.path)])}
    code = "import dockstation.ui.theme, lazily, json.tool"
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == ""
