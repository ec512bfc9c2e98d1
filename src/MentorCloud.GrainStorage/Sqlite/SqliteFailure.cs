using MentorCloud.GrainRuntime;
using SQLitePCL;

namespace MentorCloud.GrainStorage.Sqlite;

/// <summary>An error of SQLite, by its extended result code.</summary>
internal sealed class SqliteFailure(int code, string message) : Exception($"SQLite {code}: {message}")
{
    /// <summary>The extended code; its low byte is the primary one.</summary>
    public int Code { get; } = code;

    public int Primary => Code & 0xff;

    /// <summary>The file, or a page of it, is damaged.</summary>
    public bool IsCorrupt => Primary is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB;

    /// <summary>The error for a write that cannot have become durable.</summary>
    public Exception AsUnavailable(string what) => IsCorrupt
        ? new StorageCorruptException($"{what}: the store is damaged ({Message}). Verify it, and restore a backup.", this)
        : new StorageUnavailableException($"{what}: nothing was written ({Message}).{Advice}", this);

    /// <summary>The error for a commit that failed on its way to the disk.</summary>
    public Exception AsUncertain(string what) => Primary is raw.SQLITE_FULL or raw.SQLITE_BUSY or raw.SQLITE_READONLY
        ? AsUnavailable(what)
        : new StorageUncertainException($"{what}: it is unknown whether the commit is durable ({Message}). Read again.", this);

    private string Advice => Primary switch
    {
        raw.SQLITE_FULL => " The disk is full; free some space.",
        raw.SQLITE_READONLY => " The folder is read-only; make it writable.",
        _ => string.Empty,
    };
}
