#!/usr/bin/python3
"""Writes layers.golden: random layers with their inputs, weights and PyTorch's outputs, and layers that PyTorch refuses.

    /usr/bin/python3 tests/golden/make_golden.py        (Debian's python3-torch; made with 1.13.0a0)

The file is text, one case a line, so that a difference can be read. A case is space-separated:

    LAYER-JSON-WITHOUT-SPACES N H W [INPUT [WEIGHT [BIAS]] OUTPUT-SHAPE OUTPUT]     computed
    LAYER-JSON-WITHOUT-SPACES N H W refused                                         PyTorch raises an error

The layer is the JSON of DESIGN.md. Tensors are comma-separated numbers, row-major; all of input, weight and bias are
small multiples of 1/4, written as whole numbers of quarters. WEIGHT is "-" for pools, BIAS "-" without bias. OUTPUT-SHAPE
is CxHxW; outputs are float32 in the fewest digits that give it back.
"""

import json
import pathlib
import random

import torch
from torch import nn
from torch.nn import functional as F

SEED = 20261122
COUNTS = {"conv2d": 1000, "conv_transpose2d": 600, "max_pool2d": 320, "avg_pool2d": 280}
REFUSED = 320
MODES = ["zeros", "reflect", "replicate", "circular"]


def pair(rng, low, high):
    return [rng.randint(low, high), rng.randint(low, high)]


def random_layer(rng, op):
    """Any layer around the edges of validity, as the JSON of DESIGN.md."""
    one_row = rng.random() < 0.1
    groups = rng.choice([1, 1, 1, 2, 3])
    layer = {"op": op, "in_channels": groups * rng.randint(1, 2), "out_channels": groups * rng.randint(1, 2),
             "kernel_size": pair(rng, 1, 4), "stride": pair(rng, 1, 3), "dilation": pair(rng, 1, 3)}
    if op in ("conv2d", "conv_transpose2d"):
        layer |= {"groups": groups, "bias": rng.random() < 0.5, "flip_kernel": rng.random() < 0.3}
        if groups > 1 and rng.random() < 0.3:  # depthwise
            layer["in_channels"] = groups
    if op == "conv2d":
        layer["padding_mode"] = rng.choice(["zeros"] + MODES)
        layer["padding"] = rng.choice([rng.randint(0, 3), pair(rng, 0, 3), [rng.randint(0, 3) for _ in range(4)], "same",
                                       "valid"])
        if layer["padding"] == "same" and rng.random() < 0.9:
            layer["stride"] = 1
    elif op == "conv_transpose2d":
        layer["padding"] = pair(rng, 0, 3)
        layer["output_padding"] = pair(rng, 0, 2) if rng.random() < 0.6 else 0
    else:
        layer["out_channels"] = layer["in_channels"]
        layer["padding"] = pair(rng, 0, 2)
        if op == "avg_pool2d":
            del layer["dilation"]
        if rng.random() < 0.3:
            del layer["stride"]
    size = pair(rng, 1, 9)
    if one_row:
        size[0] = 1
        for key, neutral in (("kernel_size", 1), ("padding", 0)):
            if isinstance(layer[key], list) and len(layer[key]) == 2:
                layer[key][0] = neutral
    return layer, size


def two(value):
    return (value, value) if isinstance(value, int) else tuple(value)


def conv2d(layer, x, weight, bias):
    padding, mode = layer["padding"], layer["padding_mode"]
    if isinstance(padding, list) and len(padding) == 4:  # PyTorch pads four-sided by its own function.
        top, bottom, left, right = padding
        x = F.pad(x, (left, right, top, bottom), mode="constant" if mode == "zeros" else mode)
        padding, mode = 0, "zeros"
    padding = padding if isinstance(padding, str) else two(padding)
    module = nn.Conv2d(layer["in_channels"], layer["out_channels"], two(layer["kernel_size"]), two(layer["stride"]),
                       padding, two(layer["dilation"]), layer["groups"], layer["bias"], mode)
    return run(module, layer, x, weight, bias)


def run(module, layer, x, weight, bias):
    with torch.no_grad():
        module.weight.copy_(weight.flip(2, 3) if layer["flip_kernel"] else weight)
        if bias is not None:
            module.bias.copy_(bias)
        return module(x)


def conv_transpose2d(layer, x, weight, bias):
    module = nn.ConvTranspose2d(layer["in_channels"], layer["out_channels"], two(layer["kernel_size"]),
                                two(layer["stride"]), two(layer["padding"]), two(layer["output_padding"]),
                                layer["groups"], layer["bias"], two(layer["dilation"]))
    return run(module, layer, x, weight, bias)


def pool(layer, x):
    kernel = two(layer["kernel_size"])
    stride = two(layer["stride"]) if "stride" in layer else None
    if layer["op"] == "max_pool2d":
        return nn.MaxPool2d(kernel, stride, two(layer["padding"]), two(layer["dilation"]))(x)
    return nn.AvgPool2d(kernel, stride, two(layer["padding"]))(x)


def compute(layer, x, weight, bias):
    """PyTorch's output, or None where it refuses the layer."""
    try:
        if layer["op"] == "conv2d":
            return conv2d(layer, x, weight, bias)
        if layer["op"] == "conv_transpose2d":
            return conv_transpose2d(layer, x, weight, bias)
        return pool(layer, x)
    except (RuntimeError, ValueError, AssertionError):
        return None


def quarters(rng, *shape):
    return torch.tensor([rng.randint(-9, 9) for _ in range(torch.Size(shape).numel())]).reshape(shape) / 4


def weight_of(rng, layer):
    if "groups" not in layer:
        return None
    outer, inner = layer["out_channels"], layer["in_channels"]
    if layer["op"] == "conv_transpose2d":
        outer, inner = inner, outer
    return quarters(rng, outer, inner // layer["groups"], *layer["kernel_size"])


def written(tensor):
    return "-" if tensor is None else ",".join(str(int(v)) for v in (tensor * 4).flatten().tolist())


def number(value):
    """The shortest text that float32 reads back as the same."""
    for digits in range(1, 10):
        text = f"{value:.{digits}g}"
        if torch.tensor(float(text), dtype=torch.float32).item() == value:
            return text
    return repr(value)


def max_pool_differs_by_version(layer):
    """PyTorch 2 takes half of the dilated kernel as the limit of a pool's padding, 1.13 half of the kernel."""
    return layer["op"] == "max_pool2d" and any(
        k // 2 < p <= (d * (k - 1) + 1) // 2
        for k, p, d in zip(layer["kernel_size"], layer["padding"], layer["dilation"]))


def case(rng, op):
    """One line, and whether PyTorch computes it; None for what this file leaves out."""
    layer, size = random_layer(rng, op)
    batch = rng.choice([1, 1, 2])
    x = quarters(rng, batch, layer["in_channels"], *size)
    weight = weight_of(rng, layer)
    bias = quarters(rng, layer["out_channels"]) if layer.get("bias") else None
    output = compute(layer, x, weight, bias)
    head = [json.dumps(layer, separators=(",", ":")), batch, *size]
    if output is None:
        return None if max_pool_differs_by_version(layer) else (" ".join(map(str, [*head, "refused"])), False)
    if output.numel() > 400:
        return None
    shape = "x".join(map(str, output.shape[1:]))
    values = ",".join(number(v) for v in output.flatten().tolist())
    return " ".join(map(str, [*head, written(x), written(weight), written(bias), shape, values])), True


def main():
    rng = random.Random(SEED)
    lines, refused = [], []
    for op, count in COUNTS.items():
        computed = 0
        while computed < count or len(refused) < REFUSED * (list(COUNTS).index(op) + 1) // len(COUNTS):
            made = case(rng, op)
            if made is None:
                continue
            if made[1] and computed < count:
                lines.append(made[0])
                computed += 1
            elif not made[1] and len(refused) < REFUSED * (list(COUNTS).index(op) + 1) // len(COUNTS):
                refused.append(made[0])
    path = pathlib.Path(__file__).with_name("layers.golden")
    path.write_text("\n".join([*lines, *refused]) + "\n")
    print(f"{path}: {len(lines)} computed, {len(refused)} refused")


main()
