GRANT SELECT, INSERT, UPDATE, DELETE ON cases, review_requests, pulses, cohort_events, invitations TO mentorcloud_app;
DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['cases', 'review_requests', 'pulses', 'cohort_events', 'invitations']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format(
            'CREATE POLICY own_tenant ON %I USING (tenant = current_setting(''mentorcloud.tenant'', true))', name);
    END LOOP;
END $$;
