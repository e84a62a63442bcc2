"""``./run lint``: ruff, mypy, import contracts, sizes, translations; every finding, then one exit code."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.lint.sizes import too_large
from tests.lint.translations import unfinished

BIN = Path(sys.executable).parent
COMMANDS = (
    ["ruff", "check", "src", "tests"],
    ["ruff", "format", "--check", "--quiet", "src", "tests"],
    ["mypy"],
    ["lint-imports"],
)


def main() -> int:
    failed = [
        command[0] for command in COMMANDS if subprocess.run([BIN / command[0], *command[1:]], check=False).returncode
    ]
    own = [*too_large(Path("src")), *too_large(Path("tests")), *unfinished(Path())]
    for finding in own:
        print(finding)
    print("lint: " + ("failed: " + ", ".join(failed + ["own checks"] * bool(own)) if failed or own else "all good"))
    return 1 if failed or own else 0


if __name__ == "__main__":
    sys.exit(main())
