ALTER TABLE "usage"."setting" ADD COLUMN "reopened_from" date;--> statement-breakpoint
ALTER TABLE "usage"."setting" ADD COLUMN "reopened_by" text;--> statement-breakpoint
-- Late uses say from where on weeks are to be read anew; whoever read them says that it is done.
GRANT UPDATE (reopened_by, reopened_from) ON usage.setting TO termwise_app;
