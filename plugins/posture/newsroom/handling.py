"""One connection of the sample press: reads requests, sends answers, writes the log."""

from __future__ import annotations

import json
import socket
import sys
import threading
import time
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import TYPE_CHECKING, Any

from posture.errors import Misconfigured
from posture.newsroom.answering import NEIGHBOUR
from posture.newsroom.faults import Answer

if TYPE_CHECKING:
    from posture.newsroom.serving import Newsroom

JSON = "application/json; charset=utf-8"


class Listener(ThreadingHTTPServer):
    """One address of the press. Its threads are joined when it is closed."""

    daemon_threads = False
    timeout = 0  # handle_request() is called when a connection waits
    request_queue_size = 128

    def __init__(self, host: str, port: int, newsroom: Newsroom) -> None:
        self.newsroom = newsroom
        self._open: set[socket.socket] = set()
        self._guard = threading.Lock()
        super().__init__((host, port), Handler)

    def server_bind(self) -> None:
        """Bind without asking a name server what the address is called, which can take seconds."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]  # type: ignore[assignment]

    def process_request(self, request: Any, client_address: Any) -> None:
        """Remember the connection, so that an idle one can be hung up."""
        with self._guard:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """Forget the connection."""
        with self._guard:
            self._open.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """End the connections that are still open."""
        with self._guard:
            for connection in self._open:
                try:
                    connection.shutdown(socket.SHUT_RDWR)
                except OSError:  # the other side was quicker
                    continue

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep silent when a reader hung up; show anything else."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """Speaks HTTP/1.1 with connections that stay open, as real outlets do."""

    protocol_version = "HTTP/1.1"
    server_version = "SamplePress/1"
    sys_version = ""
    disable_nagle_algorithm = True
    server: Listener

    def do_GET(self) -> None:
        """Answer for an outlet, the clock, the log, or as a stranger."""
        newsroom, host = self.server.newsroom, self.connection.getsockname()[0]
        arrived = time.monotonic()
        outlet = newsroom.outlet_at(self.headers.get("Host", ""), host, self.path)
        if host == NEIGHBOUR:
            answer = Answer(status=403, body=b"not of the press")
        elif outlet is None:
            answer = self._control()
        else:
            headers = {name.lower(): value for name, value in self.headers.items()}
            answer = newsroom.answer(outlet, self.path, headers)
        if outlet is not None or host == NEIGHBOUR:
            newsroom.record(
                {
                    "at": round(arrived, 6),
                    "host": host,
                    "outlet": outlet,
                    "method": self.command,
                    "path": self.path,
                    "status": answer.status,
                    "agent": self.headers.get("User-Agent", ""),
                }
            )
        self._send(answer)

    do_HEAD = do_GET  # noqa: N815 -- the names that the base class looks up

    def do_POST(self) -> None:
        """Set the press clock."""
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        newsroom = self.server.newsroom
        meant = newsroom.outlet_at(self.headers.get("Host", ""), self.connection.getsockname()[0], self.path)
        if meant is not None or self.path != "/clock":
            return self._send(Answer(status=405, body=b"not here"))
        try:
            newsroom.clock = datetime.fromisoformat(json.loads(body)["now"])
        except (ValueError, KeyError, TypeError, Misconfigured) as error:
            return self._send(Answer(status=400, body=f'send {{"now": "2024-01-27T12:00:00Z"}}: {error}'.encode()))
        return self._send(self._control())

    do_PUT = do_POST  # noqa: N815

    def _control(self) -> Answer:
        newsroom = self.server.newsroom
        if self.path == "/clock":
            return Answer(content_type=JSON, body=json.dumps({"now": newsroom.clock.isoformat()}).encode())
        if self.path == "/log":
            lines = (json.dumps(entry, ensure_ascii=False) + "\n" for entry in newsroom.log())
            return Answer(content_type="application/jsonl; charset=utf-8", body="".join(lines).encode())
        return Answer(status=404, body=b"the sample press answers here for /clock and /log")

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.status != 304:
            self.send_header("Content-Type", answer.content_type)
            self.send_header("Content-Length", str(len(answer.body) * answer.times))
        self.end_headers()
        if self.command != "HEAD" and answer.status != 304:
            self._send_body(answer)

    def _send_body(self, answer: Answer) -> None:
        if answer.dropped:
            self.wfile.write(answer.body[: len(answer.body) // 2])
            self.close_connection = True
            return
        size = -(-len(answer.body) // answer.pieces) or 1
        for start in [*range(0, len(answer.body), size)] * answer.times:
            if self.server.newsroom.stopped.wait(answer.pause):
                self.close_connection = True
                return
            self.wfile.write(answer.body[start : start + size])

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 -- the base class's name
        """Print nothing: the log is at /log."""

    def date_time_string(self, timestamp: float | None = None) -> str:
        """The Date header, on the press clock."""
        if timestamp is None:
            timestamp = self.server.newsroom.clock.timestamp()
        return super().date_time_string(int(timestamp))
