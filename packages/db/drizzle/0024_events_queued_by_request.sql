CREATE TABLE "usage"."queued_batch" (
	"workspace_id" uuid NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "usage"."queued_batch_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"source_id" text NOT NULL,
	"received_at" timestamp(3) with time zone NOT NULL,
	"uses" bigint NOT NULL,
	"rows" json NOT NULL,
	CONSTRAINT "queued_batch_workspace_id_seq_pk" PRIMARY KEY("workspace_id","seq")
);
--> statement-breakpoint
CREATE TABLE "usage"."waiting_use" (
	"workspace_id" uuid NOT NULL,
	"source_id" text NOT NULL,
	"group_id" text NOT NULL,
	"user_id" text NOT NULL,
	"on_day" date NOT NULL,
	"feature" text NOT NULL,
	"activity" text NOT NULL,
	"uses" bigint NOT NULL,
	"waiting_for" text,
	CONSTRAINT "waiting_use_workspace_id_source_id_group_id_user_id_on_day_feature_activity_pk" PRIMARY KEY("workspace_id","source_id","group_id","user_id","on_day","feature","activity"),
	CONSTRAINT "waiting_use_activity" CHECK ("activity" in ('use', 'login'))
);
--> statement-breakpoint
CREATE INDEX "waiting_use_by_key" ON "usage"."waiting_use" USING btree ("workspace_id","waiting_for");--> statement-breakpoint
-- Rows leave within a second: what does not fit beside its row is not worth compressing.
ALTER TABLE usage.queued_batch ALTER COLUMN rows SET STORAGE EXTERNAL;
--> statement-breakpoint
-- Uses that were in the queue one by one are looked at once more.
ALTER TABLE usage.queued_use NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
INSERT INTO usage.waiting_use (workspace_id, source_id, group_id, user_id, on_day, feature, activity, uses)
SELECT workspace_id, source_id, coalesce(group_id, ''), user_id, on_day, feature, activity, sum(uses)::bigint
FROM usage.queued_use GROUP BY 1, 2, 3, 4, 5, 6, 7;
--> statement-breakpoint
DROP TABLE usage.queued_use;
--> statement-breakpoint
-- A batch leaves the queue when it is counted; it changes where some of its events were known already.
GRANT SELECT, INSERT, DELETE, UPDATE (rows, uses) ON usage.queued_batch TO termwise_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (uses, waiting_for) ON usage.waiting_use TO termwise_app;
--> statement-breakpoint
ALTER TABLE usage.queued_batch ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE usage.queued_batch FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON usage.queued_batch USING (workspace_id = (SELECT nullif(current_setting('termwise.workspace', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE usage.waiting_use ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE usage.waiting_use FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON usage.waiting_use USING (workspace_id = (SELECT nullif(current_setting('termwise.workspace', true), '')::uuid));
