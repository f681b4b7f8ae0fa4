"""A receiver of web requests on loopback that checks signatures, as another programme would."""

from __future__ import annotations

import hmac
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

SECRET = "shared between the two"
# A request signed longer ago was caught and played again.
_FRESH_S = 300


class Receiver:
    """Answers `status` to requests that are signed well, 401 to all others; keeps what it took, by id."""

    def __init__(self) -> None:
        self.status = 204
        self.hang_up = False
        self.asked = 0
        self.taken: list[tuple[str, dict[str, Any]]] = []
        self.url = ""

    def answer(self, headers: Any, body: bytes) -> int:
        self.asked += 1
        timestamp = headers["Posture-Timestamp"]
        ours = hmac.new(SECRET.encode(), f"{timestamp}.".encode() + body, sha256).hexdigest()
        signed = hmac.compare_digest(headers["Posture-Signature"], f"sha256={ours}")
        if not signed or abs(time.time() - int(timestamp)) > _FRESH_S:
            return 401
        if self.status < 300:
            self.taken.append((headers["Posture-Id"], json.loads(body)))
        return self.status


@contextmanager
def receiving() -> Iterator[Receiver]:
    receiver = Receiver()

    class Requests(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            status = receiver.answer(self.headers, self.rfile.read(int(self.headers["Content-Length"])))
            if receiver.hang_up:
                self.connection.close()
                return
            self.send_response(status)
            self.send_header("Location", "http://127.0.0.1:9/")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Nothing on the terminal."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Requests)
    server.handle_error = lambda *_: None  # type: ignore[method-assign] -- a line that we closed is no fault
    receiver.url = f"http://127.0.0.1:{server.server_address[1]}/posture"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield receiver
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
