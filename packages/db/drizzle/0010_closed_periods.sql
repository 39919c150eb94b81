CREATE TABLE "ledger"."closed_lines" (
	"workspace_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"view" integer NOT NULL,
	"position" integer NOT NULL,
	"content" text NOT NULL,
	CONSTRAINT "closed_lines_workspace_id_number_view_position_pk" PRIMARY KEY("workspace_id","number","view","position")
);
--> statement-breakpoint
CREATE TABLE "ledger"."closed_view" (
	"workspace_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"view" integer NOT NULL,
	"recorded" timestamp(3) with time zone NOT NULL,
	"content" text NOT NULL,
	CONSTRAINT "closed_view_workspace_id_number_view_pk" PRIMARY KEY("workspace_id","number","view"),
	CONSTRAINT "closed_view_number" CHECK ("ledger"."closed_view"."number" >= 1 and "ledger"."closed_view"."view" >= 0)
);
--> statement-breakpoint
ALTER TABLE "ledger"."closed_lines" ADD CONSTRAINT "closed_lines_view" FOREIGN KEY ("workspace_id","number","view") REFERENCES "ledger"."closed_view"("workspace_id","number","view") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- What was reported stays as it was: a tenant's own rows alone, never changed.
GRANT SELECT, INSERT ON ledger.closed_view, ledger.closed_lines TO termwise_app;
--> statement-breakpoint
ALTER TABLE ledger.closed_view ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE ledger.closed_view FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON ledger.closed_view USING (workspace_id = (SELECT nullif(current_setting('termwise.workspace', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE ledger.closed_lines ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE ledger.closed_lines FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON ledger.closed_lines USING (workspace_id = (SELECT nullif(current_setting('termwise.workspace', true), '')::uuid));
