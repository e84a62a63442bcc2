"""What each command does; everything heavy is imported by the command that needs it."""

from __future__ import annotations

import gc
import json
import logging
import os
import sys
from argparse import Namespace
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

from dockstation import __version__
from dockstation.bootstrap import Place, locked, station_parts
from dockstation.bootstrap.enrolling import enrol_station
from dockstation.cli.display import refuse_none
from dockstation.diagnosis.lines import facts
from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import shown
from dockstation.settings import ConfigFolders, load_server

if TYPE_CHECKING:
    from dockstation.ui.main_window.station import Restart

log = logging.getLogger("dockstation.station")
DATABASE_URL = "DOCKSTATION_DATABASE_URL"


def place(options: Namespace) -> Place:
    """The station's data and config as the options say, else where the system keeps such things."""
    if options.data is None:
        from platformdirs import user_config_path, user_data_path

        own = config(options) if options.config else ConfigFolders(user_config_path("dockstation"))
        return Place(user_data_path("dockstation"), own)
    return Place(options.data, config(options))


def config(options: Namespace) -> ConfigFolders:
    """Where config is found as ``--config`` says; ``settings.unreadable`` when there is no such folder."""
    if options.config is not None and not options.config.is_dir():
        raise DockstationError("settings.unreadable", file=str(options.config), why="no such folder")
    return ConfigFolders(options.config)


def in_words(error: DockstationError) -> str:
    """The failure as one line."""
    from dockstation.ui.messages import sentence

    return " ".join(sentence(error).split())


def show(value: Any) -> None:
    """One JSON document on standard output, in ASCII: no terminal garbles it, and any file name survives."""
    sys.stdout.write(json.dumps(value) + "\n")


def day_begins(day: date | None) -> str:
    """The beginning of that day here, as rulings are dated; "" for none."""
    if day is None:
        return ""
    begins = datetime.combine(day, time()).astimezone().astimezone(UTC)
    return begins.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def station(options: Namespace) -> int:
    """Open the window; ``display.none`` and ``display.dead`` where there is no screen for it."""
    refuse_none()
    gc.disable()  # the window takes it over: on the way to its first paint it costs a tenth of the time
    from dockstation.cli.restarting import PATIENCE_S, restart

    wanted: list[Restart] = []
    with locked(place(options), PATIENCE_S if options.restarted else 0) as here:
        status = _open_window(here, options, wanted.append)
    if wanted:
        restart(wanted[0].badge, safely=wanted[0].safely)
    return status


def _open_window(here: Place, options: Namespace, restart: Callable[[Restart], None]) -> int:
    from dockstation.bootstrap.recording import open_recorder
    from dockstation.diagnosis.ends import Ends
    from dockstation.ui.main_window.station import Watch, run

    parts = station_parts(here, camera=not options.no_camera, badge=options.badge, safe=options.safe)
    recorder, ends = open_recorder(here.data, parts.settings), Ends(here.data)
    recorder.start()
    log.info("started", extra=facts(version=__version__, safe=options.safe))
    watch = Watch(recorder, ends, ends.begin(recorder.reports))
    try:
        return run(parts, full_screen=options.full_screen, report=options.report_start, watch=watch, restart=restart)
    finally:
        recorder.close()


def enrol(options: Namespace) -> int:
    """Make this station known to the server."""
    with locked(place(options)) as here:
        sys.stdout.write(f"enrolled as {shown(enrol_station(here, options.code))}\n")
    return 0


def demo(options: Namespace) -> int:
    """See the main job run."""
    from dockstation.demo.run import run

    return run(options.out, headless=options.headless, language=options.language, units=options.units)


def server(options: Namespace) -> int:
    """Run the central server until it is told to stop; ``server.not_installed`` without its libraries."""
    settings = load_server(config(options))
    database = options.database_url or os.environ.get(DATABASE_URL) or settings.database_url
    if options.data is None and not database:
        options.wrong_usage("one of the arguments --data --database-url is required")
    workers = options.workers or settings.workers
    if options.attended and workers > 1:
        options.wrong_usage("--attended is for one process: give --workers 1")
    try:
        from platformdirs import user_data_path

        from dockstation.server.main import serve
        from dockstation.server.setup import Setup
    except ModuleNotFoundError as error:
        raise DockstationError("server.not_installed", library=str(error.name)) from error

    setup = Setup(
        options.data or user_data_path("dockstation-server"),
        database,
        settings.access_minutes,
        settings.enrolment_code_minutes,
        settings.return_address,
        settings.database_connections,
        settings.log,
        settings.webhooks_to_private,
        options.photos or settings.photos,
        options.s3_endpoint or settings.s3_endpoint,
    )
    port = settings.port if options.port is None else options.port
    host = options.host or settings.host
    serve(setup, host, port, workers, lambda port: announce("server", port), attended=options.attended)
    return 0


def printer(options: Namespace) -> int:
    """Run the virtual printer until it is told to stop."""
    if options.port is None or options.out is None:
        options.wrong_usage("one of list, find, test, calibrate, or both of --port --out, is required")
    from dockstation.demo.virtual_printer import serve

    serve(options.port, options.out, ready=lambda port: announce("printer", port), language=options.language)
    return 0


def announce(what: str, port: int) -> None:
    """Say on standard output that a process listens, for people and for whoever started it."""
    sys.stdout.write(f"{what} ready on port {port}\n")
    sys.stdout.flush()
