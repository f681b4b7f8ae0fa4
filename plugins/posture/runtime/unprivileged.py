"""Where Postgres can live when we are root, whom it refuses to run as.

It then runs as `nobody`. A clone below a folder that only root may enter (`/root`, `mktemp -d`) is closed to that
user, and opening such folders to everybody is not ours to do: programs and cluster go to a folder below `/var/tmp`
instead, to which a link in DATA points. Such folders whose link is gone are swept away at the next start.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

from posture.errors import Misconfigured

_ELSEWHERE = Path("/var/tmp")  # noqa: S108 -- survives a reboot, as the link in DATA does; the name is made by mkdtemp
_PREFIX = "posture-postgres-"
_OWNER = "belongs-to"


def server_user() -> int | None:
    """The user as whom Postgres must run: None for ourselves."""
    return pwd.getpwnam("nobody").pw_uid if os.geteuid() == 0 else None


def can_use(programs: Path, folder: Path, user: int) -> bool:
    """Whether that user can run these programs and enter this folder."""
    for command in ([str(programs / "bin" / "postgres"), "--version"], ["test", "-x", str(folder)]):
        try:
            done = subprocess.run(  # noqa: S603 -- our own programs
                command, cwd="/", user=user, group=user, extra_groups=[], capture_output=True, check=False
            )
        except PermissionError:
            return False
        if done.returncode != 0:
            return False
    return True


def settle(home: Path, programs: Path) -> tuple[Path, Path]:
    """The folder for the cluster and the programs to run it with, both within reach of the server's user.

    `home` is where the cluster should be; `programs` is the installation that holds `bin/`.
    """
    user = server_user()
    if user is None:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        return home, programs
    sweep()
    home.parent.mkdir(parents=True, exist_ok=True)
    if not home.is_symlink() and can_use(programs, home.parent, user):
        home.mkdir(exist_ok=True)
        os.chown(home, user, user)
        return home, programs
    elsewhere = _elsewhere(home, user)
    return elsewhere / "home", _copy(programs, elsewhere / "programs")


def _elsewhere(home: Path, user: int) -> Path:
    """The folder that the link points to, made anew when there is none."""
    if home.is_symlink():
        if home.is_dir():
            return home.resolve().parent
        home.unlink()
    elif home.exists():  # the folder was closed since: keep what is there
        raise Misconfigured(
            "holds a cluster that the user `nobody`, as whom Postgres runs for root, cannot reach",
            item=str(home),
            remedy="let others enter the folders above it (chmod o+x), or give another folder with DATA=",
        )
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=_ELSEWHERE))
    folder.chmod(0o755)
    (folder / "home").mkdir(mode=0o700)
    os.chown(folder / "home", user, user)
    home.symlink_to(folder / "home")
    (folder / _OWNER).write_text(str(home.absolute()))  # after the link: a sweep goes by this file
    return folder


def _copy(programs: Path, to: Path) -> Path:
    """Copy the programs with the libraries that the wheel keeps beside them, which they find by relative path."""
    shutil.rmtree(to, ignore_errors=True)
    package = programs.parent
    inside = to / package.name / programs.name
    for part in ("bin", "lib", "share"):
        shutil.copytree(programs / part, inside / part, symlinks=True)
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, to / libraries.name, symlinks=True)
    for path in (to, *to.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | (0o055 if path.is_dir() or os.access(path, os.X_OK) else 0o044))
    return inside


def remove(home: Path) -> None:
    """Delete a cluster's folder, and what its link points to."""
    if home.is_symlink():
        shutil.rmtree(home.resolve().parent)
        home.unlink()
    else:
        shutil.rmtree(home)


def sweep() -> None:
    """Remove folders of ours to which no link points any more: their DATA was deleted."""
    for folder in _ELSEWHERE.glob(f"{_PREFIX}*"):
        owner = folder / _OWNER
        if folder.is_symlink() or folder.stat().st_uid != os.geteuid() or not owner.is_file():
            continue
        home = Path(owner.read_text())
        if not (home.is_symlink() and home.resolve() == folder / "home"):
            shutil.rmtree(folder, ignore_errors=True)
