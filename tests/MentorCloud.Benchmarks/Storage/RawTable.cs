using SQLitePCL;

namespace MentorCloud.Benchmarks.Storage;

/// <summary>The raw limit: the store's own table and settings, driven by bare SQLite calls from one thread.</summary>
internal sealed class RawTable : IDisposable
{
    private const string Upsert =
        "INSERT INTO states (kind, key, version, checksum, payload) VALUES (1, ?1, 1, ?2, ?3) "
        + "ON CONFLICT (kind, key) DO UPDATE SET version = version + 1, checksum = excluded.checksum, payload = excluded.payload";

    private readonly sqlite3 _db;
    private readonly sqlite3_stmt _begin;
    private readonly sqlite3_stmt _commit;
    private readonly sqlite3_stmt _upsert;

    public RawTable(string path)
    {
        Batteries_V2.Init();
        Check(raw.sqlite3_open_v2(path, out _db, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX, null));
        Check(raw.sqlite3_exec(_db, "PRAGMA page_size = 4096; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536"));
        Check(raw.sqlite3_exec(_db, "CREATE TABLE states (kind INTEGER NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL, checksum INTEGER NOT NULL, payload BLOB NOT NULL, PRIMARY KEY (kind, key)) STRICT"));
        Check(raw.sqlite3_prepare_v2(_db, "BEGIN IMMEDIATE", out _begin));
        Check(raw.sqlite3_prepare_v2(_db, "COMMIT", out _commit));
        Check(raw.sqlite3_prepare_v2(_db, Upsert, out _upsert));
    }

    public void Write(ReadOnlySpan<byte[]> keys, byte[] payload)
    {
        Step(_begin);
        foreach (var key in keys)
        {
            _ = raw.sqlite3_bind_text(_upsert, 1, key);
            _ = raw.sqlite3_bind_int64(_upsert, 2, 1);
            _ = raw.sqlite3_bind_blob(_upsert, 3, payload);
            Step(_upsert);
        }

        Step(_commit);
    }

    public void Dispose()
    {
        _begin.Dispose();
        _commit.Dispose();
        _upsert.Dispose();
        _db.Dispose();
    }

    private static void Step(sqlite3_stmt statement)
    {
        Check(raw.sqlite3_step(statement));
        Check(raw.sqlite3_reset(statement));
    }

    private static void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE))
            throw new InvalidOperationException($"SQLite {code}");
    }
}
