"""Watch addresses: good for twelve hours, for one member and one film, and not to be made by anyone else."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.links import BadTicket, ExpiredTicket, RoomTicket, SignedLinks, Ticket
from storage.engine.cipher import Cipher
from tests.storage.keys import NEW, NEW_OLD, OLD, OLD_NEW

AT = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
TICKET = Ticket(5, 9, 2, AT + 12 * HOUR, AT + 24 * HOUR)


@pytest.fixture
def links(cipher: Cipher) -> SignedLinks:
    return SignedLinks("http://127.0.0.1:8080", cipher)


def test_a_ticket_says_whom_it_is_for(links: SignedLinks) -> None:
    address = links.watch(5, 9, 2, AT)
    assert address.startswith("http://127.0.0.1:8080/watch/")
    assert links.read(address.rsplit("/", 1)[1], AT + HOUR) == TICKET


def test_a_ticket_ends_to_the_second(links: SignedLinks) -> None:
    ticket = links.watch(5, 9, 2, AT).rsplit("/", 1)[1]
    assert links.read(ticket, AT + 12 * HOUR - timedelta(seconds=1)).film_id == 9
    with pytest.raises(ExpiredTicket):
        links.read(ticket, AT + 12 * HOUR)


def test_what_we_did_not_sign_opens_nothing(links: SignedLinks) -> None:
    ticket = links.watch(5, 9, 2, AT).rsplit("/", 1)[1]
    others = SignedLinks("http://127.0.0.1:8080", Cipher([bytes(32)])).watch(5, 9, 2, AT).rsplit("/", 1)[1]
    for forged in ("", "x", ticket[:-1], ticket[1:], f"A{ticket}", others, ticket.replace(".", ""), "é", "W10.x"):
        with pytest.raises(BadTicket):
            links.read(forged, AT)


@pytest.mark.parametrize("later", [NEW_OLD, OLD_NEW], ids=["new,old", "old,new"])
def test_an_address_lives_while_its_key_is_given(links: SignedLinks, later: Cipher) -> None:
    """The first key signs; an address may have been signed by any."""
    after = SignedLinks("http://127.0.0.1:8080", later)
    room = links.checkin(3, 11, AT + HOUR).rsplit("/", 1)[1]
    assert after.read(links.sign(TICKET), AT + HOUR) == TICKET
    assert after.read_checkin(room, AT) == RoomTicket(3, 11)
    first, other = (NEW, OLD) if later is NEW_OLD else (OLD, NEW)
    assert SignedLinks("http://127.0.0.1:8080", first).read(after.sign(TICKET), AT) == TICKET
    for ticket, alone in ((after.sign(TICKET), other), (links.sign(TICKET), NEW)):
        with pytest.raises(BadTicket):
            SignedLinks("http://127.0.0.1:8080", alone).read(ticket, AT)


@pytest.mark.parametrize(("url", "mini"), [("http://127.0.0.1:8080", False), ("https://tani.example", True)])
def test_only_https_opens_inside_telegram(cipher: Cipher, url: str, mini: bool) -> None:
    assert SignedLinks(url, cipher).mini_apps is mini


@pytest.mark.parametrize(
    ("url", "private"),
    [
        *(("https://tani.example", True), ("http://127.0.0.1:8080", True), ("http://10.0.0.7", True)),
        *(("http://tani.example", False), ("http://203.0.114.5:8080", False)),
    ],
)
def test_over_plain_http_only_the_own_network_is_private(cipher: Cipher, url: str, private: bool) -> None:
    assert SignedLinks(url, cipher).private is private


@pytest.mark.parametrize(
    ("public_url", "chat_url", "address"),
    [
        ("https://tani.example.org", "https://t.me/tani_bot", "https://tani.example.org/c/token"),
        ("https://tani.example.org/cme", "https://t.me/tani_bot", "https://tani.example.org/cme/c/token"),
        ("https://203.0.113.7", "https://t.me/tani_bot", "https://t.me/tani_bot?start=v_token"),  # of documents only
        ("https://8.8.8.8", "https://t.me/tani_bot", "https://8.8.8.8/c/token"),
        ("http://127.0.0.1:8080", "https://t.me/tani_bot", "https://t.me/tani_bot?start=v_token"),
        ("http://[::1]:8080", "https://t.me/tani_bot", "https://t.me/tani_bot?start=v_token"),
        ("http://10.0.0.7", "https://t.me/tani_bot", "https://t.me/tani_bot?start=v_token"),
        ("http://localhost:8080", "https://t.me/tani_bot", "https://t.me/tani_bot?start=v_token"),
        ("http://desk.local", "https://t.me/tani_bot", "https://t.me/tani_bot?start=v_token"),
        ("http://127.0.0.1:8082", "http://127.0.0.1:8081/", "http://127.0.0.1:8082/c/token"),  # the demo
    ],
)
def test_a_certificate_leads_to_what_a_stranger_can_open(
    cipher: Cipher, public_url: str, chat_url: str, address: str
) -> None:
    assert SignedLinks(public_url, cipher, lambda: chat_url).certificate("token") == address
