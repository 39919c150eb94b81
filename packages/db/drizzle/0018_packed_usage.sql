CREATE TABLE "usage"."packed_month" (
	"workspace_id" uuid NOT NULL,
	"month" date NOT NULL,
	"account" integer NOT NULL,
	"uses" "bytea" NOT NULL,
	"days" "bytea" NOT NULL,
	CONSTRAINT "packed_month_workspace_id_month_account_pk" PRIMARY KEY("workspace_id","month","account")
);
--> statement-breakpoint
CREATE TABLE "usage"."packed_name" (
	"workspace_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"number" integer NOT NULL,
	"names" json NOT NULL,
	CONSTRAINT "packed_name_workspace_id_account_id_pk" PRIMARY KEY("workspace_id","account_id"),
	CONSTRAINT "packed_name_number" UNIQUE("workspace_id","number")
);
--> statement-breakpoint
-- A month is packed, and unpacked again where something late comes to it: it never changes in place.
GRANT SELECT, INSERT, DELETE ON usage.packed_month TO termwise_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (names) ON usage.packed_name TO termwise_app;
--> statement-breakpoint
-- The rows of a month go when the month is packed.
GRANT DELETE ON usage.daily_use, usage.account_day TO termwise_app;
--> statement-breakpoint
ALTER TABLE usage.packed_month ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE usage.packed_month FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON usage.packed_month USING (workspace_id = (SELECT nullif(current_setting('termwise.workspace', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE usage.packed_name ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE usage.packed_name FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON usage.packed_name USING (workspace_id = (SELECT nullif(current_setting('termwise.workspace', true), '')::uuid));
