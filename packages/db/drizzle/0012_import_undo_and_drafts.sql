CREATE TABLE "people"."import_draft_part" (
	"workspace_id" uuid NOT NULL,
	"owner" text NOT NULL,
	"sha256" text NOT NULL,
	"part" integer NOT NULL,
	"content" text NOT NULL,
	CONSTRAINT "import_draft_part_workspace_id_owner_sha256_part_pk" PRIMARY KEY("workspace_id","owner","sha256","part")
);
--> statement-breakpoint
CREATE TABLE "people"."import_draft" (
	"workspace_id" uuid NOT NULL,
	"owner" text NOT NULL,
	"version" integer NOT NULL,
	"changed_at" timestamp(3) with time zone NOT NULL,
	"state" json NOT NULL,
	CONSTRAINT "import_draft_workspace_id_owner_pk" PRIMARY KEY("workspace_id","owner")
);
--> statement-breakpoint
ALTER TABLE "ledger"."account_attribute" ADD COLUMN "withdrawn" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger"."account" ADD COLUMN "withdrawn" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger"."fx_rate" ADD COLUMN "withdrawn" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger"."usage_reading" ADD COLUMN "withdrawn" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "people"."import_draft_part" ADD CONSTRAINT "import_draft_part_draft" FOREIGN KEY ("workspace_id","owner") REFERENCES "people"."import_draft"("workspace_id","owner") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- A draft is prepared, changed and thrown away; what it becomes is a receipt, which is not.
GRANT SELECT, INSERT, UPDATE, DELETE ON people.import_draft TO termwise_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON people.import_draft_part TO termwise_app;
--> statement-breakpoint
ALTER TABLE people.import_draft ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE people.import_draft FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON people.import_draft USING (workspace_id = (SELECT nullif(current_setting('termwise.workspace', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE people.import_draft_part ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE people.import_draft_part FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON people.import_draft_part USING (workspace_id = (SELECT nullif(current_setting('termwise.workspace', true), '')::uuid));
