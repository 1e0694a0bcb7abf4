"""verify-credits at the command line: what it says, and that it tells nothing which is only about to be written."""

import io
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text, update

from bot.commands import verify_credits
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.proofs import proving
from storage.tables import Credit, Declaration
from tests.bot.commands.conftest import Run
from tests.storage.proofs.earned import earn_everything


def test_it_proves_a_record_and_names_what_was_changed(
    ready: Path, run: Run, cipher: Cipher, monkeypatch: pytest.MonkeyPatch
) -> None:
    sessions = Sessions(f"sqlite:///{ready}", cipher)
    assert run("verify-credits", code=0) == (
        "The ledgers are as they must be: 0 rows, each derived again from what it rests on.\n"
    )
    with sessions.begin() as session:
        earn_everything(session)
    assert "The ledgers are as they must be: 10 rows, each" in run("verify-credits", code=0)
    with sessions.begin() as session:
        session.execute(text("DROP TRIGGER credits_update"))
        session.execute(update(Credit).where(Credit.source == "journal:2026-12").values(half_units=8))
    sessions.close()
    monkeypatch.setattr(verify_credits, "MEMBERS", 2)  # in further processes, as if there were many members
    said = run("verify-credits", code=1)
    assert "different: member 1000000001, journal:2026-12: credit 4: half-units is 8, derived 2\n" in said
    assert said.endswith("1 fault in 10 rows of the ledgers.\n")


def test_what_a_second_look_does_not_find_is_not_told(sessions: Sessions, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if a declaration were accepted between reading the ledger and reading the declarations."""
    with sessions.begin() as session:
        earned = earn_everything(session)
        session.execute(update(Declaration).values(state="withdrawn"))
    look = proving.proof
    seen = []

    def meanwhile(*given: Any) -> Any:
        found = look(*given)
        seen.append(found)
        with sessions.begin() as session:
            session.execute(update(Declaration).where(Declaration.id == earned.declaration).values(state="accepted"))
        return found

    monkeypatch.setattr(proving, "proof", meanwhile)
    out = io.StringIO()
    assert verify_credits.run(sessions, out) == 0
    assert len(seen[0].faults) == 1
    assert "10 rows" in out.getvalue()
