"""What can't be reached any more: a deleted account, a cleared chat, a group that moves or puts the bot out."""

import pytest
from sqlalchemy import select

from bot.operator import Operator
from bot.sandbox import Person
from storage.people import chats
from storage.tables import Letter
from tests.bot.sending.post import Post
from tests.bot.sending.test_bad_answers import is_reachable
from tests.bot.sending.test_delivery import post
from tests.phone import Phone
from tests.stage import PASSWORD, Stage

__all__ = ["post"]

GONE = {"deactivate": "the account is deleted", "block": "the bot is blocked"}
of_sqlite = pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)


@pytest.mark.parametrize("how", GONE)
async def test_letters_to_who_is_gone_fail_for_ever(post: Post, how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first one finds it out, with its reason; nothing further is even tried."""
    tried: list[int] = []
    real = post.stage.app.showing.send

    async def send(telegram_id: int, screen: object) -> int:
        tried.append(telegram_id)
        return await real(telegram_id, screen)  # type: ignore[arg-type]  # a Screen

    monkeypatch.setattr(post.stage.app.showing, "send", send)
    monkeypatch.setattr(post.stage.world.updates, "allowed", frozenset())  # the bot is told nothing beforehand
    getattr(post.stage.world, how)(post.phone.person.id)
    for slot in ("1", "2"):
        post.writes("paper", slot=slot)
        await post.stage.settled()
    await post.stage.until(post.stage.clock.now().replace(hour=9))
    assert post.states == [("failed", GONE[how]), ("dropped", "the person can't be reached")]
    assert len(tried) == 1
    assert not is_reachable(post.stage, post.member)


@of_sqlite
async def test_who_deletes_the_account_before_the_answer_comes(stage: Stage, aoi: Phone) -> None:
    stage.world.send_text(aoi.person.id, "/courses")
    stage.world.deactivate(aoi.person.id)
    said = aoi.last
    await aoi.waits()
    assert aoi.last == said
    assert not is_reachable(stage)
    other = stage.phone(5)
    assert await other.says("/help")


@of_sqlite
async def test_who_comes_back_with_a_new_account_is_reached_there(stage: Stage, aoi: Phone) -> None:
    """The member logs in from another chat. Only the word that the old one is left finds nobody."""
    stage.world.deactivate(aoi.person.id)
    other = stage.phone(5)
    for said in ("/login", None, "1000000001", PASSWORD):
        await (other.says(said) if said else other.taps("同意"))
    assert "青井 遥" in other.sees
    await stage.settled()
    assert is_reachable(stage)
    with stage.app.sessions.reading() as session:
        ended = session.execute(select(Letter.state, Letter.outcome).where(Letter.kind == "session_ended")).one()
        assert tuple(ended) == ("failed", "the account is deleted")
        chat = chats.of_member(session, 1)
        assert chat is not None
        assert chat.telegram_id == other.person.id


@of_sqlite
@pytest.mark.usefixtures("unharmed")
async def test_a_cleared_chat_is_gone_on_with(stage: Stage, aoi: Phone) -> None:
    """What the bot would edit is gone: it comes as a new message, and old buttons still act."""
    await aoi.says("/courses")
    living, data = aoi.last["message_id"], aoi.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    stage.world.clear(aoi.person.id)
    assert await aoi.presses(living, data)
    assert aoi.last["message_id"] > living
    before = aoi.last["message_id"]
    await aoi.taps("戻る")
    assert aoi.last["message_id"] == before


@of_sqlite
async def test_a_password_in_a_chat_that_is_cleared_is_not_said_to_be_there_still(stage: Stage, aoi: Phone) -> None:
    await aoi.says("/logout")
    await aoi.taps("ログアウト")
    await aoi.says("/login")
    await aoi.says("1000000001")
    stage.world.send_text(aoi.person.id, PASSWORD)
    stage.world.clear(aoi.person.id)
    told = await aoi.waits()
    assert "青井 遥" in told
    assert "消せ" not in told
    assert "削除" not in told


@of_sqlite
async def test_the_operators_group_becomes_a_supergroup(
    stage: Stage, aoi: Phone, capsys: pytest.CaptureFixture[str]
) -> None:
    group = stage.world.group("当直", [aoi.person.id])
    operator = Operator(stage.app.showing, group, stage.clock, stage.app.figures)
    new = stage.world.migrate(group)
    for sentence in ("one", "two"):
        operator.tell(sentence, sentence)
        await operator.settled()
    texts = [message.get("text") for message in stage.world.chat_of(0, new).messages.values()]
    assert texts == [None, "⚠️ one", "⚠️ two"]
    logged = capsys.readouterr().out
    assert logged.count("operator_chat_moved") == 1
    assert f"OPERATOR_CHAT is {new}" in logged
    stage.world.remove_bot(new)
    operator.tell("three", "three")
    await operator.settled()
    assert "operator_not_reached" in capsys.readouterr().out


@of_sqlite
@pytest.mark.usefixtures("unharmed")
async def test_a_group_moves_and_puts_the_bot_out_without_a_word(stage: Stage, aoi: Phone) -> None:
    """None of it is a turn. A command in the group is answered where the group is by then, or not at all."""
    group = stage.world.group("勉強会", [aoi.person.id])
    stage.world.send_text(aoi.person.id, "/courses", chat_id=group)
    new = stage.world.migrate(group)
    await stage.settled()
    stage.world.send_text(aoi.person.id, "/courses", chat_id=new)
    await stage.settled()
    said = [message for message in stage.world.chat_of(0, new).messages.values() if message["from"]["is_bot"]]
    assert len(said) == 1
    stage.world.send_text(aoi.person.id, "/courses", chat_id=new)
    stage.world.remove_bot(new)
    await stage.settled()
    assert "カリキュラムコード" in await aoi.says("/courses")


@of_sqlite
@pytest.mark.usefixtures("unharmed")
@pytest.mark.parametrize(
    ("language", "greeting"), [("", "ログイン"), ("ja-JP", "ログイン"), ("en-GB", "Log in"), ("de", "Log in")]
)
async def test_any_account_is_spoken_with(stage: Stage, language: str, greeting: str) -> None:
    """A client that gives no language is taken for a Japanese one."""
    person = Person(5_000_000_000, "Ada", language=language, last_name="Lovelace", username="ada")
    stage.world.join(person)
    phone = Phone(stage, person)
    await phone.says("/start")
    assert any(greeting in label for label in phone.buttons)
