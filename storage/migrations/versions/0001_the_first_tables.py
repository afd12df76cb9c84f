"""The first tables

There is no way back but a backup made before.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "organisation",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sector", sa.Text(), nullable=True),
        sa.Column("employees", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "employees IN ('1-50', '51-200', '201-500', '501-1000', '1001-5000', '5001+')",
            name=op.f("ck_organisation_employees"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "assessment_session",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("privacy", sa.Text(), nullable=False),
        sa.Column("instrument", sa.Text(), nullable=False),
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("created_on", sa.Date(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("keep_until", sa.Date(), nullable=True),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.CheckConstraint("mode IN ('solo', 'workshop')", name=op.f("ck_assessment_session_mode")),
        sa.CheckConstraint(
            "privacy IN ('open', 'by_camp', 'team')", name=op.f("ck_assessment_session_privacy")
        ),
        sa.CheckConstraint(
            "status IN ('open', 'submitted', 'closed')", name=op.f("ck_assessment_session_status")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_assessment_session_organisation"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment_session")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("assessment_session", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_assessment_session_keep_until"), ["keep_until"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_assessment_session_organisation_id"), ["organisation_id"], unique=False
        )

    op.create_table(
        "agreed",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("backing", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("dissent", sa.Text(), nullable=True),
        sa.Column("owner", sa.Text(), nullable=True),
        sa.CheckConstraint("backing IN ('opinion', 'document', 'number')", name=op.f("ck_agreed_backing")),
        sa.CheckConstraint("level BETWEEN 1 AND 5", name=op.f("ck_agreed_level")),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessment_session.id"],
            name=op.f("fk_agreed_assessment_session"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("assessment_id", "code", name=op.f("pk_agreed")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "logo",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("image", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("media_type IN ('image/png', 'image/jpeg')", name=op.f("ck_logo_media_type")),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessment_session.id"],
            name=op.f("fk_logo_assessment_session"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("assessment_id", name=op.f("pk_logo")),
    )
    op.create_table(
        "register",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('initiative', 'use_case', 'commitment', 'parked', 'assumptions')",
            name=op.f("ck_register_kind"),
        ),
        sa.CheckConstraint("position >= 1", name=op.f("ck_register_position")),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessment_session.id"],
            name=op.f("fk_register_assessment_session"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("assessment_id", "kind", "position", name=op.f("pk_register")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "respondent",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("function", sa.Text(), nullable=False),
        sa.Column("camp", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.CheckConstraint("camp IN ('business', 'technology')", name=op.f("ck_respondent_camp")),
        sa.CheckConstraint("length(function) BETWEEN 1 AND 60", name=op.f("ck_respondent_function")),
        sa.CheckConstraint("length(name) <= 120", name=op.f("ck_respondent_name")),
        sa.CheckConstraint("length(place) <= 120", name=op.f("ck_respondent_place")),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessment_session.id"],
            name=op.f("fk_respondent_assessment_session"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("assessment_id", "id", name=op.f("pk_respondent")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "submission",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("submitted_on", sa.Date(), nullable=False),
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("scoring_version", sa.Text(), nullable=False),
        sa.Column("assessment", sa.Text(), nullable=False),
        sa.CheckConstraint("number >= 1", name=op.f("ck_submission_number")),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessment_session.id"],
            name=op.f("fk_submission_assessment_session"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submission")),
        sa.UniqueConstraint("assessment_id", "number", name=op.f("uq_submission_assessment_id_number")),
    )
    op.create_table(
        "activity_answer",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("respondent_id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.CheckConstraint("level BETWEEN 1 AND 5", name=op.f("ck_activity_answer_level")),
        sa.ForeignKeyConstraint(
            ["assessment_id", "respondent_id"],
            ["respondent.assessment_id", "respondent.id"],
            name=op.f("fk_activity_answer_respondent"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("assessment_id", "respondent_id", "code", name=op.f("pk_activity_answer")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "decision_answer",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("respondent_id", sa.Text(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.CheckConstraint("length(role) BETWEEN 1 AND 60", name=op.f("ck_decision_answer_role")),
        sa.ForeignKeyConstraint(
            ["assessment_id", "respondent_id"],
            ["respondent.assessment_id", "respondent.id"],
            name=op.f("fk_decision_answer_respondent"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "assessment_id", "respondent_id", "decision", name=op.f("pk_decision_answer")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "device_binding",
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("respondent_id", sa.Text(), nullable=True),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "role = 'owner' OR respondent_id IS NOT NULL", name=op.f("ck_device_binding_participant")
        ),
        sa.CheckConstraint("role IN ('owner', 'participant')", name=op.f("ck_device_binding_role")),
        sa.ForeignKeyConstraint(
            ["assessment_id", "respondent_id"],
            ["respondent.assessment_id", "respondent.id"],
            name=op.f("fk_device_binding_respondent"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessment_session.id"],
            name=op.f("fk_device_binding_assessment_session"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("token_hash", "assessment_id", "role", name=op.f("pk_device_binding")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("device_binding", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_device_binding_assessment_id"), ["assessment_id"], unique=False)
        batch_op.create_index(
            "ix_device_binding_current",
            ["token_hash"],
            unique=True,
            sqlite_where=sa.text("current"),
            postgresql_where=sa.text("current"),
        )

    op.create_table(
        "prediction",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("respondent_id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.CheckConstraint("level BETWEEN 1 AND 5", name=op.f("ck_prediction_level")),
        sa.ForeignKeyConstraint(
            ["assessment_id", "respondent_id"],
            ["respondent.assessment_id", "respondent.id"],
            name=op.f("fk_prediction_respondent"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("assessment_id", "respondent_id", "code", name=op.f("pk_prediction")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "ranking",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("respondent_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.CheckConstraint("position >= 1", name=op.f("ck_ranking_position")),
        sa.ForeignKeyConstraint(
            ["assessment_id", "respondent_id"],
            ["respondent.assessment_id", "respondent.id"],
            name=op.f("fk_ranking_respondent"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("assessment_id", "respondent_id", "position", name=op.f("pk_ranking")),
        sa.UniqueConstraint(
            "assessment_id",
            "respondent_id",
            "outcome",
            name=op.f("uq_ranking_assessment_id_respondent_id_outcome"),
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "response",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("respondent_id", sa.Text(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("backing", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.CheckConstraint("(kind = 'scored') = (level IS NOT NULL)", name=op.f("ck_response_level_scored")),
        sa.CheckConstraint("backing IN ('opinion', 'document', 'number')", name=op.f("ck_response_backing")),
        sa.CheckConstraint("backing IS NULL OR kind = 'scored'", name=op.f("ck_response_backing_scored")),
        sa.CheckConstraint(
            "kind IN ('scored', 'dont_know', 'not_applicable')", name=op.f("ck_response_kind")
        ),
        sa.CheckConstraint(
            "reason IS NULL OR kind <> 'scored'", name=op.f("ck_response_reason_not_applicable")
        ),
        sa.CheckConstraint("level BETWEEN 1 AND 5", name=op.f("ck_response_level")),
        sa.CheckConstraint("round IN (1, 2)", name=op.f("ck_response_round")),
        sa.ForeignKeyConstraint(
            ["assessment_id", "respondent_id"],
            ["respondent.assessment_id", "respondent.id"],
            name=op.f("fk_response_respondent"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("assessment_id", "respondent_id", "round", "code", name=op.f("pk_response")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "resume_code",
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("respondent_id", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "role = 'owner' OR respondent_id IS NOT NULL", name=op.f("ck_resume_code_participant")
        ),
        sa.CheckConstraint("role IN ('owner', 'participant')", name=op.f("ck_resume_code_role")),
        sa.ForeignKeyConstraint(
            ["assessment_id", "respondent_id"],
            ["respondent.assessment_id", "respondent.id"],
            name=op.f("fk_resume_code_respondent"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessment_session.id"],
            name=op.f("fk_resume_code_assessment_session"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_resume_code")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("resume_code", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_resume_code_assessment_id"), ["assessment_id"], unique=False)
