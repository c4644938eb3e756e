"""CSV, Parquet and pandas DataFrames: a row an article, its columns by name."""

from __future__ import annotations

import hashlib
import io
from typing import TYPE_CHECKING, Any

from compare.errors import InputError
from compare.read.decoding import decode
from compare.read.document import Document
from compare.read.fields import KNOWN_NAMES, check_mapping
from compare.read.records import to_articles
from compare.records import Article
from compare.settings import ReadSettings

if TYPE_CHECKING:
    import pandas as pd


def read_csv(document: Document, settings: ReadSettings) -> list[Article]:
    """The articles of a CSV or TSV file with a header line.

    Raises:
        InputError: Not a table, or no column for the text.
    """
    import pandas as pd

    text = decode(document.data, document.path, document.declared).text
    if not text.strip():
        raise InputError(f"{document.path}: is empty")
    try:
        frame = pd.read_csv(io.StringIO(text), sep=_separator(text), dtype=str, keep_default_na=False)
    except (pd.errors.ParserError, pd.errors.EmptyDataError, ValueError) as error:
        raise InputError(f"{document.path}: not a table: {' '.join(str(error).split())}") from error
    return _rows(document, frame, settings)


def read_parquet(document: Document, settings: ReadSettings) -> list[Article]:
    """The articles of a Parquet file. Raises InputError as `read_csv` does."""
    import pandas as pd

    try:
        frame = pd.read_parquet(io.BytesIO(document.data))
    except Exception as error:  # pyarrow raises many kinds for a broken file
        raise InputError(f"{document.path}: not a Parquet file: {' '.join(str(error).split())}") from error
    return _rows(document, frame, settings)


def read_frame(frame: pd.DataFrame, settings: ReadSettings) -> list[Article]:
    """The articles of a DataFrame. Raises InputError as `read_csv` does."""
    data = frame.to_csv(index=False).encode("utf-8", "replace")
    return _rows(
        Document("<memory>", "row", hashlib.sha256(data).digest(), "frame"),
        frame,
        settings,
    )


def is_frame(value: object) -> bool:
    """Whether `value` is a pandas DataFrame, found without importing pandas."""
    return any(
        kind.__name__ == "DataFrame" and kind.__module__.startswith("pandas") for kind in type(value).__mro__
    )


def _rows(document: Document, frame: Any, settings: ReadSettings) -> list[Article]:
    check_mapping(settings.fields)
    columns = [str(column) for column in frame.columns]
    wanted = [settings.fields["text"]] if "text" in settings.fields else list(KNOWN_NAMES["text"])
    if not {name.casefold() for name in wanted} & {name.casefold() for name in columns}:
        raise InputError(
            f"{document.path}: no column for the text: expected {' or '.join(wanted)}, found {', '.join(columns[:12])}; "
            "name it with --fields text=COLUMN"
        )
    records = frame.to_dict("records")
    return to_articles(
        document,
        [(f"row {number}", record) for number, record in enumerate(records, 1)],
        settings,
    )


def _separator(text: str) -> str:
    """The separator that the header line holds most of."""
    header = text.lstrip("\r\n").splitlines()[0]
    return max(",;\t", key=header.count)
