CREATE TABLE "ledger"."measured_week" (
	"workspace_id" uuid NOT NULL,
	"week" date NOT NULL,
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "measured_week_workspace_id_week_pk" PRIMARY KEY("workspace_id","week")
);
--> statement-breakpoint
-- Whoever measures a week says so; what was measured before this table came is read without a word of it.
GRANT SELECT, INSERT, UPDATE (xid) ON ledger.measured_week TO termwise_app;
--> statement-breakpoint
ALTER TABLE ledger.measured_week ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE ledger.measured_week FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON ledger.measured_week USING (workspace_id = (SELECT nullif(current_setting('termwise.workspace', true), '')::uuid));
