"""The command line `posture`: finds the command's module and turns errors into one line.

Exit status 0 when done, 1 when the job failed, 2 for wrong use.
"""

from __future__ import annotations

import importlib
import os
import sys
import traceback

import click

from posture.errors import PostureError

# command -> what `posture --help` says of it; the module of the same name under posture.commands holds `command`.
COMMANDS = {
    "backfill": "fetch a past window, day by day",
    "compare": "say what one text is of another, and which facts differ",
    "dedupe": "find pairs of near-identical articles in a file",
    "demo": "run the whole pipeline against the sample press",
    "digest": "compose the digest of a day and show it without sending",
    "explain": "show an article with its claims marked",
    "newsroom": "serve the sample press on loopback",
    "parse": "find quantities and moments in a text",
    "prepare": "migrate, rebuild the views, load the seeds",
    "reprocess": "read, extract and match kept pages again",
    "run": "run the whole pipeline against the real sources",
    "sources": "probe the sources from here and now",
    "status": "show the books, what is pending, which sources are silent",
    "warc": "hand kept pages over in the archive standard",
}


class Commands(click.Group):
    """Imports a command's module only when it is asked for: `posture parse` must not wait for matplotlib."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """All names, sorted."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of this name, None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"posture.commands.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
def cli() -> None:
    """Watch the press for news of the Iraq–US force posture."""


def main() -> None:
    """Run the command line; every error is one line on standard error."""
    try:
        cli.main(prog_name="posture", standalone_mode=False)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.message)
        click.echo(
            f"posture: no command given; see {error.ctx.command_path if error.ctx else 'posture'} --help", err=True
        )
        sys.exit(2)
    except click.UsageError as error:
        click.echo(f"posture: {error.format_message()}; see posture --help", err=True)
        sys.exit(2)
    except click.ClickException as error:
        click.echo(f"posture: {error.format_message()}", err=True)
        sys.exit(1)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except PostureError as error:
        click.echo(f"posture: {error}", err=True)
        sys.exit(1)
    except Exception as error:  # noqa: BLE001 -- the last resort: a reader of news is not shown our source
        if os.environ.get("POSTURE_TRACEBACK") == "1":
            traceback.print_exc()
        said = " ".join(str(error).split())
        click.echo(f"posture: {type(error).__name__}: {said}; POSTURE_TRACEBACK=1 shows where", err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
