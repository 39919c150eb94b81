CREATE SCHEMA "pay";
--> statement-breakpoint
CREATE TABLE "pay"."record" (
	"workspace_id" uuid NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "pay"."record_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"person" text,
	"at" timestamp(3) with time zone NOT NULL,
	"by" text,
	"body" json NOT NULL,
	CONSTRAINT "record_workspace_id_seq_pk" PRIMARY KEY("workspace_id","seq"),
	CONSTRAINT "record_id" UNIQUE("workspace_id","id"),
	CONSTRAINT "record_kind" CHECK ("kind" in ('plan', 'plan_step', 'assignment', 'split', 'gate', 'exclusion', 'loss', 'achievement', 'dispute', 'dispute_note', 'decision', 'letter', 'acknowledgement'))
);
--> statement-breakpoint
CREATE TABLE "pay"."statement_step" (
	"workspace_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"revision" integer NOT NULL,
	"step" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"by" text,
	CONSTRAINT "statement_step_workspace_id_number_revision_step_pk" PRIMARY KEY("workspace_id","number","revision","step"),
	CONSTRAINT "statement_step_step" CHECK ("step" in ('reviewed', 'published', 'paid'))
);
--> statement-breakpoint
CREATE TABLE "pay"."statement" (
	"workspace_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"revision" integer NOT NULL,
	"person" text NOT NULL,
	"period" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"by" text,
	"content" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "statement_workspace_id_number_revision_pk" PRIMARY KEY("workspace_id","number","revision"),
	CONSTRAINT "statement_of_period" UNIQUE("workspace_id","person","period","revision"),
	CONSTRAINT "statement_number" CHECK ("pay"."statement"."number" >= 1 and "pay"."statement"."revision" >= 1)
);
--> statement-breakpoint
ALTER TABLE "pay"."statement_step" ADD CONSTRAINT "statement_step_of" FOREIGN KEY ("workspace_id","number","revision") REFERENCES "pay"."statement"("workspace_id","number","revision") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "record_by_subject" ON "pay"."record" USING btree ("workspace_id","kind","subject");--> statement-breakpoint
CREATE UNIQUE INDEX "statement_published_once" ON "pay"."statement_step" USING btree ("workspace_id","number") WHERE step = 'published';--> statement-breakpoint
-- What is on record about pay stays as it was: a tenant's own rows alone, never changed and never taken away.
GRANT USAGE ON SCHEMA pay TO termwise_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON pay.record, pay.statement, pay.statement_step TO termwise_app;
--> statement-breakpoint
ALTER TABLE pay.record ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE pay.record FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON pay.record USING (workspace_id = (SELECT nullif(current_setting('termwise.workspace', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE pay.statement ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE pay.statement FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON pay.statement USING (workspace_id = (SELECT nullif(current_setting('termwise.workspace', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE pay.statement_step ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE pay.statement_step FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON pay.statement_step USING (workspace_id = (SELECT nullif(current_setting('termwise.workspace', true), '')::uuid));
