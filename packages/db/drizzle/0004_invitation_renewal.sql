CREATE UNIQUE INDEX "invitation_pending" ON "access"."invitation" USING btree ("workspace_id","email") WHERE "access"."invitation"."accepted_at" is null and "access"."invitation"."revoked_at" is null;
--> statement-breakpoint
-- A second invitation of the same address renews the first: what it offers, and who stands for it.
GRANT UPDATE (role, scope, title, known_as, invited_by) ON access.invitation TO termwise_app;
