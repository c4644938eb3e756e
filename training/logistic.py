"""Logistic regression with weighted rows, a penalty and bounds a weight: what all small fits here share."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Doubles = NDArray[np.float64]
Bounds = Sequence[tuple[float | None, float | None]]


def fit_logistic(x: Doubles, y: Doubles, share: Doubles, penalty: Doubles, bounds: Bounds) -> Doubles:
    """The weights (features,) of least loss.

    Args:
        x: Features (rows, features), with a column of ones where an intercept is wanted.
        y: Labels, 0 or 1.
        share: How much each row counts.
        penalty: Of half the squared weight, for each feature.
        bounds: The least and the greatest value of each weight; None where it is free.
    """
    from scipy.optimize import minimize

    def loss(w: Doubles) -> tuple[float, Doubles]:
        odds = x @ w
        error = share * (1 / (1 + np.exp(-odds)) - y)
        value = share @ (np.logaddexp(0, odds) - y * odds) + penalty @ (w * w) / 2
        return float(value), x.T @ error + penalty * w

    found = minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B", bounds=list(bounds))
    return np.asarray(found.x)
