GRANT SELECT, INSERT, UPDATE, DELETE ON shared_entries TO mentorcloud_app;
ALTER TABLE shared_entries ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON shared_entries USING (tenant = current_setting('mentorcloud.tenant', true));
