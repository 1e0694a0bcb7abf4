"""Addresses of pages, as screens and papers get them in tests."""

from datetime import datetime


class PlainLinks:
    """Addresses that tell what they are for."""

    mini_apps = False
    private = True

    def watch(self, member_id: int, film_id: int, login: int, now: datetime) -> str:
        return f"http://127.0.0.1:8080/watch/{member_id}-{film_id}"

    def letters(self, link: str) -> str:
        return f"http://127.0.0.1:8080/letters/{link}"

    def checkin(self, training_id: int, shown_by: int, until: datetime) -> str:
        return f"http://127.0.0.1:8080/checkin/{training_id}"

    def certificate(self, token: str) -> str:
        return f"http://127.0.0.1:8080/c/{token}"

    def chat(self, payload: str) -> str:
        return f"https://t.me/tani_bot?start={payload}"


class HttpsLinks(PlainLinks):
    """Addresses that Telegram opens inside itself."""

    mini_apps = True

    def watch(self, member_id: int, film_id: int, login: int, now: datetime) -> str:
        return f"https://tani.example/watch/{film_id}"
