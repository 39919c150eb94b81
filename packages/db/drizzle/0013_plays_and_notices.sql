CREATE SCHEMA "work";
--> statement-breakpoint
CREATE TABLE "work"."notice" (
	"workspace_id" uuid NOT NULL,
	"id" text NOT NULL,
	"member_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"account_id" text,
	"at" timestamp(3) with time zone NOT NULL,
	"on" date NOT NULL,
	"title" text NOT NULL,
	"detail" text,
	"path" text NOT NULL,
	"done_at" timestamp(3) with time zone,
	"snoozed_until" date,
	CONSTRAINT "notice_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "notice_once_a_day" UNIQUE("workspace_id","member_id","kind","subject","on")
);
--> statement-breakpoint
CREATE TABLE "work"."timer" (
	"workspace_id" uuid NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"account_id" text,
	"due_at" timestamp(3) with time zone NOT NULL,
	"state" text NOT NULL,
	"about" json NOT NULL,
	"done_at" timestamp(3) with time zone,
	CONSTRAINT "timer_workspace_id_key_pk" PRIMARY KEY("workspace_id","key"),
	CONSTRAINT "timer_state" CHECK ("state" in ('waiting', 'done', 'void'))
);
--> statement-breakpoint
CREATE INDEX "notice_of_member" ON "work"."notice" USING btree ("workspace_id","member_id","at");--> statement-breakpoint
CREATE INDEX "timer_due" ON "work"."timer" USING btree ("workspace_id","state","due_at");--> statement-breakpoint
-- What is due happens once and what somebody was told stays told: rows end or are put off, and are never taken away.
GRANT USAGE ON SCHEMA work TO termwise_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (state, done_at) ON work.timer TO termwise_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (done_at, snoozed_until) ON work.notice TO termwise_app;
--> statement-breakpoint
ALTER TABLE work.timer ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE work.timer FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON work.timer USING (workspace_id = (SELECT nullif(current_setting('termwise.workspace', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE work.notice ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE work.notice FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON work.notice USING (workspace_id = (SELECT nullif(current_setting('termwise.workspace', true), '')::uuid));
