CREATE TABLE "usage"."counted_day" (
	"workspace_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "counted_day_workspace_id_on_day_pk" PRIMARY KEY("workspace_id","on_day")
);
--> statement-breakpoint
-- Whoever counts uses says on which days; what was counted before this table came is read without a word of it.
GRANT SELECT, INSERT, UPDATE (xid) ON usage.counted_day TO termwise_app;
--> statement-breakpoint
ALTER TABLE usage.counted_day ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE usage.counted_day FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON usage.counted_day USING (workspace_id = (SELECT nullif(current_setting('termwise.workspace', true), '')::uuid));
