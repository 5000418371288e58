"""One person recorded twice: who may be, compared side by side, decided, and told where it matters."""
