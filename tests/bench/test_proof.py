"""The bench of the proof proves a record in which every credit has its ground."""

import io

from tests.bench.proof import Proof, proof


def test_a_small_record_is_filled_and_proved() -> None:
    out = io.StringIO()
    proof(Proof(proved=4, credits_each=20), out)
    assert "0 rows: filled in" not in out.getvalue()
    assert f"{4 * (20 + 5)} rows, each derived again from what it rests on. It took" in out.getvalue()
