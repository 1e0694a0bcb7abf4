"""Files in calls: uploaded under their own name, attached, or named by their id."""

from bot.sandbox import posting
from bot.sandbox.api.call import Call
from bot.sandbox.api.form import Upload
from bot.sandbox.errors import bad, not_modelled
from bot.sandbox.files import File, check_size
from bot.sandbox.people import Json
from bot.sandbox.pictures import may_be_photo
from bot.sandbox.world import World

Source = File | Upload


def upload_of(world: World, call: Call, kind: str, value: str, field: str = "") -> Source:
    """The file that a call sends as `kind`: either an upload that is not kept yet, or a file that is known already.

    `value` is the text of the parameter (attach://…, or a file id); `field` is the name under which a file is sent
    directly.
    """
    upload = call.files.get(value.removeprefix("attach://")) if value.startswith("attach://") else call.files.get(field)
    if upload is not None:
        check_size(kind, upload.data)
        if kind == "photo" and not may_be_photo(upload.data):
            raise bad("IMAGE_PROCESS_FAILED")
        return upload
    if not value or value.startswith("attach://"):
        raise bad(f"there is no {kind} in the request")
    if "://" in value:
        raise not_modelled("files at a URL; send the bytes")
    return world.files.sent_again(value, kind)


def media_fields(world: World, kind: str, source: Source, about: Json) -> Json:
    """The message's fields for a file. `about` holds what the call says of it (duration, width, height)."""
    if kind == "photo":
        kept = world.files.photo(source) if isinstance(source, File) else world.files.add_photo(source.data)
        return {"photo": kept}
    file = source if isinstance(source, File) else world.files.add(kind, source.name, source.data)
    if kind == "document":
        return {"document": posting.document(file)}
    facts = {name: about.get(name, 0) for name in ("width", "height", "duration")}
    return {"video": {**posting.document(file), **facts}}
