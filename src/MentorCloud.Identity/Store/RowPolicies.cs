namespace MentorCloud.Identity.Store;

/// <summary>
/// PostgreSQL's row policies behind the tenant filter (docs/adr/0087). They are made from the catalogue after every
/// migration, so that a table which a later step adds has its policy without a line here.
/// </summary>
internal static class RowPolicies
{
    /// <summary>The schema of the accounts' tables.</summary>
    public const string Schema = "identity";

    /// <summary>The role of every request: it owns nothing and bypasses nothing.</summary>
    public const string Role = "mentorcloud_accounts";

    /// <summary>Safe to repeat; changes nothing where everything is there.</summary>
    public const string Sql = $"""
        DO $$
        BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{Role}') THEN
                CREATE ROLE {Role} NOLOGIN NOSUPERUSER NOBYPASSRLS;
            END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL; -- another database's migration on this server was faster
        END $$;
        DO $$
        DECLARE
            tables CURSOR FOR
                SELECT c.relname, EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant') AS tenanted
                FROM pg_class c WHERE c.relnamespace = '{Schema}'::regnamespace AND c.relkind = 'r' AND NOT c.relrowsecurity;
            expiring CURSOR FOR
                SELECT * FROM (VALUES ('sessions', 'expires_at'), ('grant_secrets', 'expires_at'), ('grants', 'ends_at'), ('pushed_requests', 'expires_at'),
                    ('spent_tokens', 'expires_at'), ('commands', 'done_at'), ('one_time_tokens', 'expires_at')) AS named (relname, moment)
                WHERE NOT EXISTS (SELECT FROM pg_policies p WHERE p.schemaname = '{Schema}' AND p.tablename = named.relname AND p.policyname = 'expired');
            scope text := 'current_setting(''mentorcloud.tenant'', true)';
        BEGIN
            IF NOT pg_has_role(current_user, '{Role}', 'MEMBER') THEN
                EXECUTE format('GRANT {Role} TO %I', current_user);
            END IF;
            IF NOT has_schema_privilege('{Role}', '{Schema}', 'USAGE') THEN
                GRANT USAGE ON SCHEMA {Schema} TO {Role};
            END IF;
            FOR one IN tables LOOP
                EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', one.relname);
                EXECUTE format('CREATE POLICY own_rows ON %I USING (%s = %s)',
                    one.relname, scope, CASE WHEN one.tenanted THEN 'tenant' ELSE '''server keys''' END);
                IF one.relname <> 'schema_version' THEN
                    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO {Role}', one.relname);
                END IF;
            END LOOP;
            FOR one IN expiring LOOP
                EXECUTE format('CREATE POLICY expired ON %I USING (%I < substring(%s FROM ''^expired before ([0-9]+)$'')::bigint) WITH CHECK (false)',
                    one.relname, one.moment, scope);
            END LOOP;
            IF NOT EXISTS (SELECT FROM pg_policies WHERE schemaname = '{Schema}' AND policyname = 'home_realms') THEN
                CREATE POLICY home_realms ON email_domains FOR SELECT
                    USING (verified_at IS NOT NULL AND current_setting('mentorcloud.tenant', true) = 'home realms');
            END IF;
            IF NOT EXISTS (SELECT FROM pg_policies WHERE schemaname = '{Schema}' AND policyname = 'directory_work') THEN
                CREATE POLICY directory_work ON directory_users FOR SELECT
                    USING (work > 0 AND current_setting('mentorcloud.tenant', true) = 'directory work');
            END IF;
        END $$;
        """;
}
