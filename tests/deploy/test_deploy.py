"""What Streamlit Community Cloud does with the checkout: install one file, start it, show it."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from pages.parts.frame import PAGES
from pages.parts.wording import say
from tests.browser.serving import ROOT, Server, Watch, launched, served, settled

pytestmark = pytest.mark.deploy

#: where a deploy looks for dependencies; the first that it finds is the only one it reads
SEARCHED = ("uv.lock", "Pipfile", "environment.yml", "requirements.txt", "pyproject.toml")
_NAME = re.compile(r"[A-Za-z0-9._-]+")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """What a push would publish, and nobody may write to."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(listing, cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("no git checkout: nothing says which files belong to the project")
    folder = tmp_path_factory.mktemp("deploy") / "app"
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    _permit(folder, writing=False)
    yield folder
    _permit(folder, writing=True)


@pytest.fixture(scope="module")
def installed() -> Path:
    """A virtual environment with requirements.txt alone, kept until that file changes."""
    wanted = (ROOT / "requirements.txt").read_bytes()
    key = sha256(wanted + sys.version.encode()).hexdigest()[:12]
    folder = ROOT / ".cache" / f"deploy-{key}"
    binaries = folder / ("Scripts" if os.name == "nt" else "bin")
    complete = folder / "complete"
    if not complete.exists():
        for old in (ROOT / ".cache").glob("deploy-*"):
            shutil.rmtree(old)
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        pip = [binaries / "python", "-m", "pip", "install", "--quiet", "-r", "requirements.txt"]
        subprocess.run(pip, cwd=ROOT, check=True)
        complete.touch()
    return binaries


@pytest.fixture(scope="module")
def deployed(
    checkout: Path, installed: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """The dashboard started from the checkout, with a home elsewhere and nothing else at hand."""
    home = tmp_path_factory.mktemp("home")
    kept = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT", "LANG") if key in os.environ}
    # root may write where nobody may: its bytecode goes where it can be told from ours
    own = {"HOME": str(home), "USERPROFILE": str(home), "PYTHONPYCACHEPREFIX": str(home / "pyc")}
    with served(
        root=checkout, streamlit=[str(installed / "streamlit")], environment={**kept, **own}
    ) as running:
        yield running


def test_every_page_shows_itself_and_nothing_is_written(checkout, deployed):
    before = _contents(checkout)
    assert before
    with launched() as browser:
        for page in PAGES:
            watch = Watch()
            shown = watch.over(browser.new_page(), deployed.address)
            shown.goto(f"{deployed.address}/{page.name}?lang=en")
            settled(shown)
            assert shown.title() == f"{say(page.title, 'en')} · Dateline"
            assert shown.locator("h1").inner_text()
            assert shown.locator(".dl-source, .dl-says").inner_text()
            assert watch.faults + watch.left(shown) == []
            shown.close()
    assert "Traceback" not in deployed.log()
    assert _contents(checkout) == before


def test_one_dependency_file_is_found_and_it_is_the_right_one(checkout):
    present = [name for name in SEARCHED if (checkout / name).exists()]
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))
    declared = "poetry" in project.get("tool", {}) or "dependencies" in project.get("project", {})
    assert [name for name in present if name != "pyproject.toml" or declared] == [
        "requirements.txt"
    ]


def test_what_the_app_imports_is_installed_and_asked_for_by_name(installed):
    probe = "import importlib.metadata as m, json; print(json.dumps(m.packages_distributions()))"
    asked = [installed / "python", "-I", "-c", probe]
    answer = subprocess.run(asked, capture_output=True, check=True, text=True).stdout
    provided = {name: {_plain(one) for one in by} for name, by in json.loads(answer).items()}
    wanted = {_plain(name) for name in _names((ROOT / "requirements.txt").read_text("utf-8"))}
    ours = {"corpus", "pages", *sys.stdlib_module_names}
    for name, path in _imports().items():
        if name not in ours:
            assert provided.get(name, set()) & wanted, f"{path} imports {name}"


def test_no_tool_of_development_is_installed(installed):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    tools = {_plain(name) for name in _names("\n".join(project["dependency-groups"]["dev"]))}
    probe = "import importlib.metadata as m; print(*(d.name for d in m.distributions()))"
    asked = [installed / "python", "-I", "-c", probe]
    answer = subprocess.run(asked, capture_output=True, check=True, text=True).stdout
    assert "streamlit" in answer
    assert tools & {_plain(name) for name in answer.split()} == set()


def _names(requirements: str) -> list[str]:
    lines = (line.partition("#")[0].strip() for line in requirements.splitlines())
    return [found[0] for line in lines if (found := _NAME.match(line))]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _imports() -> dict[str, str]:
    """Top names that the app imports, each with a module that does."""
    found: dict[str, str] = {}
    for path in [
        ROOT / "dashboard.py",
        *(ROOT / "pages").rglob("*.py"),
        *(ROOT / "corpus").rglob("*.py"),
    ]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            for name in names:
                found.setdefault(name.partition(".")[0], path.relative_to(ROOT).as_posix())
    return found


def _contents(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files
    }


def _permit(folder: Path, *, writing: bool) -> None:
    for path in [folder, *folder.rglob("*")]:
        mode = path.stat().st_mode
        path.chmod(mode | 0o200 if writing else mode & ~0o222)
