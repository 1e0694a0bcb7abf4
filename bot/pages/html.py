"""What every page needs: its template, its headers, and the files beside it."""

import os
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

HERE = Path(__file__).parent
PRIVATE = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"}
"""For pages that only those with the address may see: nobody keeps a copy."""

_CLOSED = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}
# Every value is escaped, also within JSON. A name that the template uses and that was not given is an error.
_TEMPLATES = Environment(loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, auto_reload=False)
_TEMPLATES.policies["json.dumps_kwargs"] = {"ensure_ascii": False}


def page(template: str, given: Mapping[str, object], **opened: str) -> Response:
    """A template of a page (`watch/watch.html`), filled.

    `opened` widens the content security policy directive by directive (`img_src="data:"`). The rest stays closed.
    """
    directives = _CLOSED | {name.replace("_", "-"): sources for name, sources in opened.items()}
    policy = "; ".join(f"{name} {sources}" for name, sources in directives.items())
    text = _TEMPLATES.get_template(template).render(given)
    return HTMLResponse(text, headers={"Content-Security-Policy": policy} | PRIVATE)


def files_of(name: str) -> Mount:
    """The scripts and styles of a page at /<name>/files. They are in the folder `files` beside its template."""
    return Mount(f"/{name}/files", _Files(directory=HERE / name / "files"))


class _Files(StaticFiles):
    """With those that every page shares. A browser asks each time whether its copy is still the right one."""

    def __init__(self, directory: Path) -> None:
        super().__init__(directory=directory)
        self.all_directories.append(HERE / "shared")

    def file_response(
        self, full_path: str | os.PathLike[str], stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        response = super().file_response(full_path, stat_result, scope, status_code)
        response.headers.update({"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"})
        return response
