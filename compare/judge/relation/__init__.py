"""The relation model: does the second sentence follow from the first, contradict it, or neither."""

from compare.judge.relation.model import Relation, relate

__all__ = ["Relation", "relate"]
