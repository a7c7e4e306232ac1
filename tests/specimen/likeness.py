"""How far apart two pictures of a page are, so that a moved line is found and another rasteriser is not.

Both are blurred by a box of 3 × 3 points: what remains of a difference in smoothing is small and everywhere, what
remains of a moved line is large and in one place. Three measures, each with its limit:

  mean    the mean absolute difference over the page, of 255;
  share   the share of points that differ by more than LEVEL;
  tile    the largest mean difference within a square of TILE points: finds one short line.

Measured on the specimen's own pages: poppler with other ways of smoothing lines gives at most 1.02, 0 and 5.7; a
line of text moved by half its height 0.4, 0.0005 and 18; the grey running head moved by its height a tile of 12.
"""
from png import Picture

LEVEL = 64
TILE = 16
LIMITS = {"mean": 1.5, "share": 0.0003, "tile": 8.0}


def blurred(picture):
    width, height = picture.width, picture.height
    across = []
    for y in range(height):
        row = picture.row(y)
        left, right = row[:1] + row[:-1], row[1:] + row[-1:]
        across.append([a + b + c for a, b, c in zip(left, row, right)])
    out = []
    for y in range(height):
        above, below = across[max(y - 1, 0)], across[min(y + 1, height - 1)]
        out.append([(a + b + c) // 9 for a, b, c in zip(above, across[y], below)])
    return out


def apart(one, other):
    """The measures, and the picture of the differences: black where they are great."""
    differences = [bytes(abs(a - b) for a, b in zip(x, y)) for x, y in zip(blurred(one), blurred(other))]
    width, height = one.width, one.height
    whole = sum(map(sum, differences))
    strong = sum(1 for row in differences for level in row if level > LEVEL)
    worst = 0.0
    for top in range(0, height, TILE):
        band = differences[top:top + TILE]
        for left in range(0, width, TILE):
            part = [sum(row[left:left + TILE]) for row in band]
            worst = max(worst, sum(part) / (TILE * TILE))
    measures = {"mean": whole / (width * height), "share": strong / (width * height), "tile": worst}
    return measures, Picture(width, height, bytes(255 - level for row in differences for level in row))


def beyond(measures):
    return [f"{name} {measures[name]:.4g} > {limit:g}" for name, limit in LIMITS.items() if measures[name] > limit]
