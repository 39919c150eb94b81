CREATE SCHEMA "usage";
--> statement-breakpoint
CREATE TABLE "usage"."account_day" (
	"workspace_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"on_day" date NOT NULL,
	"active_users" integer NOT NULL,
	"logins" bigint NOT NULL,
	"uses" bigint NOT NULL,
	"features" integer NOT NULL,
	CONSTRAINT "account_day_workspace_id_account_id_on_day_pk" PRIMARY KEY("workspace_id","account_id","on_day")
);
--> statement-breakpoint
CREATE TABLE "usage"."account_key" (
	"workspace_id" uuid NOT NULL,
	"key" text NOT NULL,
	"account_id" text NOT NULL,
	"mapped_by" text,
	"mapped_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "account_key_workspace_id_key_pk" PRIMARY KEY("workspace_id","key")
);
--> statement-breakpoint
CREATE TABLE "usage"."daily_use" (
	"workspace_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"on_day" date NOT NULL,
	"user_id" text NOT NULL,
	"feature" text NOT NULL,
	"activity" text NOT NULL,
	"uses" bigint NOT NULL,
	CONSTRAINT "daily_use_workspace_id_account_id_on_day_user_id_feature_activity_pk" PRIMARY KEY("workspace_id","account_id","on_day","user_id","feature","activity"),
	CONSTRAINT "daily_use_activity" CHECK ("activity" in ('use', 'login'))
);
--> statement-breakpoint
CREATE TABLE "usage"."dead_letter" (
	"workspace_id" uuid NOT NULL,
	"id" text NOT NULL,
	"source_id" text NOT NULL,
	"message_id" text,
	"received_at" timestamp(3) with time zone NOT NULL,
	"code" text NOT NULL,
	"reason" text NOT NULL,
	"dialect" text NOT NULL,
	"body" json NOT NULL,
	"settled_at" timestamp(3) with time zone,
	"settlement" text,
	CONSTRAINT "dead_letter_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "dead_letter_settlement" CHECK ("settlement" in ('replayed', 'dismissed')),
	CONSTRAINT "dead_letter_settled" CHECK (("usage"."dead_letter"."settled_at" is null) = ("usage"."dead_letter"."settlement" is null))
);
--> statement-breakpoint
CREATE TABLE "usage"."event" (
	"workspace_id" uuid NOT NULL,
	"source_id" text NOT NULL,
	"message_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text,
	"user_id" text,
	"group_id" text,
	"at" timestamp(3) with time zone NOT NULL,
	"received_at" timestamp(3) with time zone NOT NULL,
	"on_day" date NOT NULL,
	"flag" text,
	"digest" text NOT NULL,
	"body" json NOT NULL,
	CONSTRAINT "event_workspace_id_source_id_message_id_pk" PRIMARY KEY("workspace_id","source_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "usage"."outbox" (
	"workspace_id" uuid NOT NULL,
	"id" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"rows" json NOT NULL,
	CONSTRAINT "outbox_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "usage"."person" (
	"workspace_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"group_id" text,
	"group_at" timestamp(3) with time zone,
	"domain" text,
	"domain_at" timestamp(3) with time zone,
	CONSTRAINT "person_workspace_id_user_id_pk" PRIMARY KEY("workspace_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "usage"."queued_use" (
	"workspace_id" uuid NOT NULL,
	"source_id" text NOT NULL,
	"message_id" text NOT NULL,
	"user_id" text NOT NULL,
	"group_id" text,
	"feature" text NOT NULL,
	"activity" text NOT NULL,
	"on_day" date NOT NULL,
	"uses" bigint NOT NULL,
	"waiting_for" text,
	CONSTRAINT "queued_use_workspace_id_source_id_message_id_pk" PRIMARY KEY("workspace_id","source_id","message_id"),
	CONSTRAINT "queued_use_activity" CHECK ("activity" in ('use', 'login'))
);
--> statement-breakpoint
CREATE TABLE "usage"."receipt" (
	"workspace_id" uuid NOT NULL,
	"source_id" text NOT NULL,
	"on_day" date NOT NULL,
	"request_id" text NOT NULL,
	"last_at" timestamp(3) with time zone NOT NULL,
	"received" bigint NOT NULL,
	"stored" bigint NOT NULL,
	"duplicate" bigint NOT NULL,
	"dead" bigint NOT NULL,
	"differing" bigint NOT NULL,
	CONSTRAINT "receipt_workspace_id_source_id_on_day_request_id_pk" PRIMARY KEY("workspace_id","source_id","on_day","request_id")
);
--> statement-breakpoint
CREATE TABLE "usage"."setting" (
	"workspace_id" uuid PRIMARY KEY NOT NULL,
	"raw_days" integer NOT NULL,
	"changed_by" text,
	CONSTRAINT "setting_raw_days" CHECK ("usage"."setting"."raw_days" >= 1)
);
--> statement-breakpoint
ALTER TABLE "access"."api_key" ADD COLUMN "source_id" text;--> statement-breakpoint
CREATE INDEX "account_day_by_day" ON "usage"."account_day" USING btree ("workspace_id","on_day");--> statement-breakpoint
CREATE INDEX "daily_use_by_day" ON "usage"."daily_use" USING btree ("workspace_id","on_day");--> statement-breakpoint
CREATE INDEX "dead_letter_open" ON "usage"."dead_letter" USING btree ("workspace_id","received_at") WHERE "usage"."dead_letter"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "event_by_day" ON "usage"."event" USING btree ("workspace_id","on_day");--> statement-breakpoint
CREATE INDEX "person_by_group" ON "usage"."person" USING btree ("workspace_id","group_id");--> statement-breakpoint
CREATE INDEX "queued_use_waiting" ON "usage"."queued_use" USING btree ("workspace_id","waiting_for") WHERE "usage"."queued_use"."waiting_for" is not null;--> statement-breakpoint
GRANT USAGE ON SCHEMA usage TO termwise_app;
--> statement-breakpoint
-- Raw events go when they are as old as the workspace keeps them; nobody changes one.
GRANT SELECT, INSERT, DELETE ON usage.event TO termwise_app;
--> statement-breakpoint
-- A use leaves the queue when it is counted; until then what it waits for may change.
GRANT SELECT, INSERT, DELETE, UPDATE (waiting_for) ON usage.queued_use TO termwise_app;
--> statement-breakpoint
-- A dead letter is settled, never changed or dropped.
GRANT SELECT, INSERT, UPDATE (settled_at, settlement) ON usage.dead_letter TO termwise_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON usage.receipt TO termwise_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (domain, domain_at, group_at, group_id) ON usage.person TO termwise_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (account_id, mapped_at, mapped_by) ON usage.account_key TO termwise_app;
--> statement-breakpoint
-- Counts only ever grow.
GRANT SELECT, INSERT, UPDATE (uses) ON usage.daily_use TO termwise_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (active_users, features, logins, uses) ON usage.account_day TO termwise_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON usage.outbox TO termwise_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (changed_by, raw_days) ON usage.setting TO termwise_app;
--> statement-breakpoint
ALTER TABLE usage.event ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE usage.event FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON usage.event USING (workspace_id = (SELECT nullif(current_setting('termwise.workspace', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE usage.queued_use ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE usage.queued_use FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON usage.queued_use USING (workspace_id = (SELECT nullif(current_setting('termwise.workspace', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE usage.dead_letter ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE usage.dead_letter FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON usage.dead_letter USING (workspace_id = (SELECT nullif(current_setting('termwise.workspace', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE usage.receipt ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE usage.receipt FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON usage.receipt USING (workspace_id = (SELECT nullif(current_setting('termwise.workspace', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE usage.person ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE usage.person FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON usage.person USING (workspace_id = (SELECT nullif(current_setting('termwise.workspace', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE usage.account_key ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE usage.account_key FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON usage.account_key USING (workspace_id = (SELECT nullif(current_setting('termwise.workspace', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE usage.daily_use ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE usage.daily_use FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON usage.daily_use USING (workspace_id = (SELECT nullif(current_setting('termwise.workspace', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE usage.account_day ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE usage.account_day FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON usage.account_day USING (workspace_id = (SELECT nullif(current_setting('termwise.workspace', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE usage.outbox ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE usage.outbox FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON usage.outbox USING (workspace_id = (SELECT nullif(current_setting('termwise.workspace', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE usage.setting ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE usage.setting FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON usage.setting USING (workspace_id = (SELECT nullif(current_setting('termwise.workspace', true), '')::uuid));
