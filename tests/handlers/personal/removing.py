"""What is left on record after the clock removed something."""

from sqlalchemy import func, select

from storage.engine.base import Base
from tests.stage import Stage


def rows(stage: Stage, table: type[Base]) -> int:
    with stage.app.sessions.reading() as session:
        return session.execute(select(func.count()).select_from(table)).scalar_one()
