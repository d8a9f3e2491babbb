"""Runs programs that app/code wrote: run_code.py FRAMEWORK CASES.json, the cases being
[{"code", "input": {"shape", "values"}, "output": {"shape", "values"}}]. Every program's y must be the output. Ends with
77 and the reason where the framework is not installed and nothing stands in for it."""

import importlib.util
import json
import sys


def skip(reason):
    print(reason)
    sys.exit(77)


framework, path = sys.argv[1:]
if importlib.util.find_spec("numpy") is None:
    skip("NumPy is not installed for " + sys.executable)
PACKAGES = {"pytorch": "torch", "keras": "tensorflow", "jax": "jax", "onnx": "onnx.reference", "numpy": "numpy"}


def installed(package):
    try:
        return importlib.util.find_spec(package) is not None
    except ModuleNotFoundError:  # a parent is missing
        return False


import numpy as np  # noqa: E402

real = installed(PACKAGES[framework])
if not real and framework == "pytorch":
    skip("PyTorch is not installed for " + sys.executable)
if not real:
    import stand_ins

    stand_ins.install(framework)


def output_of(code, x):
    names = {}
    exec(compile(code, "code", "exec"), names)
    if framework == "onnx":
        if not real:
            return stand_ins.run_onnx(names["model"], x)
        from onnx.reference import ReferenceEvaluator

        return ReferenceEvaluator(names["model"]).run(None, {"x": x})[0]
    y = names["y"]
    y = y.detach().numpy() if framework == "pytorch" else np.asarray(y)
    return y.transpose(0, 3, 1, 2) if framework == "keras" else y


def array(tensor):
    return np.array([float(value) for value in tensor["values"]], dtype=np.float32).reshape(tensor["shape"])


wrong = 0
with open(path) as file:
    cases = json.load(file)
for number, case in enumerate(cases):
    expected = array(case["output"])
    try:
        y = output_of(case["code"], array(case["input"]))
        same = y.shape == expected.shape and np.allclose(y, expected, rtol=1e-5, atol=1e-5, equal_nan=True)
        problem = "" if same else f"y is {y.tolist()},\nexpected {expected.tolist()}"
    except Exception as error:  # any, the program is at fault
        problem = repr(error)
    if problem:
        wrong += 1
        print(f"case {number}: {problem}\n{case['code']}" if wrong <= 2 else f"case {number}")
print(f"{len(cases)} programs by {'' if real else 'the stand-in for '}{PACKAGES[framework]}, {wrong} wrong")
sys.exit(wrong > 0)
