"""What every screen is handed when it is built."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.ui.checking import Checking
from desktop.ui.guard import Guard
from desktop.ui.icons import Icons
from desktop.ui.interview import Interview
from desktop.ui.language import Language
from desktop.ui.notice import Note
from desktop.ui.place import Place
from desktop.ui.theme import Theme
from desktop.ui.worker import Worker

if TYPE_CHECKING:
    from desktop.casework.listing import Order
    from desktop.casework.workspace import JSON
    from desktop.domain.vocabulary import Vocabularies


@dataclass(frozen=True)
class Tools:
    """worker: asks the vault. read_vocabularies: reads them once and remembers, since no screen before the vault is
    open needs them. tell: shows a note above the page; untell: takes it away once it is true no
    longer. whisper: a word at the foot that goes by itself.
    go: leaves for another place in the window. back: to the place before.
    setting_changed: a setting kept in the vault counts from now on. clock: UTC seconds.
    interview: whether one is in progress, and how long the vault stays open untouched.
    orders: by kind how its list is ordered, while the window is open. renew_keys: goes on with it, or lets
    it rest. destroy: the open vault, its keys first.
    checking: the check of the whole vault, which goes on from page to page.
    guard: what names somebody, while names are shown.
    folds: by kind and section whether somebody opened or closed it last, while the window is open.
    """

    worker: Worker
    language: Language
    theme: Theme
    icons: Icons
    read_vocabularies: Callable[[], Vocabularies]
    tell: Callable[[Note], None]
    untell: Callable[[Note], None]
    whisper: Callable[[str], None]
    go: Callable[[Place], None]
    back: Callable[[], None]
    setting_changed: Callable[[str, JSON], None]
    destroy: Callable[[], None]
    checking: Checking
    guard: Guard
    clock: Callable[[], int]
    renew_keys: Callable[[bool], None]
    interview: Interview
    orders: dict[str, Order] = field(default_factory=dict)
    folds: dict[tuple[str, str], bool] = field(default_factory=dict)

    @property
    def vocabularies(self) -> Vocabularies:
        """The codes a field may hold, and what each is called."""
        return self.read_vocabularies()
