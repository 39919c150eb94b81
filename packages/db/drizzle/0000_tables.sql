CREATE SCHEMA "derived";
--> statement-breakpoint
CREATE SCHEMA "intake";
--> statement-breakpoint
CREATE SCHEMA "ledger";
--> statement-breakpoint
CREATE SCHEMA "workspace";
--> statement-breakpoint
CREATE TABLE "derived"."account_ledger" (
	"workspace_id" uuid NOT NULL,
	"policy_key" text NOT NULL,
	"account_id" text NOT NULL,
	"due_on" date[] NOT NULL,
	CONSTRAINT "account_ledger_workspace_id_policy_key_account_id_pk" PRIMARY KEY("workspace_id","policy_key","account_id")
);
--> statement-breakpoint
CREATE TABLE "derived"."mark" (
	"workspace_id" uuid NOT NULL,
	"policy_key" text NOT NULL,
	"snapshot" text NOT NULL,
	CONSTRAINT "mark_workspace_id_policy_key_pk" PRIMARY KEY("workspace_id","policy_key")
);
--> statement-breakpoint
CREATE TABLE "derived"."movement" (
	"workspace_id" uuid NOT NULL,
	"policy_key" text NOT NULL,
	"account_id" text NOT NULL,
	"on" date NOT NULL,
	"currency" text NOT NULL,
	"kind" text NOT NULL,
	"amount" bigint NOT NULL,
	"balance" bigint NOT NULL,
	"life_began" date NOT NULL,
	"parts" json NOT NULL,
	"sourced_by" text,
	CONSTRAINT "movement_workspace_id_policy_key_account_id_on_currency_pk" PRIMARY KEY("workspace_id","policy_key","account_id","on","currency"),
	CONSTRAINT "movement_kind" CHECK ("kind" in ('new', 'expansion', 'contraction', 'churn', 'reactivation')),
	CONSTRAINT "movement_amount_not_0" CHECK ("derived"."movement"."amount" <> 0)
);
--> statement-breakpoint
CREATE TABLE "intake"."batch" (
	"workspace_id" uuid NOT NULL,
	"id" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"report" json,
	CONSTRAINT "batch_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "intake"."file" (
	"workspace_id" uuid NOT NULL,
	"batch_id" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"sha256" text NOT NULL,
	"kind" text NOT NULL,
	"header" json NOT NULL,
	"mapping" json,
	CONSTRAINT "file_workspace_id_batch_id_position_pk" PRIMARY KEY("workspace_id","batch_id","position")
);
--> statement-breakpoint
CREATE TABLE "intake"."row" (
	"workspace_id" uuid NOT NULL,
	"batch_id" text NOT NULL,
	"position" integer NOT NULL,
	"line" integer NOT NULL,
	"cells" json NOT NULL,
	"hash" text NOT NULL,
	"outcome" text NOT NULL,
	"refused_column" text,
	"refused_code" text,
	"refused_reason" text,
	"refused_remedy" text,
	"source_key" text,
	CONSTRAINT "row_workspace_id_batch_id_position_line_pk" PRIMARY KEY("workspace_id","batch_id","position","line"),
	CONSTRAINT "row_outcome" CHECK ("outcome" in ('new', 'changed', 'unchanged', 'refused')),
	CONSTRAINT "row_refusal" CHECK (("intake"."row"."outcome" = 'refused') = ("intake"."row"."refused_code" is not null))
);
--> statement-breakpoint
CREATE TABLE "ledger"."account_attribute" (
	"workspace_id" uuid NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "ledger"."account_attribute_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"effective_on" date NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"source_system" text NOT NULL,
	"source_key" text NOT NULL,
	"source_file" text,
	"source_line" integer,
	"account_id" text NOT NULL,
	"attribute" text NOT NULL,
	"value" text,
	CONSTRAINT "account_attribute_workspace_id_seq_pk" PRIMARY KEY("workspace_id","seq"),
	CONSTRAINT "account_attribute_attribute" CHECK ("attribute" in ('name', 'parent', 'domain', 'segment', 'tier', 'region', 'industry', 'currency', 'csm', 'ae', 'am'))
);
--> statement-breakpoint
CREATE TABLE "ledger"."account_merge" (
	"workspace_id" uuid NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "ledger"."account_merge_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"effective_on" date NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"source_system" text NOT NULL,
	"source_key" text NOT NULL,
	"source_file" text,
	"source_line" integer,
	"account_id" text NOT NULL,
	"into_id" text NOT NULL,
	CONSTRAINT "account_merge_workspace_id_seq_pk" PRIMARY KEY("workspace_id","seq")
);
--> statement-breakpoint
CREATE TABLE "ledger"."account_split" (
	"workspace_id" uuid NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "ledger"."account_split_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"effective_on" date NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"source_system" text NOT NULL,
	"source_key" text NOT NULL,
	"source_file" text,
	"source_line" integer,
	"account_id" text NOT NULL,
	"to_id" text NOT NULL,
	"line_ids" text[] NOT NULL,
	CONSTRAINT "account_split_workspace_id_seq_pk" PRIMARY KEY("workspace_id","seq")
);
--> statement-breakpoint
CREATE TABLE "ledger"."account" (
	"workspace_id" uuid NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "ledger"."account_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"effective_on" date NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"source_system" text NOT NULL,
	"source_key" text NOT NULL,
	"source_file" text,
	"source_line" integer,
	"account_id" text NOT NULL,
	"external_ids" json NOT NULL,
	CONSTRAINT "account_workspace_id_seq_pk" PRIMARY KEY("workspace_id","seq")
);
--> statement-breakpoint
CREATE TABLE "ledger"."contract_line" (
	"workspace_id" uuid NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "ledger"."contract_line_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"effective_on" date NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"source_system" text NOT NULL,
	"source_key" text NOT NULL,
	"source_file" text,
	"source_line" integer,
	"line_id" text NOT NULL,
	"account_id" text NOT NULL,
	"product" text NOT NULL,
	"product_kind" text NOT NULL,
	"line_kind" text NOT NULL,
	"region" text,
	"quantity" numeric NOT NULL,
	"price_of" text NOT NULL,
	"price_net" numeric NOT NULL,
	"price_list" numeric,
	"price_per_unit" text,
	"price_per_count" integer,
	"currency" text NOT NULL,
	"billing_unit" text,
	"billing_count" integer,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"signed_on" date,
	"notice_on" date,
	"auto_renew" boolean,
	"renews" text,
	"total_contract_value" numeric,
	"payment" text,
	"sourced_by" text,
	"withdrawn" boolean NOT NULL,
	CONSTRAINT "contract_line_workspace_id_seq_pk" PRIMARY KEY("workspace_id","seq"),
	CONSTRAINT "contract_line_product_kind" CHECK ("product_kind" in ('core', 'add_on', 'service')),
	CONSTRAINT "contract_line_line_kind" CHECK ("line_kind" in ('recurring', 'usage', 'one_time')),
	CONSTRAINT "contract_line_price_of" CHECK ("price_of" in ('unit', 'amount', 'total')),
	CONSTRAINT "contract_line_price_per_unit" CHECK ("price_per_unit" in ('day', 'week', 'month', 'year')),
	CONSTRAINT "contract_line_billing_unit" CHECK ("billing_unit" in ('day', 'week', 'month', 'year')),
	CONSTRAINT "contract_line_payment" CHECK ("payment" in ('paid', 'open', 'overdue', 'failed')),
	CONSTRAINT "contract_line_term" CHECK ("ledger"."contract_line"."ends_on" >= "ledger"."contract_line"."starts_on"),
	CONSTRAINT "contract_line_price_not_negative" CHECK ("ledger"."contract_line"."price_net" >= 0 and "ledger"."contract_line"."quantity" >= 0),
	CONSTRAINT "contract_line_price_per" CHECK (("ledger"."contract_line"."price_of" = 'total') = ("ledger"."contract_line"."price_per_unit" is null)),
	CONSTRAINT "contract_line_price_interval" CHECK (("ledger"."contract_line"."price_per_unit" is null) = ("ledger"."contract_line"."price_per_count" is null)),
	CONSTRAINT "contract_line_billing" CHECK (("ledger"."contract_line"."billing_unit" is null) = ("ledger"."contract_line"."billing_count" is null)),
	CONSTRAINT "contract_line_total_has_an_end" CHECK ("ledger"."contract_line"."price_of" <> 'total' or "ledger"."contract_line"."ends_on" is not null)
);
--> statement-breakpoint
CREATE TABLE "ledger"."fx_rate" (
	"workspace_id" uuid NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "ledger"."fx_rate_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"effective_on" date NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"source_system" text NOT NULL,
	"source_key" text NOT NULL,
	"source_file" text,
	"source_line" integer,
	"base" text NOT NULL,
	"quote" text NOT NULL,
	"rate" numeric NOT NULL,
	CONSTRAINT "fx_rate_workspace_id_seq_pk" PRIMARY KEY("workspace_id","seq"),
	CONSTRAINT "fx_rate_above_0" CHECK ("ledger"."fx_rate"."rate" > 0)
);
--> statement-breakpoint
CREATE TABLE "workspace"."workspace" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"reporting_currency" text,
	"fiscal_year_start" smallint DEFAULT 1 NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"demo_removed_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workspace_fiscal_year_start" CHECK ("workspace"."workspace"."fiscal_year_start" between 1 and 12)
);
--> statement-breakpoint
ALTER TABLE "intake"."file" ADD CONSTRAINT "file_batch" FOREIGN KEY ("workspace_id","batch_id") REFERENCES "intake"."batch"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake"."row" ADD CONSTRAINT "row_file" FOREIGN KEY ("workspace_id","batch_id","position") REFERENCES "intake"."file"("workspace_id","batch_id","position") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "movement_by_day" ON "derived"."movement" USING btree ("workspace_id","policy_key","on");--> statement-breakpoint
CREATE INDEX "row_refused" ON "intake"."row" USING btree ("workspace_id","batch_id") WHERE "intake"."row"."outcome" = 'refused';--> statement-breakpoint
CREATE INDEX "account_attribute_by_account" ON "ledger"."account_attribute" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "account_attribute_by_xid" ON "ledger"."account_attribute" USING btree ("workspace_id","xid");--> statement-breakpoint
CREATE INDEX "account_merge_by_xid" ON "ledger"."account_merge" USING btree ("workspace_id","xid");--> statement-breakpoint
CREATE INDEX "account_split_by_xid" ON "ledger"."account_split" USING btree ("workspace_id","xid");--> statement-breakpoint
CREATE INDEX "account_by_account" ON "ledger"."account" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "account_by_xid" ON "ledger"."account" USING btree ("workspace_id","xid");--> statement-breakpoint
CREATE INDEX "contract_line_by_account" ON "ledger"."contract_line" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "contract_line_by_xid" ON "ledger"."contract_line" USING btree ("workspace_id","xid");--> statement-breakpoint
CREATE INDEX "fx_rate_by_xid" ON "ledger"."fx_rate" USING btree ("workspace_id","xid");