"""Every document type, by the name in its address. Routes, download screen, command line and cache read this."""

from collections.abc import Mapping

from documents.answers import ANSWERS
from documents.calendar import CALENDAR
from documents.document_format import DocumentFormat
from documents.playbook import PLAYBOOK

FORMATS: Mapping[str, DocumentFormat] = {each.code: each for each in (PLAYBOOK, ANSWERS, CALENDAR)}
