"""The smallest files that are films: headers that say everything, and a frame that nobody looks at."""

import struct

AVC = bytes.fromhex(
    "014d401fffe10019674d401fb902205017fcb080000003008000000f078c18c23001000668e8438544c8"
)  # Main@L3.1, 8 bits, 4:2:0
AAC = bytes.fromhex("0000000003808080250002000480808017401500000000005e6700005e670580808005120856e500068080800102")
SCALE = 1000
_MATRIX = struct.pack(">9I", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)


def box(kind: bytes, body: bytes) -> bytes:
    """An MP4 box."""
    return struct.pack(">I4s", len(body) + 8, kind) + body


def mp4(
    seconds: float,
    film: bytes = b"film",
    *,
    label: bytes = b"avc1",
    setup: bytes = AVC,
    sound: bytes = b"",
    index_first: bool = True,
) -> bytes:
    """An MP4 of that length; another `film` makes other bytes of the same length.

    `label`: what the container calls the codec; `setup`: what the codec says of itself; `sound`: the label of a track
    of sound, if there is one.
    """
    start, data = box(b"ftyp", b"isom\0\0\2\0isomiso2avc1mp41"), box(b"mdat", film)
    length = len(_index(seconds, 0, label, setup, sound, len(film)))
    at = len(start) + 8 + (length if index_first else 0)
    index = _index(seconds, at, label, setup, sound, len(film))
    return start + index + data if index_first else start + data + index


def _index(seconds: float, at: int, label: bytes, setup: bytes, sound: bytes, size: int) -> bytes:
    duration = round(seconds * SCALE)
    head = struct.pack(">4x8xIIII10x", SCALE, duration, 0x10000, 0x1000000) + _MATRIX + bytes(24) + struct.pack(">I", 3)
    tracks = _track(1, duration, at, size, _picture(label, setup))
    if sound:
        tracks += _track(2, duration, at, size, _sound(sound))
    return box(b"moov", box(b"mvhd", head) + tracks)


def _track(number: int, duration: int, at: int, size: int, entry: bytes) -> bytes:
    seen = number == 1
    head = struct.pack(">I8xI4xI8x8x", 3, number, duration) + _MATRIX + struct.pack(">II", 640 << 16, 360 << 16)
    handler = box(b"hdlr", struct.pack(">8x4s12xx", b"vide" if seen else b"soun"))
    about = box(b"vmhd", struct.pack(">I8x", 1)) if seen else box(b"smhd", bytes(8))
    source = box(b"dinf", box(b"dref", struct.pack(">4xI", 1) + box(b"url ", struct.pack(">I", 1))))
    samples = [
        box(b"stsd", struct.pack(">4xI", 1) + entry),
        box(b"stts", struct.pack(">4xIII", 1, 1, duration)),
        box(b"stsc", struct.pack(">4xIIII", 1, 1, 1, 1)),
        box(b"stsz", struct.pack(">4xII", size, 1)),
        box(b"stco", struct.pack(">4xII", 1, at)),
    ]
    media = box(b"mdhd", struct.pack(">4x8xIIHH", SCALE, duration, 0x55C4, 0)) + handler
    return box(
        b"trak",
        box(b"tkhd", head) + box(b"mdia", media + box(b"minf", about + source + box(b"stbl", b"".join(samples)))),
    )


def _picture(label: bytes, setup: bytes) -> bytes:
    shape = struct.pack(">6xH16xHHIIIH32xHh", 1, 640, 360, 0x480000, 0x480000, 0, 1, 24, -1)
    return box(label, shape + box(b"avcC", setup))


def _sound(label: bytes) -> bytes:
    setup = box(b"esds", AAC) if label == b"mp4a" else b""
    return box(label, struct.pack(">6xH8xHHIHH", 1, 1, 16, 0, SCALE, 0) + setup)


def element(kind: int, body: bytes) -> bytes:
    """An EBML element of less than 127 bytes."""
    return kind.to_bytes((kind.bit_length() + 7) // 8, "big") + bytes([0x80 | len(body)]) + body


def webm(seconds: float, scale: int = 1_000_000, codec: bytes = b"V_VP9") -> bytes:
    """A WebM of that length."""
    start = element(0x1A45DFA3, element(0x4282, b"webm"))
    about = element(0x2AD7B1, scale.to_bytes(3, "big")) + element(0x4489, struct.pack(">d", seconds * 1e9 / scale))
    shape = element(0xE0, element(0xB0, b"\x02\x80") + element(0xBA, b"\x01\x68"))
    track = element(0xD7, b"\1") + element(0x73C5, b"\1") + element(0x83, b"\1") + element(0x86, codec) + shape
    return start + element(0x18538067, element(0x1549A966, about) + element(0x1654AE6B, element(0xAE, track)))
