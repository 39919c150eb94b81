ALTER TABLE "usage"."setting" ADD COLUMN "dropped_before" date;--> statement-breakpoint
-- How far raw events were dropped: it moves forward only, which no right can say; the statement that writes it does.
GRANT UPDATE (dropped_before) ON usage.setting TO termwise_app;
