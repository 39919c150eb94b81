CREATE TABLE "ledger"."journal" (
	"workspace_id" uuid NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "ledger"."journal_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"effective_on" date NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"source_system" text NOT NULL,
	"source_key" text NOT NULL,
	"source_file" text,
	"source_line" integer,
	"entry_id" text NOT NULL,
	"account_id" text,
	"at" timestamp(3) with time zone NOT NULL,
	"by" text,
	"withdrawn" text,
	"entry" json NOT NULL,
	CONSTRAINT "journal_workspace_id_seq_pk" PRIMARY KEY("workspace_id","seq")
);
--> statement-breakpoint
CREATE TABLE "ledger"."usage_reading" (
	"workspace_id" uuid NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "ledger"."usage_reading_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"effective_on" date NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"source_system" text NOT NULL,
	"source_key" text NOT NULL,
	"source_file" text,
	"source_line" integer,
	"account_id" text NOT NULL,
	"feature" text,
	"activity" text NOT NULL,
	"days" integer NOT NULL,
	"users" integer,
	"uses" integer,
	"active_days" integer,
	"seats" integer,
	CONSTRAINT "usage_reading_workspace_id_seq_pk" PRIMARY KEY("workspace_id","seq"),
	CONSTRAINT "usage_reading_activity" CHECK ("activity" in ('use', 'login')),
	CONSTRAINT "usage_reading_days" CHECK ("ledger"."usage_reading"."days" >= 1 and "ledger"."usage_reading"."active_days" <= "ledger"."usage_reading"."days"),
	CONSTRAINT "usage_reading_not_negative" CHECK ("ledger"."usage_reading"."users" >= 0 and "ledger"."usage_reading"."uses" >= 0 and "ledger"."usage_reading"."active_days" >= 0 and "ledger"."usage_reading"."seats" >= 0)
);
--> statement-breakpoint
ALTER TABLE "ledger"."account_attribute" DROP CONSTRAINT "account_attribute_attribute";--> statement-breakpoint
CREATE INDEX "journal_by_account" ON "ledger"."journal" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "journal_by_entry" ON "ledger"."journal" USING btree ("workspace_id","entry_id");--> statement-breakpoint
CREATE INDEX "journal_by_xid" ON "ledger"."journal" USING btree ("workspace_id","xid");--> statement-breakpoint
CREATE INDEX "usage_reading_by_account" ON "ledger"."usage_reading" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "usage_reading_by_xid" ON "ledger"."usage_reading" USING btree ("workspace_id","xid");--> statement-breakpoint
ALTER TABLE "ledger"."account_attribute" ADD CONSTRAINT "account_attribute_attribute" CHECK ("attribute" in ('name', 'parent', 'domain', 'segment', 'tier', 'region', 'industry', 'currency', 'csm', 'ae', 'am', 'cse', 'cs_manager', 'exec_sponsor', 'renewal_owner', 'expansion_owner', 'employees', 'touch_model', 'strategic'));--> statement-breakpoint
-- Facts like the others: a tenant's own rows alone, never changed.
GRANT SELECT, INSERT ON ledger.journal, ledger.usage_reading TO termwise_app;
--> statement-breakpoint
ALTER TABLE ledger.journal ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE ledger.journal FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON ledger.journal USING (workspace_id = (SELECT nullif(current_setting('termwise.workspace', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE ledger.usage_reading ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE ledger.usage_reading FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON ledger.usage_reading USING (workspace_id = (SELECT nullif(current_setting('termwise.workspace', true), '')::uuid));
