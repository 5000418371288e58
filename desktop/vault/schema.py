"""The tables of both databases. Format 1, section 3."""

from __future__ import annotations

from desktop.errors import Damaged, Refused
from desktop.vault.connection import Database
from desktop.vault.migrations.step_2 import KEEPING

APPLICATION = 0x4A53_4831
"""`PRAGMA application_id`: the letters JSH1."""
VERSION = 2
"""`PRAGMA user_version`: counts changes of these tables. A change is a step of its own in `migrations`."""

TOKENS = "unicode61 remove_diacritics 2 categories ''L* N* Co Mn Mc''"
"""How words are cut: Tibetan vowel signs and Uyghur letters stay in one word; Han is spaced before."""

# Compact on purpose: every table a save touches is a page to encrypt. A record's number is that of its root
# revision; a text's number is the record's times 2 ** 20 plus a place its path gives. changed: the last event of
# the log that touched the record. at: the latest time its heads claim. gone: 0 in sight, 1 deleted, 2 erased.
_SEEN = (
    """CREATE TABLE record (
        seq INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        changed INTEGER NOT NULL,
        at INTEGER NOT NULL,
        title TEXT NOT NULL,
        conflicts INTEGER NOT NULL,
        gone INTEGER NOT NULL,
        sealed INTEGER NOT NULL
    )""",
    "CREATE INDEX record_listed ON record (kind, changed DESC, gone)",
    """CREATE TABLE reference (
        source INTEGER NOT NULL, target BLOB NOT NULL, path TEXT NOT NULL,
        PRIMARY KEY (source, target, path)
    ) WITHOUT ROWID""",
    "CREATE INDEX reference_target ON reference (target, source)",
    "CREATE TABLE text (id INTEGER PRIMARY KEY, path TEXT NOT NULL, words TEXT NOT NULL)",
    f"""CREATE VIRTUAL TABLE word USING fts5 (
        words, content = text, content_rowid = id, columnsize = 0, tokenize = '{TOKENS}'
    )""",
    # without this a deleted word stays in older pieces of the index, and merging does not always take it out
    "INSERT INTO word (word, rank) VALUES ('secure-delete', 1)",
)

MAIN = (
    f"PRAGMA application_id = {APPLICATION}",
    f"PRAGMA user_version = {VERSION}",
    "CREATE TABLE fact (name TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID",
    # event: 0 envelope without opening, 1 with it, 2 opening came (or more of it), 3 opening erased (or part of it)
    "CREATE TABLE log (n INTEGER PRIMARY KEY, event INTEGER NOT NULL, revision INTEGER NOT NULL, hash BLOB NOT NULL)",
    """CREATE TABLE revision (
        seq INTEGER PRIMARY KEY,
        id BLOB NOT NULL UNIQUE,
        record INTEGER NOT NULL,
        envelope BLOB NOT NULL,
        signature BLOB NOT NULL,
        opening BLOB,
        sealed BLOB
    )""",
    "CREATE INDEX revision_record ON revision (record)",
    # sealed openings that came for a revision that had one already, while the compartment was locked
    """CREATE TABLE later (
        revision INTEGER NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (revision, sealed)
    ) WITHOUT ROWID""",
    *_SEEN,
    "CREATE TABLE draft (key TEXT PRIMARY KEY, at INTEGER NOT NULL, sealed INTEGER NOT NULL, value BLOB NOT NULL)",
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE contact (
        signing TEXT PRIMARY KEY, name TEXT NOT NULL, card BLOB NOT NULL,
        team INTEGER NOT NULL, verified INTEGER NOT NULL, at INTEGER NOT NULL
    )""",
    """CREATE TABLE sent (
        package TEXT NOT NULL, receiver TEXT NOT NULL, kind TEXT NOT NULL, at INTEGER NOT NULL, purpose TEXT NOT NULL,
        PRIMARY KEY (package, receiver)
    )""",
    "CREATE TABLE sent_item (item TEXT NOT NULL, package TEXT NOT NULL, PRIMARY KEY (item, package)) WITHOUT ROWID",
    """CREATE TABLE derived (
        recipient TEXT NOT NULL, source TEXT NOT NULL, derived TEXT NOT NULL UNIQUE, state BLOB NOT NULL,
        PRIMARY KEY (recipient, source)
    )""",
    "CREATE TABLE refused (revision TEXT PRIMARY KEY, record TEXT NOT NULL, at INTEGER NOT NULL, what TEXT NOT NULL)",
    # keeper: record the file belongs to; compartment: 1 when sealed to it; header: SHA-256 of age header and nonce
    """CREATE TABLE blob (
        name TEXT PRIMARY KEY, keeper TEXT NOT NULL, compartment INTEGER NOT NULL, stored INTEGER NOT NULL,
        size INTEGER NOT NULL, sha256 BLOB NOT NULL, header BLOB NOT NULL
    )""",
    "CREATE INDEX blob_keeper ON blob (keeper)",
    "CREATE TABLE incoming (name TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE leaving (name TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE unfinished (step TEXT PRIMARY KEY) WITHOUT ROWID",
    KEEPING,
)

IDENTITIES = (
    f"PRAGMA application_id = {APPLICATION}",
    f"PRAGMA user_version = {VERSION}",
    "CREATE TABLE fact (name TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID",
    # seq: as in a.db
    "CREATE TABLE opening (revision INTEGER PRIMARY KEY, record INTEGER NOT NULL, opening BLOB NOT NULL)",
    "CREATE INDEX opening_record ON opening (record)",
    *_SEEN,
)


def check(database: Database) -> int:
    """The version of the tables, which this program knows: its own, or an older one (`migrating`).

    Damaged `vault.database`: no tables of ours in it. Refused `vault.newer`: made by a newer program.
    """
    application = database.value("PRAGMA application_id")
    version = database.value("PRAGMA user_version")
    if application != APPLICATION or version < 1:
        raise Damaged("vault.database", file=database.path.name)
    if version > VERSION:
        raise Refused("vault.newer", version=version)
    return int(version)
