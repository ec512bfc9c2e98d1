-- What was said stays said.
CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is append-only';
END $$;
CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();

-- The role of every request: it owns nothing and bypasses nothing. Roles belong to the server, not to one database.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'mentorcloud_app') THEN
        CREATE ROLE mentorcloud_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL; -- another database's migration on this server was faster
END $$;
DO $$
BEGIN
    IF NOT pg_has_role(current_user, 'mentorcloud_app', 'MEMBER') THEN
        EXECUTE format('GRANT mentorcloud_app TO %I', current_user);
    END IF;
END $$;

DO $$
BEGIN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO mentorcloud_app', current_schema());
END $$;
GRANT SELECT ON schema_steps TO mentorcloud_app;
GRANT SELECT, INSERT ON facts, audit TO mentorcloud_app;
GRANT SELECT, INSERT, UPDATE ON grain_positions, consumers, audit_heads TO mentorcloud_app;
GRANT SELECT, INSERT, DELETE ON tenant_keys, person_keys TO mentorcloud_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON tenants, participants, memberships, cohorts, rounds, pairings TO mentorcloud_app;

-- Each tenant's rows exist only for sessions that named the tenant.
DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['facts', 'grain_positions', 'audit', 'audit_heads', 'tenant_keys', 'person_keys',
        'tenants', 'participants', 'memberships', 'cohorts', 'rounds', 'pairings']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format(
            'CREATE POLICY own_tenant ON %I USING (tenant = current_setting(''mentorcloud.tenant'', true))', name);
    END LOOP;
END $$;

-- Two readings know no tenant beforehand: the feed's consumers, and a login that has only a slug.
CREATE POLICY feed ON facts FOR SELECT USING (current_setting('mentorcloud.tenant', true) = '*');
CREATE POLICY by_slug ON tenants FOR SELECT USING (current_setting('mentorcloud.tenant', true) = '*');
