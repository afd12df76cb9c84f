"""Persistence: SQLite or PostgreSQL behind functions that take an open unit of work.

SQLModel rows never leave this package. Functions return records of `assessment.answers.records` or small frozen
dataclasses, take the open unit first, and today's date as an argument.

    db = open_database("sqlite:///var/plumbline.db")
    migrate(db)
    with db.writing() as unit:
        save_response(unit, assessment_id, respondent_id, 1, "STR-1", Response(level=3))
"""
