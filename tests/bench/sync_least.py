"""The least that a server can do: take a batch, insert its rows unless their ids are there, and a file as it comes.

``python -m tests.bench.sync_least DATABASE_URL FOLDER`` says its port.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from starlette.concurrency import run_in_threadpool

from dockstation.server.main import _listener
from dockstation.server.moment import now, rfc3339
from dockstation.wire import BATCH_BYTES, SERVER_TIME_HEADER

TABLE = "CREATE TABLE IF NOT EXISTS least (event_id text PRIMARY KEY, content text NOT NULL)"
INSERT = "INSERT INTO least (event_id, content) VALUES (%s, %s) ON CONFLICT DO NOTHING"


def make_app(url: str, folder: Path) -> FastAPI:
    """The application; what a station asks besides is answered with nothing."""
    app, database = FastAPI(openapi_url=None), psycopg.connect(url)
    database.execute(TABLE)
    database.commit()

    async def batch(request: Request) -> JSONResponse:
        body = await request.body()
        return await run_in_threadpool(inserted, body) if len(body) <= BATCH_BYTES else JSONResponse({}, 413)

    def inserted(body: bytes) -> JSONResponse:
        events, at = json.loads(body)["events"], rfc3339(now())
        with database.cursor() as cursor:
            cursor.executemany(INSERT, [(each["id"], json.dumps(each)) for each in events])
        database.commit()
        results = [{"id": each["id"], "result": "created", "received_at": at} for each in events]
        return _answer({"results": results, "server_time": at})

    def rmas() -> JSONResponse:
        return _answer({"items": [], "cursor": "", "more": False})

    def chains() -> JSONResponse:  # as a server that does not know the question
        return JSONResponse({}, 404, headers={SERVER_TIME_HEADER: rfc3339(now())})

    async def put(name: str, request: Request) -> Response:
        body = await request.body()
        await run_in_threadpool(_keep, folder / name, body)
        return Response(status_code=201)

    app.add_api_route("/v1/events:batch", batch, methods=["POST"])
    app.add_api_route("/v1/stations/self/chains", chains, methods=["GET"])
    app.add_api_route("/v1/rmas", rmas, methods=["GET"])
    app.add_api_route("/bare/{name}", put, methods=["PUT"])
    return app


def _answer(content: Any) -> JSONResponse:
    return JSONResponse(content, headers={SERVER_TIME_HEADER: rfc3339(now())})


def _keep(path: Path, body: bytes) -> None:
    hashlib.sha256(body).hexdigest()
    with path.open("wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def least_server(url: str, folder: Path) -> Iterator[str]:
    """Its address."""
    folder.mkdir()
    command = [sys.executable, "-m", "tests.bench.sync_least", url, str(folder)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    assert process.stdout is not None
    try:
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
    finally:
        process.kill()
        process.communicate()


def main(url: str, folder: str) -> None:
    app, listener = make_app(url, Path(folder)), _listener("127.0.0.1", 0)
    print(listener.getsockname()[1], flush=True)
    config = uvicorn.Config(app, log_config=None, access_log=False, lifespan="off", ws="none")
    uvicorn.Server(config).run([listener])


if __name__ == "__main__":
    main(*sys.argv[1:])
