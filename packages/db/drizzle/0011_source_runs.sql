CREATE TABLE "intake"."source_run" (
	"workspace_id" uuid NOT NULL,
	"id" text NOT NULL,
	"source_id" text,
	"trigger" text NOT NULL,
	"state" text NOT NULL,
	"asked_at" timestamp(3) with time zone NOT NULL,
	"started_at" timestamp(3) with time zone,
	"ended_at" timestamp(3) with time zone,
	"due_key" text,
	"idempotency_key" text,
	"request_digest" text,
	"attempt" integer DEFAULT 0 NOT NULL,
	"holder" text,
	"lease_until" timestamp(3) with time zone,
	"retry_at" timestamp(3) with time zone,
	"file_name" text,
	"sha256" text,
	"created" integer,
	"changed" integer,
	"unchanged" integer,
	"refused" integer,
	"import_id" text,
	"error_code" text,
	"error_message" text,
	"error_remedy" text,
	"cursor" text,
	"columns" json,
	CONSTRAINT "source_run_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "source_run_once" UNIQUE("workspace_id","source_id","due_key"),
	CONSTRAINT "source_run_idempotency" UNIQUE("workspace_id","idempotency_key"),
	CONSTRAINT "source_run_trigger" CHECK ("trigger" in ('schedule', 'manual', 'api', 'folder', 'cli')),
	CONSTRAINT "source_run_state" CHECK ("state" in ('waiting', 'running', 'done', 'stopped', 'failed', 'skipped'))
);
--> statement-breakpoint
CREATE INDEX "source_run_by_source" ON "intake"."source_run" USING btree ("workspace_id","source_id","asked_at");--> statement-breakpoint
-- A run is put down when it is due; how it goes is written down, and it is kept.
GRANT SELECT, INSERT, UPDATE (attempt, changed, "columns", created, "cursor", ended_at, error_code, error_message, error_remedy, file_name, holder, import_id, lease_until, refused, retry_at, sha256, started_at, state, unchanged) ON intake.source_run TO termwise_app;
--> statement-breakpoint
ALTER TABLE intake.source_run ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE intake.source_run FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON intake.source_run USING (workspace_id = (SELECT nullif(current_setting('termwise.workspace', true), '')::uuid));
