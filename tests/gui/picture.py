"""Pictures as rows of RGB bytes, with nothing but Python's own library."""

import struct
import zlib


class Picture:
    """width × height pixels, three bytes each, row by row."""

    def __init__(self, width, height, rgb):
        self.width, self.height, self.rgb = width, height, bytes(rgb)

    def at(self, x, y):
        start = 3 * (y * self.width + x)
        return tuple(self.rgb[start : start + 3])

    def crop(self, x, y, width, height):
        """The part that begins at (x, y); it must lie inside."""
        if not (0 <= x and 0 <= y and x + width <= self.width and y + height <= self.height):
            raise ValueError(f"{(x, y, width, height)} is not inside {self.width}×{self.height}")
        starts = (3 * (row * self.width + x) for row in range(y, y + height))
        return Picture(width, height, b"".join(self.rgb[start : start + 3 * width] for start in starts))

    def colors(self):
        """How many pixels each colour has."""
        counts = {}
        for pixel in zip(self.rgb[0::3], self.rgb[1::3], self.rgb[2::3]):
            counts[pixel] = counts.get(pixel, 0) + 1
        return counts

    def count(self, color):
        return self.colors().get(color, 0)

    def bounds(self, color):
        """x, y, width, height of the smallest rect that holds all of a colour."""
        wanted = bytes(color)
        hits = [at // 3 for at in _occurrences(self.rgb, wanted) if at % 3 == 0]
        columns, rows = [at % self.width for at in hits], [at // self.width for at in hits]
        left, top = min(columns), min(rows)
        return left, top, max(columns) - left + 1, max(rows) - top + 1

    def mean_difference(self, other):
        """The mean over all samples of |this − other|, 0 to 255."""
        if (self.width, self.height) != (other.width, other.height):
            raise ValueError(f"{self.width}×{self.height} and {other.width}×{other.height}")
        return sum(abs(a - b) for a, b in zip(self.rgb, other.rgb)) / len(self.rgb)

    def write_png(self, path):
        def chunk(kind, data):
            return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

        stride = 3 * self.width
        rows = b"".join(b"\0" + self.rgb[y * stride : (y + 1) * stride] for y in range(self.height))
        header = struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0)
        with open(path, "wb") as file:
            file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header))
            file.write(chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def _occurrences(data, wanted):
    at = data.find(wanted)
    while at >= 0:
        yield at
        at = data.find(wanted, at + 1)


def read_xwd(path, crop=None):
    """The framebuffer file of Xvfb (-fbdir): an X window dump of 32-bit little-endian pixels. `crop`: x, y, width,
    height."""
    with open(path, "rb") as file:
        data = file.read()
    fields = struct.unpack(">25I", data[:100])
    header_size, width, height, bits, row_bytes, colors = (fields[i] for i in (0, 4, 5, 11, 12, 19))
    little_endian = fields[7] == 0
    if bits != 32 or not little_endian or fields[14:17] != (0xFF0000, 0xFF00, 0xFF):
        raise ValueError(f"{path} has pixels of another kind: {fields}")
    start = header_size + 12 * colors
    x, y, crop_width, crop_height = crop or (0, 0, width, height)
    lines = []
    for row in range(y, y + crop_height):
        line = start + row * row_bytes + 4 * x
        lines.append(data[line : line + 4 * crop_width])
    bgrx = b"".join(lines)
    rgb = bytearray(3 * crop_width * crop_height)
    rgb[0::3], rgb[1::3], rgb[2::3] = bgrx[2::4], bgrx[1::4], bgrx[0::4]
    return Picture(crop_width, crop_height, rgb)


def read_png(path):
    """An 8-bit RGB or RGBA file without interlacing, as `convscope export` writes; what shows through is white."""
    with open(path, "rb") as file:
        data = file.read()
    packed, at = b"", 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            width, height, depth, color_type, _, _, interlace = struct.unpack(">IIBBBBB", body)
        elif kind == b"IDAT":
            packed += body
        at += 12 + length
    if depth != 8 or color_type not in (2, 6) or interlace:
        raise ValueError(f"{path} is a PNG of another kind: depth {depth}, colour type {color_type}")
    channels = 3 if color_type == 2 else 4
    samples = _unfiltered(zlib.decompress(packed), width * channels, height, channels)
    if channels == 3:
        return Picture(width, height, samples)
    return Picture(width, height, _over_white(samples))


def _unfiltered(data, stride, height, step):
    prior, rows = bytes(stride), []
    for y in range(height):
        start = y * (stride + 1)
        row = bytearray(data[start + 1 : start + 1 + stride])
        _undo_filter(data[start], row, prior, step)
        rows.append(bytes(row))
        prior = row
    return b"".join(rows)


def _undo_filter(kind, row, prior, step):
    if kind == 2:
        row[:] = bytes((a + b) & 255 for a, b in zip(row, prior))
        return
    for i in range(len(row)) if kind else ():
        left = row[i - step] if i >= step else 0
        corner = prior[i - step] if i >= step else 0
        if kind == 1:
            guess = left
        elif kind == 3:
            guess = (left + prior[i]) >> 1
        else:
            guess = _paeth(left, prior[i], corner)
        row[i] = (row[i] + guess) & 255


def _paeth(left, above, corner):
    estimate = left + above - corner
    return min((left, above, corner), key=lambda neighbour: abs(estimate - neighbour))


def _over_white(rgba):
    rgb = bytearray(len(rgba) // 4 * 3)
    alpha = rgba[3::4]
    for channel in range(3):
        rgb[channel::3] = bytes((c * a + 255 * (255 - a) + 127) // 255 for c, a in zip(rgba[channel::4], alpha))
    return bytes(rgb)
