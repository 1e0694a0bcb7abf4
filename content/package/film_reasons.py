"""What the checks say of a film that some phones would not play, in plain words for the staff's console."""

HOW = "make it by: ffmpeg -i FILM -c:v libx264 -pix_fmt yuv420p -c:a aac -movflags +faststart OUT.mp4"
INDEX_LAST = (
    "the film's index stands at its end: phones show nothing until the whole file is there, and iPhones may give up."
    " Put it in front: ffmpeg -i FILM -c copy -movflags +faststart OUT.mp4"
)
NO_MP4 = "a WebM alone is not played by iPhones before iOS 17.4: give an MP4 of the same film as well"

_WHO = {
    "hvc1": "Android phones and Chrome without a decoder for HEVC",
    "hev1": "iPhones, and Android phones without a decoder for HEVC",
    "av01": "iPhones before the 15 Pro, and older Android phones",
    "vp09": "iPhones before iOS 17.4",
}
_FAMILY = {"avc1": "AVC", "hvc1": "HEVC", "hev1": "HEVC", "av01": "AV1", "vp09": "VP9"}


def codec(label: str, found: str) -> str:
    """The container's own label decides: a player that doesn't know it does not try."""
    if found and found != _FAMILY.get(label, found):
        return f"the film is marked {label}, and holds {found}: phones would refuse it; {HOW}"
    who = _WHO.get(label, "most phones")
    return f"the film is marked {label or 'with no codec'}: {who} would not play it; {HOW}"


def profile(name: str, bits: int, chroma: str) -> str:
    return f"the film is H.264 {name or 'of no profile'}, {bits} bits, {chroma}: most phones would not play it; {HOW}"


def level(number: str) -> str:
    return f"the film is H.264 of level {number}: phones play up to 5.1; make its picture or its rate smaller"


def sound(label: str) -> str:
    return f"the film's sound is marked {label or 'with no codec'}, not AAC: some phones would be silent; {HOW}"
