"""What the terminal shows while things come up: a line per thing done, and what is being done now."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console

_PLAIN_WIDTH = 120  # columns where there is no terminal to ask
Tell = Callable[[str], None]


class Teller:
    """Tells on a terminal with a moving line, elsewhere in plain lines."""

    def __init__(self, console: Console | None = None) -> None:
        self.console = console or Console(highlight=False)
        if not self.console.is_terminal:
            self.console.width = _PLAIN_WIDTH

    @contextmanager
    def doing(self, what: str) -> Iterator[Tell]:
        """Show `what` while the block runs, and how long it took; what the block tells stands behind it."""
        began = time.monotonic()
        said = ""

        with self.console.status(f"[cyan]{what}[/cyan]") as status:

            def tell(detail: str) -> None:
                nonlocal said
                said = detail
                status.update(f"[cyan]{what}[/cyan]  {detail}")

            try:
                yield tell
            except BaseException:
                self.line("[red]✗[/red]", what, said, began)
                raise
        self.line("[green]✓[/green]", what, said, began)

    def line(self, mark: str, what: str, said: str, began: float) -> None:
        """One thing done."""
        self.console.print(f"  {mark} {what:<34} [dim]{time.monotonic() - began:5.1f} s[/dim]  {said}".rstrip())
