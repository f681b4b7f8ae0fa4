"""Fetching from a real server on loopback, well-behaved or not."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from posture.adapters.web import Web
from posture.adapters.web_answers import Limits, retry_after_s
from posture.adapters.web_errors import FetchFailed, FetchRefused
from posture.adapters.web_guard import Guard, Press, is_public
from posture.adapters.web_turns import Turns
from posture.errors import Misconfigured, Rejected, Transient

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
AGENT = "posture-test (+mailto:desk@example.org)"
HOST = "127.0.1.7"

Answer = Callable[[BaseHTTPRequestHandler], None]


class QuietServer(ThreadingHTTPServer):
    """A server whose clients hang up on it, as some of these tests do, without a word."""

    def handle_error(self, *args: object) -> None:
        pass


class Server:
    """A small outlet: a dictionary of paths, and a log of what was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                outer.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
                with suppress(ConnectionError):
                    outer.answers.get(self.path, missing)(self)

            def log_message(self, *args: object) -> None:
                pass

        self.http = QuietServer((HOST, 0), Handler)
        self.http.daemon_threads = True
        self.port = self.http.server_address[1]

    def url(self, path: str) -> str:
        return f"http://{HOST}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


def send(status: int = 200, body: bytes = b"", **headers: str) -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    return answer


def missing(request: BaseHTTPRequestHandler) -> None:
    send(404)(request)


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    thread = threading.Thread(target=server.http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield server
    server.http.shutdown()
    server.http.server_close()
    thread.join()


@pytest.fixture
def web(server: Server) -> Iterator[Web]:
    web = Web(user_agent=AGENT, press=Press(network="127.0.1.0/24", port=server.port), spacing_s=0, now=lambda: NOW)
    yield web
    web.close()


def test_a_page_comes_with_its_bytes_headers_and_moment(server: Server, web: Web) -> None:
    server.answers["/1"] = send(200, "خبر".encode("cp1256"), Content_Type="text/html; charset=windows-1256", ETag='"a"')
    page = web.get(server.url("/1"))
    assert (page.status, page.body, page.fetched_at) == (200, "خبر".encode("cp1256"), NOW)
    assert page.headers["etag"] == '"a"'
    assert page.headers["content-type"] == "text/html; charset=windows-1256"
    assert page.url == page.final_url == server.url("/1")


def test_the_server_learns_who_asks(server: Server, web: Web) -> None:
    server.answers["/1"] = send()
    web.get(server.url("/1"))
    assert server.asked[-1][1]["user-agent"] == AGENT


def test_a_page_that_has_not_changed_is_304_without_a_body(server: Server, web: Web) -> None:
    server.answers["/1"] = send(304, ETag='"a"')
    page = web.get(server.url("/1"), etag='"a"', modified="Sun, 01 Mar 2026 10:00:00 GMT")
    assert (page.status, page.body) == (304, b"")
    headers = server.asked[-1][1]
    assert headers["if-none-match"] == '"a"'
    assert headers["if-modified-since"] == "Sun, 01 Mar 2026 10:00:00 GMT"


def test_a_compressed_body_is_opened(server: Server, web: Web) -> None:
    server.answers["/1"] = send(200, gzip.compress(b"news" * 100), Content_Encoding="gzip")
    assert web.get(server.url("/1")).body == b"news" * 100


# ---------- redirects ----------


def test_redirects_are_followed_and_the_last_address_is_told(server: Server, web: Web) -> None:
    server.answers["/old"] = send(301, Location="/older")
    server.answers["/older"] = send(302, Location=server.url("/new"))
    server.answers["/new"] = send(200, b"news")
    page = web.get(server.url("/old"))
    assert (page.url, page.final_url, page.body) == (server.url("/old"), server.url("/new"), b"news")


def test_a_redirect_may_be_written_in_arabic(server: Server, web: Web) -> None:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write("HTTP/1.1 302 Found\r\nLocation: /خبر\r\nContent-Length: 0\r\n\r\n".encode())

    server.answers["/1"] = answer
    server.answers["/%D8%AE%D8%A8%D8%B1"] = send(200, b"news")
    assert web.get(server.url("/1")).body == b"news"


@pytest.mark.parametrize(
    ("what", "location", "kind"),
    [
        ("itself", "/loop", "redirects"),
        ("the machine's own address book", "http://169.254.169.254/latest/meta-data/", "not_allowed"),
        ("the private network", "http://10.0.0.1/", "not_allowed"),
        ("another port of this machine", "http://127.0.0.1:22/", "not_allowed"),
        ("this machine in one number", "http://2130706433/", "not_allowed"),
        ("this machine in IPv6", "http://[::1]/", "not_allowed"),
        ("a file", "file:///etc/passwd", "not_allowed"),
        ("a broken address", "http://[::1", "not_allowed"),
    ],
)  # fmt: skip
def test_a_redirect_is_refused_to(server: Server, web: Web, what: str, location: str, kind: str) -> None:
    server.answers["/loop"] = send(302, Location=location)
    with pytest.raises(FetchRefused) as raised:
        web.get(server.url("/loop"))
    assert raised.value.kind == kind


def test_no_more_than_five_redirects_are_followed(server: Server, web: Web) -> None:
    for number in range(9):
        server.answers[f"/{number}"] = send(302, Location=f"/{number + 1}")
    with pytest.raises(FetchRefused, match="5 redirects") as raised:
        web.get(server.url("/0"))
    assert raised.value.kind == "redirects"
    assert server.paths() == ["/robots.txt", "/0", "/1", "/2", "/3", "/4", "/5"]


def test_the_body_of_a_redirect_is_not_read(server: Server, web: Web) -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    server.answers["/old"] = send(302, bomb, Location="/new", Content_Encoding="gzip")
    server.answers["/new"] = send(200, b"news")
    assert web.get(server.url("/old")).body == b"news"


# ---------- what the server says no to ----------


@pytest.mark.parametrize(
    ("status", "error"),
    [(400, Rejected), (401, Rejected), (403, Rejected), (404, Rejected), (410, Rejected), (451, Rejected),
     (408, Transient), (425, Transient), (429, Transient), (500, Transient), (502, Transient), (503, Transient)],
)  # fmt: skip
def test_a_status_is_an_error_of_its_kind(server: Server, web: Web, status: int, error: type[Exception]) -> None:
    server.answers["/1"] = send(status)
    with pytest.raises(error) as raised:
        web.get(server.url("/1"))
    assert isinstance(raised.value, FetchFailed | FetchRefused)
    assert (raised.value.kind, raised.value.status) == ("status", status)
    assert server.url("/1") in str(raised.value)


def test_the_server_says_when_to_come_back(server: Server, web: Web) -> None:
    server.answers["/1"] = send(429, Retry_After="90")
    with pytest.raises(FetchFailed) as raised:
        web.get(server.url("/1"))
    assert raised.value.retry_after_s == 90


def test_who_waits_behind_a_request_that_was_told_to_come_back_later_sends_nothing(server: Server, web: Web) -> None:
    server.answers |= {"/1": send(429, Retry_After="90"), "/2": send(200, b"news")}
    with pytest.raises(FetchFailed):
        web.get(server.url("/1"))
    with pytest.raises(FetchFailed, match="asked us to wait") as raised:
        web.get(server.url("/2"))
    assert raised.value.kind == "busy"
    assert "/2" not in server.paths()


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("120", 120), (" 5 ", 5), ("Sun, 01 Mar 2026 12:10:00 GMT", 600), ("Sun, 01 Mar 2026 11:00:00 GMT", 0),
     ("99999999999", 86400), ("soon", None), ("-5", None), ("", None), (None, None), ("١٢", None),
     ("Mon, 01 Jan 99999999999999999999 00:00:00 GMT", None), ("Mon, 01 Jan 2024 00:00:00 +9999999999999", None),
     ("9" * 5000, 86400)],
)  # fmt: skip
def test_retry_after_is_seconds_or_a_date(value: str | None, seconds: float | None) -> None:
    assert retry_after_s(value, now=NOW) == seconds


def test_an_answer_on_which_our_own_code_breaks_is_a_failure_of_that_address(
    server: Server, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object, **__: object) -> None:
        raise OverflowError("an oddity")

    monkeypatch.setattr("posture.adapters.web.judged", break_down)
    server.answers["/1"] = send(200, b"news")
    with pytest.raises(FetchFailed, match="OverflowError: an oddity") as raised:
        web.get(server.url("/1"))
    assert raised.value.kind == "broken"


# ---------- limits ----------


def test_a_body_beyond_the_limit_is_refused(server: Server, web: Web) -> None:
    server.answers["/1"] = send(200, b"x" * 5000)
    with pytest.raises(FetchRefused) as raised:
        web.get(server.url("/1"), limits=Limits(body_bytes=4999))
    assert raised.value.kind == "too_large"
    assert len(web.get(server.url("/1"), limits=Limits(body_bytes=5000)).body) == 5000


def test_a_bomb_is_refused_while_it_is_opened(server: Server, web: Web) -> None:
    server.answers["/1"] = send(200, gzip.compress(b"\0" * 50_000_000), Content_Encoding="gzip")
    with pytest.raises(FetchRefused) as raised:
        web.get(server.url("/1"))
    assert raised.value.kind == "too_large"


TOO_MANY_HEADERS = [
    {"X": "y" * 70_000},
    {f"X-{n}": "y" * 1000 for n in range(80)},
    {f"X-{n}": "y" for n in range(120)},
]


@pytest.mark.parametrize("headers", TOO_MANY_HEADERS, ids=["one long", "many long", "very many"])
def test_headers_beyond_the_limit_are_refused(server: Server, web: Web, headers: dict[str, str]) -> None:
    server.answers["/1"] = send(200, b"", **headers)
    with pytest.raises(FetchRefused) as raised:
        web.get(server.url("/1"))
    assert raised.value.kind == "too_large"


def drip(request: BaseHTTPRequestHandler) -> None:
    request.wfile.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
    for _ in range(2000):
        request.wfile.write(b".")
        request.wfile.flush()
        if threading.Event().wait(0.02):
            return


def drip_headers(request: BaseHTTPRequestHandler) -> None:
    request.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(2000):
        request.wfile.write(b"X: %d" % number)
        request.wfile.flush()
        if threading.Event().wait(0.02):
            return


@pytest.mark.parametrize("answer", [drip, drip_headers], ids=["body", "headers"])
def test_a_server_that_sends_a_byte_at_a_time_is_left(server: Server, web: Web, answer: Answer) -> None:
    server.answers["/1"] = answer
    with pytest.raises(FetchFailed) as raised:
        web.get(server.url("/1"), limits=Limits(total_s=0.4, read_s=5))
    assert raised.value.kind == "timeout"


def test_a_server_that_says_nothing_is_left(server: Server, web: Web) -> None:
    server.answers["/1"] = lambda request: threading.Event().wait(2)
    with pytest.raises(FetchFailed) as raised:
        web.get(server.url("/1"), limits=Limits(read_s=0.2))
    assert raised.value.kind == "timeout"


@pytest.mark.parametrize(
    ("what", "answer", "kind"),
    [
        ("a body shorter than announced", send(200, b"half", Content_Length="9000", Connection="close"), "connection"),
        ("a body that is not compressed as it says", send(200, b"plain", Content_Encoding="gzip"), "encoding"),
        ("a compression that was not offered", send(200, b"x", Content_Encoding="zz"), "encoding"),
        ("no answer at all", lambda request: request.connection.close(), "connection"),
        ("no HTTP", lambda request: request.wfile.write(b"hello\r\n\r\n"), "connection"),
    ],
)  # fmt: skip
def test_a_broken_answer_is_named(server: Server, web: Web, what: str, answer: Answer, kind: str) -> None:
    def closing(request: BaseHTTPRequestHandler) -> None:
        answer(request)
        request.close_connection = True

    server.answers["/1"] = closing
    with pytest.raises((FetchFailed, FetchRefused)) as raised:
        web.get(server.url("/1"))
    assert raised.value.kind == kind


def test_a_port_where_nobody_listens_is_named(server: Server) -> None:
    with socket.create_server((HOST, 0)) as other:
        port = other.getsockname()[1]
    with pytest.raises(FetchFailed) as raised:
        Web(user_agent=AGENT, press=Press()).get(f"http://{HOST}:{port}/")
    assert raised.value.kind == "connection"


# ---------- whom we go to ----------


@pytest.mark.parametrize(
    "number",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
     "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254", "::ffff:10.0.0.1", "::ffff:127.0.0.1",
     "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "ff02::1", "168.63.129.16", "192.0.0.192",
     "192.88.99.1", "fec0::1", "64:ff9b:1::a00:1", "2606:2800:220:1:0:5efe:127.0.0.1", "2606:2800:220:1:200:5efe:a00:1",
     "::ffff:168.63.129.16"],
)  # fmt: skip
def test_private_numbers_are_refused(number: str) -> None:
    with pytest.raises(FetchRefused) as raised:
        Guard(resolve=lambda host, port: [number]).addresses("outlet.example", 80)
    assert raised.value.kind == "not_allowed"


def test_public_numbers_are_allowed() -> None:
    guard = Guard(resolve=lambda host, port: ["93.184.216.34", "2606:2800:220:1::1"])
    assert all(map(is_public, guard.addresses("outlet.example", 80)))


def test_a_name_with_one_private_number_is_refused() -> None:
    with pytest.raises(FetchRefused):
        Guard(resolve=lambda host, port: ["93.184.216.34", "10.0.0.1"]).addresses("outlet.example", 80)


def test_the_press_is_one_network_and_one_port() -> None:
    guard = Guard(press=Press(network="127.0.1.0/24", port=8001), resolve=lambda host, port: [host])
    assert guard.addresses("127.0.1.9", 8001)
    for host, port in [("127.0.1.9", 8002), ("127.0.2.9", 8001), ("10.0.0.1", 8001)]:
        with pytest.raises(FetchRefused):
            guard.addresses(host, port)


@pytest.mark.parametrize("network", ["10.0.0.0/8", "0.0.0.0/0", "everywhere"])
def test_no_other_network_can_be_the_press(network: str) -> None:
    with pytest.raises(Misconfigured):
        Press(network=network)


def test_a_name_that_changes_its_number_between_check_and_use_is_not_followed(server: Server) -> None:
    answers = iter([[HOST], ["127.0.0.1"], ["127.0.0.1"]])
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return next(answers)

    server.answers["/1"] = send(200, b"news", Connection="close")
    server.answers["/robots.txt"] = send(404, Connection="close")
    web = Web(user_agent=AGENT, press=Press(network="127.0.1.0/24"), resolve=resolve, spacing_s=0)
    address = f"http://outlet.example:{server.port}/1"
    assert web.get(address, robots=False).body == b"news"
    assert len(asked) == 1, "the number that was checked is the number that is used"
    web.close()
    with pytest.raises(FetchRefused) as raised:
        web.get(address, robots=False)
    assert raised.value.kind == "not_allowed"
    assert server.paths() == ["/1"]


def test_an_unknown_name_is_named() -> None:
    def resolve(host: str, port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    with pytest.raises(FetchFailed) as raised:
        Web(user_agent=AGENT, resolve=resolve).get("http://outlet.example/")
    assert raised.value.kind == "dns"


@pytest.mark.parametrize(
    "url", ["ftp://outlet.example/", "file:///etc/passwd", "outlet.example", "http://", "http://[::1", "http:///x"]
)
def test_only_web_addresses_are_fetched(url: str) -> None:
    with pytest.raises(FetchRefused) as raised:
        Web(user_agent=AGENT).get(url)
    assert raised.value.kind == "not_allowed"


# ---------- TLS ----------


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[Path, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "outlet.example")])
    today = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder(name, name, key.public_key(), 1, today - timedelta(days=1), today + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("outlet.example")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    certificate, private = tmp_path / "cert.pem", tmp_path / "key.pem"
    certificate.write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return certificate, private


def test_a_secure_connection_checks_the_name_though_it_goes_to_the_number(
    server: Server, certificate: tuple[Path, Path]
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    server.http.socket = context.wrap_socket(server.http.socket, server_side=True)
    server.answers["/1"] = send(200, b"news")
    web = Web(
        user_agent=AGENT, press=Press(), spacing_s=0, resolve=lambda host, port: [HOST], ca_bundle=str(certificate[0])
    )
    assert web.get(f"https://outlet.example:{server.port}/1").body == b"news"
    assert server.asked[-1][1]["host"] == f"outlet.example:{server.port}"
    with pytest.raises(FetchFailed) as raised:
        web.get(f"https://other.example:{server.port}/1")
    assert raised.value.kind == "tls"
    web.close()


def test_a_handshake_that_drags_on_is_left() -> None:
    hung_up = threading.Event()

    def drip_handshake(listener: socket.socket) -> None:
        line, _ = listener.accept()
        with line, suppress(OSError):
            line.sendall(b"\x16\x03\x03\x3f\xff")  # a record of the greatest length, of which little comes
            while not hung_up.wait(0.02):
                line.sendall(b"\0")
        hung_up.set()

    with socket.create_server((HOST, 0)) as listener:
        server = threading.Thread(target=drip_handshake, args=(listener,), daemon=True)
        server.start()
        web = Web(user_agent=AGENT, press=Press(network="127.0.1.0/24"), spacing_s=0)
        limits = Limits(total_s=0.4, read_s=5, connect_s=5)
        with pytest.raises(FetchFailed) as raised:
            web.get(f"https://{HOST}:{listener.getsockname()[1]}/1", limits=limits, robots=False)
        web.close()
        assert raised.value.kind == "timeout"
        server.join(5)
        assert hung_up.is_set(), "the line was cut, not left open"


# ---------- robots.txt ----------


def test_robots_txt_is_asked_once_and_obeyed(server: Server, web: Web) -> None:
    server.answers["/robots.txt"] = send(200, b"User-agent: *\nDisallow: /private/\nCrawl-delay: 7\n")
    server.answers["/1"] = send()
    assert web.allowed(server.url("/1"))
    assert not web.allowed(server.url("/private/1"))
    assert web.crawl_delay_s(server.url("/1")) == 7
    assert server.paths() == ["/robots.txt"]
    with pytest.raises(FetchRefused) as raised:
        web.get(server.url("/private/1"))
    assert raised.value.kind == "robots"


def test_robots_txt_that_is_not_there_forbids_nothing(server: Server, web: Web) -> None:
    assert web.allowed(server.url("/private/1"))


@pytest.mark.parametrize("told", [{}, {"Content_Length": str(8 * 1024 * 1024)}])
def test_of_a_robots_txt_however_long_the_beginning_is_obeyed(server: Server, web: Web, told: dict[str, str]) -> None:
    server.answers["/robots.txt"] = send(200, b"User-agent: *\nDisallow: /\n" + b"# more\n" * 1_200_000, **told)
    server.answers["/1"] = send(200, b"news")
    assert not web.allowed(server.url("/1"))


def test_robots_txt_that_cannot_be_had_forbids_for_now(server: Server, web: Web) -> None:
    server.answers["/robots.txt"] = send(500)
    server.answers["/1"] = send()
    with pytest.raises(FetchFailed):
        web.get(server.url("/1"))
    assert server.paths() == ["/robots.txt"]


def test_a_redirect_into_a_forbidden_path_is_not_followed(server: Server, web: Web) -> None:
    server.answers["/robots.txt"] = send(200, b"User-agent: *\nDisallow: /private/\n")
    server.answers["/1"] = send(302, Location="/private/1")
    with pytest.raises(FetchRefused) as raised:
        web.get(server.url("/1"))
    assert raised.value.kind == "robots"


# ---------- distance ----------


class Clock:
    """A clock that moves only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def test_two_requests_to_a_host_keep_their_distance(server: Server) -> None:
    clock = Clock()
    waited: list[tuple[str, float]] = []
    turns = Turns(clock=clock, sleep=clock.sleep, wait_turn=lambda host, interval_s: waited.append((host, interval_s)))
    web = Web(user_agent=AGENT, press=Press(), spacing_s=3.0, turns=turns)
    server.answers["/1"] = send()
    for _ in range(3):
        web.get(server.url("/1"), robots=False)
    assert clock.slept == [3.0, 3.0]
    assert waited == [(HOST, 3.0)] * 3
    web.close()


def test_the_distance_an_outlet_asks_for_is_kept(server: Server) -> None:
    clock = Clock()
    server.answers["/robots.txt"] = send(200, b"User-agent: *\nCrawl-delay: 9\n")
    server.answers["/1"] = send()
    web = Web(user_agent=AGENT, press=Press(), spacing_s=1.0, turns=Turns(clock=clock, sleep=clock.sleep))
    web.get(server.url("/1"))
    web.get(server.url("/1"))
    assert clock.slept == [1.0, 9.0]
    web.close()


def test_two_hosts_do_not_wait_for_each_other() -> None:
    clock = Clock()
    turns = Turns(clock=clock, sleep=clock.sleep)
    with turns.at("a.example", 5.0), turns.at("b.example", 5.0):
        pass
    assert clock.slept == []


def test_one_host_is_asked_one_thing_at_a_time() -> None:
    turns = Turns()
    inside, most = 0, 0
    guard = threading.Lock()

    def ask() -> None:
        nonlocal inside, most
        with turns.at("a.example", 0.0):
            with guard:
                inside += 1
                most = max(most, inside)
            threading.Event().wait(0.01)
            with guard:
                inside -= 1

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 1
