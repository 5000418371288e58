"""What setting up does once, so that no start has to."""

from __future__ import annotations

from importlib.util import cache_from_source
from pathlib import Path

from build_spec import first_start


def test_pysides_own_python_lies_unpacked_with_its_bytecode() -> None:
    sources = list((first_start.unpacked() / "shibokensupport").rglob("*.py"))
    assert sources
    assert not [path.name for path in sources if not Path(cache_from_source(str(path))).exists()]
