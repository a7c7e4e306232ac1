"""Grey pictures: PGM as poppler writes it, and PNG of sixteen greys, with nothing but zlib."""
import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
PAIRS = [bytes(((byte >> 4) * 17, (byte & 15) * 17)) for byte in range(256)]
GREYS = bytes(round(level / 17) for level in range(256))


class Picture:
    """Rows of bytes, 0 black to 255 white."""

    def __init__(self, width, height, data):
        self.width, self.height, self.data = width, height, data

    def rounded(self):
        """As it is after a way through a file of sixteen greys."""
        return Picture(self.width, self.height, bytes(level * 17 for level in self.data.translate(GREYS)))

    def same(self, other):
        return (self.width, self.height, self.data) == (other.width, other.height, other.data)

    def row(self, y):
        return self.data[y * self.width:(y + 1) * self.width]


def read_pgm(path):
    raw = path.read_bytes()
    magic, width, height, highest, _ = raw.split(None, 4)
    if magic != b"P5" or highest != b"255":
        raise ValueError(f"{path} is not a grey picture of 256 levels")
    width, height = int(width), int(height)
    return Picture(width, height, raw[len(raw) - width * height:])


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def write_png(path, picture):
    odd = picture.width % 2
    rows = []
    for y in range(picture.height):
        levels = picture.row(y).translate(GREYS) + b"\x0f" * odd
        rows.append(b"\0" + bytes(a << 4 | b for a, b in zip(levels[::2], levels[1::2])))
    head = struct.pack(">IIBBBBB", picture.width, picture.height, 4, 0, 0, 0, 0)
    path.write_bytes(SIGNATURE + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"".join(rows), 9)) +
                     chunk(b"IEND", b""))


def read_png(path):
    """Only what write_png writes: four bits of grey, rows without filters."""
    raw = path.read_bytes()
    if raw[:8] != SIGNATURE:
        raise ValueError(f"{path} is not a PNG file")
    place, packed, head = 8, b"", None
    while place < len(raw):
        size, kind = struct.unpack(">I4s", raw[place:place + 8])
        body = raw[place + 8:place + 8 + size]
        if kind == b"IHDR":
            head = struct.unpack(">IIBBBBB", body)
        elif kind == b"IDAT":
            packed += body
        place += size + 12
    width, height = head[:2]
    if head[2:] != (4, 0, 0, 0, 0):
        raise ValueError(f"{path} was not recorded by this test")
    lines, stride = zlib.decompress(packed), (width + 1) // 2 + 1
    rows = []
    for y in range(height):
        line = lines[y * stride:(y + 1) * stride]
        if line[0] != 0:
            raise ValueError(f"{path} was not recorded by this test")
        rows.append(b"".join(PAIRS[byte] for byte in line[1:])[:width])
    return Picture(width, height, b"".join(rows))
