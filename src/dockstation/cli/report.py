"""``dockstation report``: a unit's inspection on paper, and the papers of a claim."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import timedelta

from dockstation.bootstrap.past import open_past
from dockstation.bootstrap.reports import open_reports
from dockstation.cli.commands import day_begins, in_words, place, show
from dockstation.cli.rules import language
from dockstation.domain.errors import DockstationError


def report_unit(options: Namespace) -> int:
    """Write one unit's report."""
    with open_reports(place(options)) as reports:
        reports.unit(options.lpn, options.out.absolute(), language(options), overwrite=options.overwrite)
    return 0


def report_claim(options: Namespace) -> int:
    """Write the papers of all units that one party answers for, nothing where there are none.

    1 where there are none, or where one of them could not be reported.
    """
    from dockstation.application.report import ClaimWanted

    here = place(options)
    days = tuple(each.isoformat() if each else "" for each in (options.since, options.until))
    wanted = ClaimWanted(
        options.responsibility,
        day_begins(options.until + timedelta(days=1)) if options.until else "",
        options.rma,
        options.parcel,
        (days[0], days[1]),
    )
    with open_reports(here) as reports:
        claim = reports.find(open_past(here, day_begins(options.since)), wanted)
        if claim.reports:
            reports.claim(claim, options.out.absolute(), language(options), overwrite=options.overwrite)
    told = {"units": len(claim.reports), "not_reported": len(claim.unread)}
    if options.json:
        show(told | {"lpns": [each.unit.lpn for each in claim.reports]})
    else:
        sys.stdout.write("".join(f"{name}: {count}\n" for name, count in told.items()))
    for lpn, code in claim.unread:
        sys.stderr.write(f"dockstation: {lpn}: {in_words(DockstationError(code, lpn=lpn))}\n")
    return 0 if claim.reports and not claim.unread else 1
