"""What the server publishes of itself: whose token opens a call, and every way in which one may be refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

from dockstation.server import access
from dockstation.server.problems import PROBLEM, documented
from dockstation.wire import SERVER_TIME_HEADER

ADMINISTRATOR, STATION = "administrator", "station"
KEYS: dict[Any, tuple[str, ...]] = {
    access.require_admin: (ADMINISTRATOR,),
    access.require_station: (STATION,),
    access.admin_or_station: (ADMINISTRATOR, STATION),
}
BODY = (400, 408, 411, 413, 415)
ANY = (500, 503)
SCHEMES = {name: {"type": "http", "scheme": "bearer"} for name in (ADMINISTRATOR, STATION)}
STAMP = {SERVER_TIME_HEADER: {"required": True, "schema": {"type": "string", "format": "date-time"}}}
UNUSED = ("HTTPValidationError", "ValidationError")
"""What the framework would say of bad input; here it is a problem like any other."""


def publish(app: FastAPI) -> None:
    """Let the application describe itself so; the description is made once."""

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _described(app)
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign] # as FastAPI's own pages say to do it


def _described(app: FastAPI) -> dict[str, Any]:
    told = get_openapi(title=app.title, version=app.version, routes=app.routes)
    schemas = told["components"]["schemas"]
    for name in UNUSED:
        schemas.pop(name, None)
    schemas["Problem"] = PROBLEM
    told["components"]["securitySchemes"] = SCHEMES
    for route in app.state.routes:
        if isinstance(route, APIRoute) and route.include_in_schema:
            for method in route.methods or ():
                _tell(told["paths"][route.path_format][method.lower()], route)
    return told


def _tell(operation: dict[str, Any], route: APIRoute) -> None:
    keys = next((KEYS[call] for call in _calls(route.dependant) if call in KEYS), ())
    if keys:
        operation["security"] = [{name: []} for name in keys]
    answers = operation["responses"]
    if answers.get("422", {}).get("description") == "Validation Error":
        del answers["422"]
    refused = _refusals(operation, keys)
    answers |= {str(status): told for status, told in documented(*refused).items() if str(status) not in answers}
    for each in answers.values():
        each["headers"] = each.get("headers", {}) | STAMP


def _refusals(operation: dict[str, Any], keys: tuple[str, ...]) -> Iterator[int]:
    yield from ANY
    if keys:
        yield from (401, 429)
    if STATION in keys:
        yield 403
    if "parameters" in operation or "requestBody" in operation:
        yield 422
    if "requestBody" in operation:
        yield from BODY


def _calls(dependant: Dependant) -> Iterator[Any]:
    yield dependant.call
    for each in dependant.dependencies:
        yield from _calls(each)
