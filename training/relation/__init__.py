"""The relation model's recipe: data, model, training, calibration, export."""
