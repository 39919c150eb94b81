-- Who people are is reached as termwise_identity (see src/role-names.ts), what a workspace holds as termwise_app. Neither
-- owns anything or gets past row-level security, and neither can do the other's work.
GRANT USAGE ON SCHEMA identity, access, audit, workspace TO termwise_identity;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA identity TO termwise_identity;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON access.member TO termwise_identity;
--> statement-breakpoint
GRANT SELECT, UPDATE (accepted_at) ON access.invitation TO termwise_identity;
--> statement-breakpoint
GRANT SELECT, UPDATE (last_used_at) ON access.api_key TO termwise_identity;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON access.reporting_line TO termwise_identity;
--> statement-breakpoint
GRANT SELECT, INSERT ON audit.entry, audit.origin TO termwise_identity;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (name, reporting_currency, fiscal_year_start, time_zone) ON workspace.workspace TO termwise_identity;
--> statement-breakpoint
GRANT USAGE ON SCHEMA identity, access, audit, people TO termwise_app;
--> statement-breakpoint
GRANT SELECT (id, name, email, two_factor_enabled, demo) ON identity."user" TO termwise_app;
--> statement-breakpoint
-- A changed role or a disabled member ends sessions in the same transaction. Never the token.
GRANT SELECT (id, user_id, member_id), DELETE ON identity.session TO termwise_app;
--> statement-breakpoint
GRANT SELECT, UPDATE (role, scope, title, known_as, disabled) ON access.member TO termwise_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (token_hash, expires_at, revoked_at) ON access.invitation TO termwise_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON access.reporting_line TO termwise_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (revoked_at) ON access.api_key TO termwise_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (withdrawn_at) ON access.pay_grant TO termwise_app;
--> statement-breakpoint
-- What was done is never changed. From where it was done is personal data and may be erased.
GRANT SELECT, INSERT ON audit.entry, audit.origin TO termwise_app;
--> statement-breakpoint
GRANT DELETE ON audit.origin TO termwise_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON people.contact TO termwise_app;
--> statement-breakpoint
GRANT UPDATE (time_zone, working_days, second_factor_required) ON workspace.workspace TO termwise_app;
--> statement-breakpoint
DO $$
DECLARE
  held record;
BEGIN
  FOR held IN
    SELECT c.oid::regclass AS name, n.nspname AS schema, c.relname AS short
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r'
      AND (n.nspname IN ('identity', 'access', 'audit', 'people') OR c.oid = 'workspace.removed'::regclass)
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', held.name);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', held.name);
    IF held.schema NOT IN ('identity', 'workspace') THEN
      EXECUTE format(
        'CREATE POLICY tenant ON %s USING (workspace_id = (SELECT nullif(current_setting(''termwise.workspace'', true), '''')::uuid))',
        held.name);
    END IF;
    IF held.schema IN ('identity', 'access', 'audit') THEN
      EXECUTE format('CREATE POLICY identity ON %s TO termwise_identity USING (true) WITH CHECK (true)', held.name);
    END IF;
  END LOOP;
END
$$;
--> statement-breakpoint
CREATE POLICY identity ON workspace.workspace TO termwise_identity USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY member ON identity."user" FOR SELECT TO termwise_app USING (EXISTS (
  SELECT FROM access.member m WHERE m.user_id = "user".id
    AND m.workspace_id = (SELECT nullif(current_setting('termwise.workspace', true), '')::uuid)));
--> statement-breakpoint
CREATE POLICY member ON identity.session TO termwise_app USING (EXISTS (
  SELECT FROM access.member m WHERE m.id = session.member_id
    AND m.workspace_id = (SELECT nullif(current_setting('termwise.workspace', true), '')::uuid)));
--> statement-breakpoint
-- The register of removed workspaces is the owner's alone.
CREATE POLICY owner_removes ON workspace.removed TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY owner_deletes ON workspace.workspace FOR DELETE TO CURRENT_USER USING (true);
