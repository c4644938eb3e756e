"""The review an editor exported from the HTML report: read strictly, and set beside a later comparison."""

from compare.review.file import load_review
from compare.review.records import Mark, Review, Since, StoryReview, Wording

__all__ = ["Mark", "Review", "Since", "StoryReview", "Wording", "load_review"]
