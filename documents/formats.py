"""Every document type, by the name in its address. Routes, download screen, command line and cache read this."""

from collections.abc import Mapping

from documents.answers import ANSWERS
from documents.calendar import CALENDAR
from documents.csv_tables import ANSWERS_TABLE, RESULTS_TABLE, USES_TABLE
from documents.document_format import DocumentFormat
from documents.office_files import CHARTER, RISK, RULES, SLIDES, WORKBOOK
from documents.playbook import PLAYBOOK
from documents.summary import SUMMARY
from documents.web_page import WEB_PAGE
from documents.workshop_paper import KIT, REVIEW

_ALL = (
    PLAYBOOK,
    SLIDES,
    WORKBOOK,
    WEB_PAGE,
    SUMMARY,
    RISK,
    CHARTER,
    RULES,
    KIT,
    REVIEW,
    CALENDAR,
    RESULTS_TABLE,
    ANSWERS_TABLE,
    USES_TABLE,
    ANSWERS,
)

FORMATS: Mapping[str, DocumentFormat] = {each.code: each for each in _ALL}
