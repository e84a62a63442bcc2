"""``./run bench NAME [--json]``: figures of this machine, as a table or as one JSON object."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

Bench = Callable[[argparse.Namespace], dict[str, Any]]


def _scan(options: argparse.Namespace) -> dict[str, Any]:
    from tests.bench import scan

    return scan.run(options.corpus)


def _start(options: argparse.Namespace) -> dict[str, Any]:
    from tests.bench import start

    return start.run(options.returns or 0)


def _camera(_options: argparse.Namespace) -> dict[str, Any]:
    from tests.bench import camera

    return camera.run()


def _doubts(options: argparse.Namespace) -> dict[str, Any]:
    from tests.bench import doubts

    return doubts.run(options.photos)


def _empty(options: argparse.Namespace) -> dict[str, Any]:
    from tests.bench import empty

    return empty.run(options.pictures, options.corpus)


def _identify(options: argparse.Namespace) -> dict[str, Any]:
    from tests.bench import identify

    return identify.run(options.returns or 1_000_000)


def _inspect(_options: argparse.Namespace) -> dict[str, Any]:
    from tests.bench import inspect

    return inspect.run()


def _jobs(_options: argparse.Namespace) -> dict[str, Any]:
    from tests.bench import jobs

    return jobs.run()


def _print(options: argparse.Namespace) -> dict[str, Any]:
    from tests.bench import print as printing

    return printing.run(options.labels)


def _server(options: argparse.Namespace) -> dict[str, Any]:
    from tests.bench import server

    return server.run(options.stations, options.seconds)


def _soak(options: argparse.Namespace) -> dict[str, Any]:
    from tests.bench import soak

    return soak.run(options.minutes)


def _sync(options: argparse.Namespace) -> dict[str, Any]:
    from tests.bench import sync

    return sync.run(options.events)


def _wedge(_options: argparse.Namespace) -> dict[str, Any]:
    from tests.bench import wedge

    return wedge.run()


BENCHES: dict[str, Bench] = {
    "camera": _camera,
    "doubts": _doubts,
    "empty": _empty,
    "identify": _identify,
    "inspect": _inspect,
    "jobs": _jobs,
    "print": _print,
    "scan": _scan,
    "server": _server,
    "soak": _soak,
    "start": _start,
    "sync": _sync,
    "wedge": _wedge,
}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser("./run bench", description=__doc__)
    parser.add_argument("name", choices=sorted(BENCHES))
    parser.add_argument("--json", action="store_true", help="one object {name, machine, figures, units, notes}")
    parser.add_argument(
        "--corpus", type=Path, metavar="DIR", help="scan, empty: pictures with an index.json of what they show"
    )
    parser.add_argument("--photos", type=Path, metavar="DIR", help="doubts: a folder of photographs")
    parser.add_argument("--pictures", type=int, default=10_000, metavar="N", help="empty: how many (default 10000)")
    parser.add_argument(
        "--returns", type=int, metavar="N", help="identify, start: expected (default 1000000 and none)"
    )
    parser.add_argument("--labels", type=int, default=1_000, metavar="N", help="print: how many (default 1000)")
    parser.add_argument("--events", type=int, default=100_000, metavar="N", help="sync: sent in all (default 100000)")
    parser.add_argument("--stations", type=int, default=300, metavar="N", help="server: at once (default 300)")
    parser.add_argument("--seconds", type=float, default=60, metavar="N", help="server: how long (default 60)")
    parser.add_argument("--minutes", type=float, default=10, metavar="N", help="soak: how long (default 10)")
    options = parser.parse_args(arguments)
    if options.corpus and not (options.corpus / "index.json").is_file():
        parser.error(f"{options.corpus} holds no index.json")
    told = {"name": options.name, "machine": machine(), **BENCHES[options.name](options)}
    sys.stdout.write(json.dumps(told) + "\n" if options.json else _table(told))
    return 0


def machine() -> dict[str, Any]:
    """What the figures were measured on."""
    return {
        "system": platform.platform(),
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "python": platform.python_version(),
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor()
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.machine()


def _table(told: dict[str, Any]) -> str:
    about = told["machine"]
    head = f"{told['name']}: {about['processor']}, {about['cores']} cores, Python {about['python']}\n"
    width = max(map(len, told["figures"]))
    rows = [f"  {name:{width}}  {value:>10.2f} {told['units'][name]}\n" for name, value in told["figures"].items()]
    return head + "".join(rows) + f"  {told['notes']}\n"


if __name__ == "__main__":
    sys.exit(main())
