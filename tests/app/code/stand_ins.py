"""Stand-ins for jax, tensorflow and onnx, by NumPy: the few functions that app/code's programs call, as their documents
describe them, with what they refuse. Used where the real package is absent: Debian has none of them."""

import sys
import types

import numpy as np


def windows(x, kernel, stride, dilation):
    """(N, C, H, W) to (N, C, oH, oW, kH, kW)."""
    spans = [d * (k - 1) + 1 for k, d in zip(kernel, dilation)]
    view = np.lib.stride_tricks.sliding_window_view(x, spans, axis=(2, 3))
    return view[:, :, :: stride[0], :: stride[1], :: dilation[0], :: dilation[1]]


def around(x, pads, value=0.0):
    """Pads (N, C, H, W) by ((top, bottom), (left, right)); negative amounts cut."""
    for axis, (first, last) in zip((2, 3), pads):
        size = x.shape[axis]
        x = x.take(range(max(0, -first), size - max(0, -last)), axis)
        width = [(0, 0)] * 4
        width[axis] = (max(0, first), max(0, last))
        x = np.pad(x, width, constant_values=value)
    return x


def stretched(x, stride):
    n, c, h, w = x.shape
    out = np.zeros((n, c, (h - 1) * stride[0] + 1, (w - 1) * stride[1] + 1), x.dtype)
    out[:, :, :: stride[0], :: stride[1]] = x
    return out


def correlate(x, weight, stride=(1, 1), dilation=(1, 1), groups=1):
    """weight (O, I / groups, kH, kW)"""
    assert x.shape[1] == weight.shape[1] * groups and weight.shape[0] % groups == 0
    parts = [np.einsum("nchwij,ocij->nohw", windows(xs, ws.shape[2:], stride, dilation), ws)
             for xs, ws in zip(np.split(x, groups, 1), np.split(weight, groups))]
    return np.concatenate(parts, 1)


def transposed(x, weight, stride, dilation, groups, size):
    """weight (I, O / groups, kH, kW); from the top left, cut or with zeros to `size`."""
    parts = []
    for xs, ws in zip(np.split(x, groups, 1), np.split(weight, groups)):
        spans = [d * (k - 1) for k, d in zip(ws.shape[2:], dilation)]
        padded = around(stretched(xs, stride), [(s, s) for s in spans])
        parts.append(correlate(padded, ws[:, :, ::-1, ::-1].swapaxes(0, 1), (1, 1), dilation))
    y = np.concatenate(parts, 1)
    return around(y, [(0, s - have) for s, have in zip(size, y.shape[2:])])


# jax

def conv_general_dilated(x, weight, window_strides, padding, lhs_dilation=(1, 1), rhs_dilation=(1, 1),
                         dimension_numbers=None, feature_group_count=1):
    assert dimension_numbers == ("NCHW", "OIHW", "NCHW")
    return correlate(around(stretched(x, lhs_dilation), padding), weight, window_strides, rhs_dilation,
                     feature_group_count)


def reduce_window(x, start, computation, window_dimensions, window_strides, padding, window_dilation):
    assert window_dimensions[:2] == window_strides[:2] == window_dilation[:2] == (1, 1)
    assert padding[:2] == ((0, 0), (0, 0))
    view = windows(around(x, padding[2:], start), window_dimensions[2:], window_strides[2:], window_dilation[2:])
    return computation(view, axis=(4, 5))


# tensorflow.keras, (N, H, W, C)

def to_first(x):
    return x.transpose(0, 3, 1, 2)


def to_last(x):
    return x.transpose(0, 2, 3, 1)


class Layer:
    def __init__(self, **settings):
        self.settings = types.SimpleNamespace(**settings)
        self.weights = None

    def build(self, shape):
        assert len(shape) == 4

    def set_weights(self, weights):
        assert len(weights) == 1 + self.settings.use_bias
        self.weights = weights

    def biased(self, y):
        return y + self.weights[1] if self.settings.use_bias else y

    def refuse_both(self, strides, dilation):
        assert max(strides) == 1 or max(dilation) == 1, "strides and dilation_rate together"


class Conv2D(Layer):
    def __call__(self, x):
        s = self.settings
        self.refuse_both(s.strides, s.dilation_rate)
        assert self.weights[0].shape[3] == s.filters and self.weights[0].shape[:2] == s.kernel_size
        x = to_first(x)
        if s.padding == "same":
            assert max(s.strides) == 1
            whole = [d * (k - 1) for k, d in zip(s.kernel_size, s.dilation_rate)]
            x = around(x, [(w // 2, w - w // 2) for w in whole])
        y = correlate(x, self.weights[0].transpose(3, 2, 0, 1), s.strides, s.dilation_rate, s.groups)
        return self.biased(to_last(y))


class Conv2DTranspose(Layer):
    def __call__(self, x):
        s = self.settings
        assert s.padding == "valid"
        # keras-team/keras#20408: TensorFlow's CPU has no dilated one, and Keras 2 none with unequal rates.
        assert max(s.dilation_rate) == 1, "Current CPU implementations do not yet support dilation rates larger than 1"
        more = getattr(s, "output_padding", None)
        # keras-team/keras#19909: 0 is refused before Keras 3.11.
        assert more is None or all(0 < m < stride for m, stride in zip(more, s.strides))
        x = to_first(x)
        spans = [d * (k - 1) + 1 for k, d in zip(s.kernel_size, s.dilation_rate)]
        size = [n * stride + max(span - stride, 0) for n, stride, span in zip(x.shape[2:], s.strides, spans)]
        if more is not None:
            size = [(n - 1) * stride + span + m for n, stride, span, m in zip(x.shape[2:], s.strides, spans, more)]
        weight = self.weights[0].transpose(3, 2, 0, 1)
        assert weight.shape[1] == s.filters and weight.shape[2:] == s.kernel_size
        return self.biased(to_last(transposed(x, weight, s.strides, s.dilation_rate, 1, size)))


class Pooling(Layer):
    def __call__(self, x):
        s = self.settings
        assert s.padding == "valid"
        return to_last(self.reduce(windows(to_first(x), s.pool_size, s.strides, (1, 1)), axis=(4, 5)))


class MaxPooling2D(Pooling):
    reduce = staticmethod(np.max)


class AveragePooling2D(Pooling):
    reduce = staticmethod(np.mean)


def tf_pad(x, paddings, mode="CONSTANT", constant_values=0):
    return np.pad(x, paddings, mode="reflect") if mode == "REFLECT" else np.pad(x, paddings,
                                                                               constant_values=constant_values)


def tf_pool(x, window_shape, pooling_type, strides, padding, dilations):
    assert pooling_type == "MAX" and padding == "VALID"
    assert max(strides) == 1 or max(dilations) == 1, "strides and dilations together"
    return to_last(np.max(windows(to_first(x), window_shape, strides, dilations), axis=(4, 5)))


# onnx

def run_node(name, x, weight=None, bias=None, *, kernel_shape, strides, pads, dilations, group=1, output_padding=(0, 0),
             ceil_mode=0, count_include_pad=0):
    sides = [(pads[0], pads[2]), (pads[1], pads[3])]
    assert ceil_mode == 0 and (weight is None or list(weight.shape[2:]) == kernel_shape)
    if name == "Conv":
        y = correlate(around(x, sides), weight, strides, dilations, group)
    elif name == "ConvTranspose":
        size = [(n - 1) * s + d * (k - 1) + 1 + more
                for n, s, d, k, more in zip(x.shape[2:], strides, dilations, kernel_shape, output_padding)]
        whole = transposed(x, weight, strides, dilations, group, size)
        y = around(whole, [(-first, -last) for first, last in sides])
    elif name == "MaxPool":
        y = np.max(windows(around(x, sides, -np.inf), kernel_shape, strides, dilations), axis=(4, 5))
    else:
        assert name == "AveragePool" and count_include_pad == 1
        y = np.mean(windows(around(x, sides), kernel_shape, strides, dilations), axis=(4, 5))
    return y if bias is None else y + bias.reshape(1, -1, 1, 1)


def run_onnx(model, x):
    """What onnx.reference.ReferenceEvaluator gives for y."""
    nodes, _, inputs, outputs, initializers = model["graph"]
    assert inputs == [("x", list(x.shape))] and outputs[0][0] == "y" and model["opset_imports"] == [("", 19)]
    known = {"x": x} | {name: array for array, name in initializers}
    for (name, takes, gives), settings in nodes:
        arguments = [known[each] for each in takes]
        if name == "Pad":
            first, last = np.split(arguments[1], 2)
            known[gives[0]] = np.pad(arguments[0], list(zip(first, last)), mode=settings["mode"])
        else:
            known[gives[0]] = run_node(name, *arguments, **settings)
    assert list(known["y"].shape) == outputs[0][1]
    return known["y"]


def module(name, **content):
    sys.modules[name] = types.ModuleType(name)
    vars(sys.modules[name]).update(content)
    return sys.modules[name]


def install(framework):
    if framework == "jax":
        lax = module("jax.lax", conv_general_dilated=conv_general_dilated, reduce_window=reduce_window, max=np.max,
                     add=np.sum)
        module("jax", lax=lax, numpy=module("jax.numpy", pad=np.pad, inf=np.inf))
    elif framework == "keras":
        layers = module("tensorflow.keras.layers", Conv2D=Conv2D, Conv2DTranspose=Conv2DTranspose,
                        MaxPooling2D=MaxPooling2D, AveragePooling2D=AveragePooling2D)
        module("tensorflow", keras=module("tensorflow.keras", layers=layers), pad=tf_pad,
               nn=types.SimpleNamespace(pool=tf_pool), split=lambda x, count, axis: np.split(x, count, axis),
               concat=np.concatenate, gather=lambda x, places, axis: np.take(x, places, axis))
    else:
        helper = module("onnx.helper", make_node=lambda *names, **settings: (names, settings),
                        make_tensor_value_info=lambda name, kind, shape: (name, shape),
                        make_graph=lambda *parts: parts, make_opsetid=lambda *parts: parts,
                        make_model=lambda graph, opset_imports: {"graph": graph, "opset_imports": opset_imports})
        module("onnx", helper=helper, TensorProto=types.SimpleNamespace(FLOAT=1),
               numpy_helper=module("onnx.numpy_helper", from_array=lambda array, name: (array, name)))
