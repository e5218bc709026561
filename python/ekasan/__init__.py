"""Press pages in Lao, Thai and Vietnamese to exact, checkable records.

>>> import ekasan
>>> page = ekasan.parse("ມະຕິເລກທີ 35-NQ/TW (ລົງວັນທີ 22/10/2018)")
>>> page.citations[0].value.symbol, page.citations[0].value.date
('35-NQ/TW', '2018-10-22')

Offsets count code points of `Document.text`; years are Gregorian.
"""

from ekasan._core import (
    DATA_VERSION,
    SCHEMA,
    Block,
    Candidate,
    Citation,
    Corpus,
    Date,
    Diagnostic,
    Document,
    DocumentIterator,
    Evidence,
    Mention,
    Office,
    Ordinal,
    Organization,
    Person,
    Place,
    Quantity,
    Quote,
    Segment,
    Step,
    Table,
    __version__,
    json_schema,
    normalize,
    parse,
    parse_bytes,
    parse_html,
    parse_iter,
    parse_many,
    sentences,
    to_vietnamese,
    words,
)
from ekasan._error import EkasanError

__all__ = [
    "DATA_VERSION",
    "SCHEMA",
    "Block",
    "Candidate",
    "Citation",
    "Corpus",
    "Date",
    "Diagnostic",
    "Document",
    "DocumentIterator",
    "EkasanError",
    "Evidence",
    "Mention",
    "Office",
    "Ordinal",
    "Organization",
    "Person",
    "Place",
    "Quantity",
    "Quote",
    "Segment",
    "Step",
    "Table",
    "__version__",
    "json_schema",
    "normalize",
    "parse",
    "parse_bytes",
    "parse_html",
    "parse_iter",
    "parse_many",
    "sentences",
    "to_vietnamese",
    "words",
]
