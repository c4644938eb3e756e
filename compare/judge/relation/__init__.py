"""The relation model: does the second sentence follow from the first, contradict it, or neither."""

from compare.judge.relation.model import Relation, model_info, relate
from compare.judge.relation.verdicts import cached_relate, remembered

__all__ = ["Relation", "cached_relate", "model_info", "relate", "remembered"]
