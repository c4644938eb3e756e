"""Many articles → stories → comparisons: each story is compared by itself, and only when it changed."""

from compare.corpus.outcome import Outcome, compare_corpus, compare_story
from compare.corpus.stories import Corpus, File, Skipped, Story, find_stories

__all__ = [
    "Corpus",
    "File",
    "Outcome",
    "Skipped",
    "Story",
    "compare_corpus",
    "compare_story",
    "find_stories",
]
