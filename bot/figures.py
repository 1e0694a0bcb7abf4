"""Figures of the running product, for those who watch over it: read at /metrics, on MONITOR alone."""

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    GCCollector,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)

_TURNS_S = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Figures:
    """Made once in a process. Names of members and chats are in no label."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        PlatformCollector(registry=self._registry)
        GCCollector(registry=self._registry)
        us = self._registry
        self.turns = Histogram(
            "tani_turn_seconds", "From an update's turn in its lane to its commit", buckets=_TURNS_S, registry=us
        )
        self.updates = Counter("tani_updates", "Updates by how their first transaction ended", ["ended"], registry=us)
        self.letters = Counter("tani_letters", "Letters by how their sending ended", ["state"], registry=us)
        self.due = Gauge("tani_letters_due", "Letters that are due and not sent", registry=us)
        self.late = Gauge("tani_oldest_due_letter_seconds", "How long the oldest of them has been due", registry=us)
        self.doubted = Gauge(
            "tani_certificates_in_doubt", "Certificates of which something changed, that wait for staff", registry=us
        )
        self.told = Counter("tani_faults", "Faults that the operator was told of, by kind", ["kind"], registry=us)

    def written(self) -> bytes:
        """All of them, in the text format of Prometheus."""
        return generate_latest(self._registry)
