"""What people see, in a real browser: the sample press, and the digest as a mail client would show it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from posture.adapters.world import open_world
from posture.newsroom.serving import Newsroom
from posture.steps import alert, digest
from posture.ui.front import gathered, render
from tests.play import MOMENTS, play

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.timeout(600),
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: apt install chromium"),
]
OUTLETS = ("sample_rafidain", "sample_nakhil", "sample_gulf_ledger", "sample_levant_courier")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # the switches keep it from looking for its makers' hosts
        found = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
        )
        yield found
        found.close()


def letters(url: str, folder: Path) -> dict[str, str]:
    """The digests of a day and the page inside Airflow, in each language, as saved for reading in a browser."""
    with Newsroom.running(clock=MOMENTS[0]) as press:
        play(press, url, folder, moments=MOMENTS[1:], outlets=OUTLETS)
    now = datetime(2024, 1, 31, 4, 5, tzinfo=UTC)
    with open_world(database_url=url, now=now, run="digest", folder=folder / "digests") as world:
        alert.decide(world)
        digest.compose(world, date(2024, 1, 31))
        with world.database.transaction() as session:
            found = gathered(session)
    for language in ("en", "ar"):
        page = folder / "digests" / f"page-{language}.html"
        page.write_text(render(found, language=language), encoding="utf-8")  # type: ignore[arg-type]
    return {path.stem: path.as_uri() for path in (folder / "digests").rglob("*.html")}


def wider_than_the_window(page: Page) -> int:
    """By how many pixels one must scroll sideways."""
    width: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return width


def test_digest_and_page_fit_a_phone_reads_right_to_left_and_asks_nobody(
    browser: Browser, database_url: str, tmp_path: Path
) -> None:
    found = letters(database_url, tmp_path)
    assert len(found) >= 4
    for address in found.values():
        for width, scheme in ((390, "light"), (390, "dark"), (800, "light")):
            page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
            asked: list[str] = []
            page.on("request", lambda request, asked=asked: asked.append(request.url))
            page.goto(address)
            assert wider_than_the_window(page) <= 0, (address, width)
            assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
            arabic = page.locator("[lang=ar]")
            assert arabic.count() > 0
            assert {arabic.nth(n).evaluate("e => getComputedStyle(e).direction") for n in range(arabic.count())} == {
                "rtl"
            }
            page.close()


def test_a_front_page_of_the_press_reads_in_its_language(browser: Browser) -> None:
    with Newsroom.running(clock=MOMENTS[-1]) as press:
        page = browser.new_page()
        for outlet, direction in (("rafidain", "rtl"), ("gulf_ledger", "ltr")):
            page.goto(press.address(outlet) + "/")
            assert page.evaluate("getComputedStyle(document.body).direction") == direction
            assert page.locator("a").count() >= 5
        page.close()
