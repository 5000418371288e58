"""All that arrives in one package, record by record."""

from __future__ import annotations

from desktop.history.batch import Arrival, Batch


def arrivals(batch: Batch) -> list[Arrival]:
    """Of every record, parents before children."""
    return [arrival for record in batch.records for arrival in batch.of_record(record)]
