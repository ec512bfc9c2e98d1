GRANT SELECT, INSERT, UPDATE, DELETE ON match_requests TO mentorcloud_app;
ALTER TABLE match_requests ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON match_requests USING (tenant = current_setting('mentorcloud.tenant', true));
