"""The application: every route of protocol version 1."""

from __future__ import annotations

from fastapi import APIRouter, FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp

from dockstation import __version__
from dockstation.server import (
    enrolment,
    events,
    held,
    imported,
    office,
    photos,
    rejected,
    return_label,
    returns,
    reviews,
    serials,
    settlement,
    statistics,
    units,
    watching,
)
from dockstation.server.boundary import Boundary
from dockstation.server.context import Context, Here
from dockstation.server.moment import now, rfc3339
from dockstation.server.patience import BODY_SHARE
from dockstation.server.problems import speak_problems
from dockstation.server.published import publish
from dockstation.server.watching import Watching
from dockstation.server.web.site import make_site
from dockstation.server.web.visits import HOME
from dockstation.wire import Message


class HealthMessage(Message):
    """``GET /v1/health`` and ``GET /v1/ready``."""

    status: str
    version: str
    server_time: str


def make_app(context: Context) -> ASGIApp:
    """The application over one context."""
    app = FastAPI(
        title="dockstation RMA server",
        version=__version__,
        openapi_url="/v1/openapi.json",
        docs_url=None,  # its page would fetch scripts from elsewhere
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.context = context
    app.add_middleware(GZipMiddleware, minimum_size=1024)
    speak_problems(app)
    parts = (returns, imported, office, return_label, events, settlement, reviews, rejected, statistics, held)
    routers = (_health(), *(part.routes() for part in (*parts, photos, units, serials, enrolment, watching)))
    for router in routers:
        app.include_router(router)
    for path in ("/", HOME):
        app.add_api_route(path, to_the_page, methods=["GET"], include_in_schema=False)
    app.mount(HOME, make_site(context))
    app.state.routes = tuple(route for router in routers for route in router.routes)
    publish(app)
    return Watching(Boundary(app, context.patience * BODY_SHARE), context.metrics)


def _health() -> APIRouter:
    router = APIRouter()
    router.add_api_route("/v1/health", health, methods=["GET"])
    router.add_api_route("/v1/ready", ready, methods=["GET"])
    return router


def to_the_page() -> RedirectResponse:
    """For a person who typed the server's address."""
    return RedirectResponse(f"{HOME}/")


def health() -> HealthMessage:
    """That the server answers, for whoever asks."""
    return HealthMessage(status="ok", version=__version__, server_time=rfc3339(now()))


def ready(here: Here) -> HealthMessage:
    """That the database answers too, for whoever shares out the requests; else 503."""
    with here.database.reading() as work:
        work.rmas.database_id()
    return health()
