-- Tenants are held apart below the code. The application works as termwise_app (see src/app-role.ts), which owns
-- nothing and sees, row by row, only the workspace named by the setting termwise.workspace; without it, nothing.
GRANT USAGE ON SCHEMA workspace, intake, ledger, derived TO termwise_app;
--> statement-breakpoint
-- Facts and receipts are never changed: no UPDATE, no DELETE.
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA ledger TO termwise_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA intake TO termwise_app;
--> statement-breakpoint
GRANT UPDATE (report) ON intake.batch TO termwise_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA derived TO termwise_app;
--> statement-breakpoint
GRANT SELECT, UPDATE (name, reporting_currency, fiscal_year_start) ON workspace.workspace TO termwise_app;
--> statement-breakpoint
-- The setting is '' in a session that once had it, hence nullif; the sub-select is evaluated once per statement.
DO $$
DECLARE
  held record;
BEGIN
  FOR held IN
    SELECT c.oid::regclass AS name, CASE WHEN n.nspname = 'workspace' THEN 'id' ELSE 'workspace_id' END AS key
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname IN ('workspace', 'intake', 'ledger', 'derived')
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', held.name);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', held.name);
    EXECUTE format(
      'CREATE POLICY tenant ON %s USING (%I = (SELECT nullif(current_setting(''termwise.workspace'', true), '''')::uuid))',
      held.name, held.key);
  END LOOP;
END
$$;
--> statement-breakpoint
-- FORCE holds the owner too; the owner alone lists and creates workspaces.
CREATE POLICY owner_lists ON workspace.workspace FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY owner_creates ON workspace.workspace FOR INSERT TO CURRENT_USER WITH CHECK (true);
