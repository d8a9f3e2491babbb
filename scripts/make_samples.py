#!/usr/bin/env python3
"""Writes the sample images of assets/samples/: scripts/make_samples.py. They are ours, drawn by this file; the Python
standard library suffices."""

import math
import pathlib
import struct
import zlib


def png(path, size, channels, pixel):
    """An 8-bit PNG of grey (1) or RGB (3) values that pixel(x, y) gives in 0 … 1; x and y are the pixel's middle."""
    width, height = size
    rows = bytearray()
    for y in range(height):
        rows.append(0)  # no filter
        for x in range(width):
            value = pixel(x + 0.5, y + 0.5)
            for part in (value,) if channels == 1 else value:
                rows.append(round(255 * min(1, max(0, part))))

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", width, height, 8, 0 if channels == 1 else 2, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(rows), 9)) +
                     chunk(b"IEND", b""))


def mixed(a, b, share):
    share = min(1, max(0, share))
    return tuple((1 - share) * p + share * q for p, q in zip(a, b))


def inside(distance):
    """How much of a pixel an edge covers; negative distances lie inside."""
    return 0.5 - distance


def distance_to_segment(x, y, a, b):
    dx, dy = b[0] - a[0], b[1] - a[1]
    along = min(1, max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy)))
    return math.hypot(x - a[0] - along * dx, y - a[1] - along * dy)


def shapes(x, y):
    """A disc, a square and a triangle on a ramp: edges of every direction."""
    color = mixed((0.93, 0.91, 0.85), (0.75, 0.80, 0.85), x / 96)
    color = mixed(color, (0.15, 0.55, 0.82), inside(math.hypot(x - 28, y - 30) - 19))
    color = mixed(color, (0.86, 0.20, 0.18), inside(max(abs(x - 69), abs(y - 27)) - 16))
    edges = (y - 88, (50 - y) * 0.45 + abs(x - 48) * 0.9)
    return mixed(color, (0.16, 0.63, 0.35), inside(max(edges)))


def gratings(x, y):
    """Four fields of stripes: two directions, two widths, and a chirp in the middle."""
    radius = math.hypot(x - 64, y - 64)
    if radius < 30:
        return 0.5 + 0.5 * math.cos(radius * radius / 28)
    period = 4 if (x < 64) == (y < 64) else 12
    angle = {(True, True): 0, (False, True): 45, (True, False): 90, (False, False): 135}[x < 64, y < 64]
    turned = x * math.cos(math.radians(angle)) + y * math.sin(math.radians(angle))
    return 0.5 + 0.45 * math.cos(2 * math.pi * turned / period)


def digit(x, y):
    """A five, 28 × 28 as in MNIST: light strokes on dark."""
    points = [(19, 6), (10, 6), (9.5, 13), (14, 12), (18.5, 14.5), (18.5, 19), (14.5, 22), (9, 20.5)]
    nearest = min(distance_to_segment(x, y, a, b) for a, b in zip(points, points[1:]))
    return inside(nearest - 1.3)


def landscape(x, y):
    """A sun, hills, a house and water with its waves."""
    color = mixed((0.35, 0.62, 0.90), (0.98, 0.86, 0.70), y / 105)
    color = mixed(color, (1.0, 0.95, 0.72), inside(math.hypot(x - 186, y - 34) - 16))
    far = 78 - 16 * math.sin(x / 31) - 9 * math.sin(x / 13 + 1)
    color = mixed(color, (0.45, 0.52, 0.66), inside(far - y))
    near = 96 - 10 * math.sin(x / 43 + 2) - 3 * math.sin(x / 7)
    color = mixed(color, (0.28, 0.48, 0.27), inside(near - y))
    color = mixed(color, (0.80, 0.42, 0.30), inside(max(abs(x - 70) - 17, abs(y - 94) - 12)))
    roof = max(y - 82, 62 - y + abs(x - 70) * 0.85)
    color = mixed(color, (0.40, 0.20, 0.18), inside(roof))
    color = mixed(color, (0.95, 0.90, 0.60), inside(max(abs(x - 63) - 4, abs(y - 93) - 4)))
    color = mixed(color, (0.25, 0.15, 0.12), inside(max(abs(x - 78) - 4, abs(y - 98) - 8)))
    if y > 116:
        wave = 0.5 + 0.5 * math.sin(y * 0.9 + 3 * math.sin(x / 17 + y / 9))
        color = mixed((0.12, 0.30, 0.48), (0.45, 0.66, 0.80), wave * (1.2 - (y - 116) / 60))
    return color


folder = pathlib.Path(__file__).resolve().parent.parent / "assets" / "samples"
folder.mkdir(exist_ok=True)
png(folder / "shapes.png", (96, 96), 3, shapes)
png(folder / "gratings.png", (128, 128), 1, gratings)
png(folder / "digit.png", (28, 28), 1, digit)
png(folder / "landscape.png", (240, 160), 3, landscape)
