"""What the tests of the domain share: the vocabularies the program ships with."""

from __future__ import annotations

import pytest

from desktop.domain.vocabulary import Vocabularies
from desktop.places import read_tables


@pytest.fixture(scope="session")
def vocabularies() -> Vocabularies:
    return Vocabularies.from_tables(read_tables())
