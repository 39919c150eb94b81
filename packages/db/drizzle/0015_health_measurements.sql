CREATE TABLE "ledger"."health_measurement" (
	"workspace_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"week" date NOT NULL,
	"model" text NOT NULL,
	"version" integer NOT NULL,
	"low" numeric(6, 3) NOT NULL,
	"high" numeric(6, 3) NOT NULL,
	"measured_at" timestamp(3) with time zone NOT NULL,
	"parts" json NOT NULL,
	CONSTRAINT "health_measurement_workspace_id_account_id_week_model_version_pk" PRIMARY KEY("workspace_id","account_id","week","model","version")
);
--> statement-breakpoint
CREATE INDEX "health_measurement_by_week" ON "ledger"."health_measurement" USING btree ("workspace_id","week");--> statement-breakpoint
-- What was measured stays as it was measured: a tenant's own rows alone, never changed.
GRANT SELECT, INSERT ON ledger.health_measurement TO termwise_app;
--> statement-breakpoint
ALTER TABLE ledger.health_measurement ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE ledger.health_measurement FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON ledger.health_measurement USING (workspace_id = (SELECT nullif(current_setting('termwise.workspace', true), '')::uuid));
