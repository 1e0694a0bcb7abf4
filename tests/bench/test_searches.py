"""The bench of searches runs."""

import io

from tests.bench.searches import Searches, searches


def test_searches_are_measured_and_judged() -> None:
    out = io.StringIO()
    searches(Searches(titles=100, asks=1), out)
    assert "84 titles" in out.getvalue()
    assert "100 titles" in out.getvalue()
    assert out.getvalue().count(" %") == 2
