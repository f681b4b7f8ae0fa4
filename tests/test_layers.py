"""The dependency rule and the sizes of ARCHITECTURE.md, read from the source."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "plugins" / "posture"
MODULES = sorted(path for path in PACKAGE.rglob("*.py"))

NOUNS = {"model", "errors"}
PURE = {"text", "lexicon", "reading", "extracting", "matching", "reporting", "collecting"}
WORLD = {"adapters", "runtime"}

# layer -> the layers of posture that it may import besides itself and the nouns
MAY_IMPORT: dict[str, set[str]] = {
    "model": set(),
    "errors": set(),
    "text": set(),
    "lexicon": {"text"},
    "collecting": {"text"},
    "reading": {"text", "lexicon"},
    "extracting": {"text", "lexicon"},
    "matching": {"text", "lexicon"},
    "reporting": {"text", "lexicon"},
    "newsroom": set(),
    # adapters turn what the world gives into values of the pure layers, but never run a step
    "adapters": PURE,
    "steps": PURE | {"adapters"},
    "ui": {"adapters", "reporting"},
    "orchestration": PURE | {"adapters", "steps"},
    "runtime": PURE | {"adapters", "steps", "newsroom"},
    "commands": PURE | {"adapters", "steps", "newsroom", "runtime"},
    "__main__": {"commands"},
    "__init__": set(),
}

# What would let the world into pure code: a clock, the environment, disk, network, a database, Airflow.
WORLDLY = {
    "airflow", "aiosmtpd", "http", "io", "os", "pathlib", "psycopg2", "random", "requests", "shutil", "smtplib",
    "socket", "subprocess", "tempfile", "threading", "time", "urllib3",
}  # fmt: skip
CLOCKS = {"now", "utcnow", "today"}


def layer_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else path.stem


def imports_of(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import; write it out"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_a_module_imports_only_the_layers_below_it(path: Path) -> None:
    layer = layer_of(path)
    allowed = MAY_IMPORT[layer] | NOUNS | {layer}
    imported = {name.split(".")[1] for name in imports_of(path) if name.startswith("posture.")}
    assert imported <= allowed, f"{relative(path)} imports {sorted(imported - allowed)}"


@pytest.mark.parametrize("path", [path for path in MODULES if layer_of(path) in PURE | NOUNS], ids=relative)
def test_a_pure_module_does_not_reach_for_the_world(path: Path) -> None:
    tops = {name.split(".")[0] for name in imports_of(path)}
    # in-memory buffers are values, so `io` may give those
    if all(name in {"io.BytesIO", "io.StringIO"} for name in imports_of(path) if name.split(".")[0] == "io"):
        tops.discard("io")
    assert not tops & WORLDLY, f"{relative(path)} imports {sorted(tops & WORLDLY)}"
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    clocks = [call.lineno for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr in CLOCKS]
    assert not clocks, f"{relative(path)} asks a clock in lines {clocks}; take the time as an argument"


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_only_orchestration_and_pages_import_airflow(path: Path) -> None:
    if layer_of(path) not in {"orchestration", "ui"}:
        assert not any(name.split(".")[0] == "airflow" for name in imports_of(path))


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_modules_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300, f"{relative(path)} has grown past 300 lines: cut it by thing"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None:
            size = node.end_lineno - node.lineno + 1
            assert size <= 50, f"{relative(path)}: {node.name} has {size} lines; 50 are the most"


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_no_module_borrows_a_standard_name(path: Path) -> None:
    # Airflow imports what lies in plugins/ by its bare name; a module named like a standard one would replace it.
    if len(path.relative_to(PACKAGE).parts) == 1 and path.stem != "__main__":
        assert path.stem not in sys.stdlib_module_names


@pytest.mark.parametrize("path", sorted((ROOT / "dags").glob("*.py")), ids=relative)
def test_a_dag_file_imports_only_airflow_and_orchestration(path: Path) -> None:
    ours = {name for name in imports_of(path) if name.split(".")[0] == "posture"}
    assert all(name.startswith("posture.orchestration") for name in ours), ours
    others = {name.split(".")[0] for name in imports_of(path)} - {"posture", "airflow", "__future__"}
    assert others <= set(sys.stdlib_module_names), others


def test_airflow_does_not_load_the_library_as_plugins() -> None:
    lines = (ROOT / "plugins" / ".airflowignore").read_text(encoding="utf-8").splitlines()
    assert "posture/" in lines
