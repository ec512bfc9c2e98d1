namespace MentorCloud.Identity.Store;

/// <summary>Every step of the schema, in order.</summary>
internal static class SchemaSteps
{
    public static IReadOnlyList<SchemaStep> All { get; } =
    [
        new(1, """
            CREATE TABLE accounts (
                tenant TEXT NOT NULL, id TEXT NOT NULL,
                email TEXT NOT NULL, email_key TEXT NOT NULL, display_name TEXT NOT NULL, name_key TEXT NOT NULL,
                roles INTEGER NOT NULL, participant TEXT, password_hash TEXT, status INTEGER NOT NULL,
                created_at BIGINT NOT NULL, last_login_at BIGINT, closed_at BIGINT,
                PRIMARY KEY (tenant, id));
            CREATE UNIQUE INDEX accounts_by_email ON accounts (tenant, email_key) WHERE closed_at IS NULL;
            CREATE INDEX accounts_by_participant ON accounts (tenant, participant) WHERE participant IS NOT NULL;
            CREATE TABLE one_time_tokens (
                tenant TEXT NOT NULL, token_hash TEXT NOT NULL, account TEXT NOT NULL,
                created_at BIGINT NOT NULL, expires_at BIGINT NOT NULL, used_at BIGINT,
                PRIMARY KEY (tenant, token_hash));
            CREATE INDEX one_time_tokens_by_account ON one_time_tokens (tenant, account);
            CREATE TABLE clients (
                tenant TEXT NOT NULL, client_id TEXT NOT NULL, name TEXT NOT NULL, scopes INTEGER NOT NULL, secret_hash TEXT,
                created_at BIGINT NOT NULL, last_used_at BIGINT, revoked_at BIGINT,
                PRIMARY KEY (tenant, client_id));
            CREATE TABLE sessions (
                tenant TEXT NOT NULL, id TEXT NOT NULL, secret_hash TEXT NOT NULL, account TEXT NOT NULL,
                methods TEXT NOT NULL, source TEXT NOT NULL, agent TEXT NOT NULL,
                created_at BIGINT NOT NULL, last_seen_at BIGINT NOT NULL, expires_at BIGINT NOT NULL, revoked_at BIGINT,
                PRIMARY KEY (tenant, id));
            CREATE UNIQUE INDEX sessions_by_secret ON sessions (tenant, secret_hash);
            CREATE INDEX sessions_by_account ON sessions (tenant, account);
            CREATE TABLE signing_keys (
                kid TEXT NOT NULL PRIMARY KEY, x TEXT NOT NULL, y TEXT NOT NULL, wrapped_key TEXT NOT NULL,
                created_at BIGINT NOT NULL, active_from BIGINT NOT NULL, active_until BIGINT NOT NULL, forgotten_at BIGINT NOT NULL);
            CREATE TABLE server_secrets (name TEXT NOT NULL PRIMARY KEY, wrapped_key TEXT NOT NULL);
            """),
        new(2, """
            ALTER TABLE clients ADD COLUMN proof INTEGER NOT NULL DEFAULT 1;
            ALTER TABLE clients ADD COLUMN redirect_uris TEXT NOT NULL DEFAULT '';
            ALTER TABLE clients ADD COLUMN post_logout_uris TEXT NOT NULL DEFAULT '';
            ALTER TABLE clients ADD COLUMN key_set TEXT;
            CREATE TABLE grants (
                tenant TEXT NOT NULL, id TEXT NOT NULL, client_id TEXT NOT NULL, account TEXT NOT NULL, session TEXT NOT NULL,
                scope TEXT NOT NULL, methods TEXT NOT NULL, nonce TEXT, authenticated_at BIGINT NOT NULL,
                created_at BIGINT NOT NULL, ends_at BIGINT NOT NULL, revoked_at BIGINT,
                PRIMARY KEY (tenant, id));
            CREATE INDEX grants_by_account ON grants (tenant, account);
            CREATE TABLE grant_secrets (
                tenant TEXT NOT NULL, secret_hash TEXT NOT NULL, grant_id TEXT NOT NULL, kind INTEGER NOT NULL,
                redirect_uri TEXT, challenge TEXT, expires_at BIGINT NOT NULL, used_at BIGINT,
                PRIMARY KEY (tenant, secret_hash));
            CREATE TABLE pushed_requests (
                tenant TEXT NOT NULL, secret_hash TEXT NOT NULL, client_id TEXT NOT NULL, parameters TEXT NOT NULL,
                created_at BIGINT NOT NULL, expires_at BIGINT NOT NULL, used_at BIGINT,
                PRIMARY KEY (tenant, secret_hash));
            CREATE TABLE spent_tokens (
                tenant TEXT NOT NULL, token TEXT NOT NULL, expires_at BIGINT NOT NULL,
                PRIMARY KEY (tenant, token));
            """),
        new(3, """
            CREATE TABLE authenticators (
                tenant TEXT NOT NULL, account TEXT NOT NULL, sealed_secret TEXT NOT NULL, last_step BIGINT NOT NULL, confirmed_at BIGINT,
                PRIMARY KEY (tenant, account));
            CREATE TABLE recovery_codes (
                tenant TEXT NOT NULL, account TEXT NOT NULL, code_hash TEXT NOT NULL, used_at BIGINT,
                PRIMARY KEY (tenant, account, code_hash));
            """),
        new(4, """
            CREATE TABLE login_providers (
                tenant TEXT NOT NULL PRIMARY KEY, settings TEXT NOT NULL, sealed_secret TEXT, key_set TEXT, changed_at BIGINT NOT NULL);
            CREATE TABLE outside_logins (
                tenant TEXT NOT NULL, issuer TEXT NOT NULL, subject TEXT NOT NULL, account TEXT NOT NULL, tied_at BIGINT NOT NULL,
                PRIMARY KEY (tenant, issuer, subject));
            CREATE UNIQUE INDEX outside_logins_by_account ON outside_logins (tenant, account, issuer);
            CREATE TABLE email_domains (
                tenant TEXT NOT NULL, domain TEXT NOT NULL, proof TEXT NOT NULL, claimed_at BIGINT NOT NULL, verified_at BIGINT,
                PRIMARY KEY (tenant, domain));
            CREATE UNIQUE INDEX email_domains_verified ON email_domains (domain) WHERE verified_at IS NOT NULL;
            CREATE TABLE login_rules (
                tenant TEXT NOT NULL PRIMARY KEY, second_factor_roles INTEGER NOT NULL, changed_at BIGINT NOT NULL);
            CREATE TABLE passkeys (
                tenant TEXT NOT NULL, credential_id TEXT NOT NULL, account TEXT NOT NULL, name TEXT NOT NULL, facts TEXT NOT NULL,
                created_at BIGINT NOT NULL, last_used_at BIGINT,
                PRIMARY KEY (tenant, credential_id));
            CREATE INDEX passkeys_by_account ON passkeys (tenant, account);
            CREATE TABLE commands (
                tenant TEXT NOT NULL, command TEXT NOT NULL, subject TEXT NOT NULL, input TEXT NOT NULL, done_at BIGINT NOT NULL,
                PRIMARY KEY (tenant, command));
            """),
        new(5, """
            ALTER TABLE authenticators ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE authenticators ADD COLUMN not_before BIGINT;
            """),
        new(6, """
            CREATE TABLE directory_users (
                tenant TEXT NOT NULL, account TEXT NOT NULL, user_name TEXT NOT NULL, user_name_key TEXT NOT NULL, external_id TEXT, document TEXT NOT NULL,
                given_roles INTEGER NOT NULL, side_role INTEGER NOT NULL, created_at BIGINT NOT NULL, modified_at BIGINT NOT NULL, deleted_at BIGINT,
                work INTEGER NOT NULL, turn BIGINT NOT NULL,
                PRIMARY KEY (tenant, account));
            CREATE UNIQUE INDEX directory_users_by_name ON directory_users (tenant, user_name_key) WHERE deleted_at IS NULL;
            CREATE UNIQUE INDEX directory_users_by_external_id ON directory_users (tenant, external_id) WHERE deleted_at IS NULL AND external_id IS NOT NULL;
            CREATE INDEX directory_users_at_work ON directory_users (work) WHERE work > 0;
            CREATE TABLE directory_groups (
                tenant TEXT NOT NULL, id TEXT NOT NULL, display_name TEXT NOT NULL, name_key TEXT NOT NULL, external_id TEXT,
                created_at BIGINT NOT NULL, modified_at BIGINT NOT NULL, version BIGINT NOT NULL,
                PRIMARY KEY (tenant, id));
            CREATE UNIQUE INDEX directory_groups_by_name ON directory_groups (tenant, name_key);
            CREATE UNIQUE INDEX directory_groups_by_external_id ON directory_groups (tenant, external_id) WHERE external_id IS NOT NULL;
            CREATE TABLE directory_members (
                tenant TEXT NOT NULL, group_id TEXT NOT NULL, account TEXT NOT NULL,
                PRIMARY KEY (tenant, group_id, account));
            CREATE INDEX directory_members_by_account ON directory_members (tenant, account);
            CREATE TABLE directory_settings (
                tenant TEXT NOT NULL PRIMARY KEY, default_roles INTEGER NOT NULL, group_roles TEXT NOT NULL, changed_at BIGINT NOT NULL);
            """),
        new(7, """
            ALTER TABLE clients ADD COLUMN is_first_party INTEGER NOT NULL DEFAULT 0;
            CREATE TABLE consents (
                tenant TEXT NOT NULL, account TEXT NOT NULL, client_id TEXT NOT NULL, scope TEXT NOT NULL, given_at BIGINT NOT NULL,
                PRIMARY KEY (tenant, account, client_id));
            """),
    ];

    /// <summary>The schema that this program knows.</summary>
    public static int Newest => All[^1].Number;
}
