"""Addresses of the check-in page. Each carries a ticket: which training, and until when."""

import json
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.links import BadTicket
from bot.pages.checkin.shown import Shown, shown
from bot.pages.watch.files import Files
from bot.pages.watch.routes import PRIVATE, Around
from content.words import Words, language_for, speak
from content.words.checkin import names
from content.words.pages import unrunnable
from storage.trainings import published

PAGE = files("bot.pages.checkin")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:;"
    " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def checkin_routes(around: Around) -> list[Route]:
    """The page, its files, and what it shows now."""
    page = CheckinPage(around)
    return [
        Route("/checkin/files/{name}", Files(PAGE).answer),
        Route("/checkin/{ticket}", page.page),
        Route("/checkin/{ticket}/now", page.now),
    ]


class CheckinPage:
    """Answers for the page. It reads the record and changes nothing."""

    def __init__(self, around: Around) -> None:
        self._around = around
        self._html = (PAGE / "checkin.html").read_text()

    async def page(self, request: Request) -> Response:
        """The page itself; it asks for the rest, and says so itself where its ticket is no good."""
        words = _words(request)
        said, unable = dict(names(words.checkin)), unrunnable(words.pages)
        filled = {
            "lang": words.language,
            "title": words.checkin.page_title(),
            "how": words.checkin.page_how(),
            "qr": words.checkin.page_qr(),
            "no_script": words.checkin.page_no_script(),
            "given": json.dumps(unable | said, ensure_ascii=False).replace("<", "\\u003c"),
            **unable,
        }
        html = self._html
        for name, value in filled.items():
            html = html.replace("{{" + name + "}}", value)
        return Response(html, media_type="text/html", headers={"Content-Security-Policy": POLICY} | PRIVATE)

    async def now(self, request: Request) -> Response:
        """What is to be shown until the step ends."""
        turns = self._around.turns
        moment = turns.clock.now()
        try:
            training_id = self._around.links.read_checkin(request.path_params["ticket"], moment)
        except BadTicket:
            return JSONResponse({"error": "refused"}, status_code=403, headers=PRIVATE)
        listed, secret = await turns.read(
            lambda session: (published.one(session, training_id), published.secret(session, training_id))
        )
        rules = self._around.rulebook.now(moment)
        facts = Shown(listed, secret, moment, rules, self._around.chat_url())
        return JSONResponse(shown(facts, _words(request)), headers=PRIVATE)


def _words(request: Request) -> Words:
    """In the browser's language: the page belongs to a room, not to a person."""
    return speak(language_for(request.headers.get("accept-language", "")))
