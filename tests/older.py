"""A vault as an older version of the program left it."""

from __future__ import annotations

from desktop.vault.connection import Database
from desktop.vault.index import TERMS


def grow_old(database: Database) -> None:
    """What an older program left: no codes in the index, other titles, and no word of the rules that made it."""
    for number, words in database.all("SELECT id, words FROM text WHERE path = ?", (TERMS,)):
        database.run("INSERT INTO word (word, rowid, words) VALUES ('delete', ?, ?)", (number, words))
        database.run("DELETE FROM text WHERE id = ?", (number,))
    database.run("UPDATE record SET title = ''")
    database.run("DELETE FROM fact WHERE name = 'rules'")
