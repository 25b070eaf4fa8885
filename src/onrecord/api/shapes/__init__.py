"""The shapes of answers as JSON Schema, told from the dataclasses that the answers are made of."""

from onrecord.api.shapes.deriving import Shapes

__all__ = ["Shapes"]
