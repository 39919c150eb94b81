ALTER TABLE "ledger"."health_measurement" ALTER COLUMN "parts" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger"."health_measurement" ADD COLUMN "packed" "bytea";