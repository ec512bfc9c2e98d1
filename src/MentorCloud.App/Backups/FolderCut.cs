using MentorCloud.App.Hosting;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MentorCloud.App.Backups;

/// <summary>
/// One moment of all three databases, held by read transactions while a server goes on writing (docs/adr/0075). For the
/// milliseconds in which the moment is taken nobody can commit to views and accounts, so that the views hold exactly what
/// the grains have published.
/// </summary>
internal sealed class FolderCut : IDisposable
{
    private const int PagesAtOnce = 4096;
    private readonly Dictionary<string, SqliteConnection> readers;

    private FolderCut(Dictionary<string, SqliteConnection> readers, DateTimeOffset at, TimeSpan held)
    {
        this.readers = readers;
        At = at;
        Held = held;
    }

    /// <summary>The moment, UTC.</summary>
    public DateTimeOffset At { get; }

    /// <summary>How long a server could not commit to views and accounts.</summary>
    public TimeSpan Held { get; }

    /// <summary>The files' names.</summary>
    public IReadOnlyCollection<string> Names => readers.Keys;

    /// <summary>Takes the moment.</summary>
    /// <param name="folder">The data folder; a server may be running on it.</param>
    /// <param name="grains">The grains' file.</param>
    /// <param name="clock">Tells the moment.</param>
    /// <exception cref="OperatorException">A file is missing, damaged or cannot be locked.</exception>
    public static FolderCut Take(string folder, string grains, TimeProvider clock)
    {
        string[] names = [grains, DataFiles.Views, DataFiles.Accounts];
        foreach (var name in names.Where(name => !File.Exists(Path.Combine(folder, name))))
        {
            throw new OperatorException(ExitCodes.FolderUnwritable, $"{folder} holds no {name}; it is no data folder of MentorCloud.");
        }

        var readers = new Dictionary<string, SqliteConnection>(StringComparer.Ordinal);
        try
        {
            foreach (var name in names)
            {
                readers.Add(name, SqliteFile.Open(Path.Combine(folder, name), SqliteOpenMode.ReadOnly));
            }

            var (at, held) = Begin(folder, readers, clock);
            return new FolderCut(readers, at, held);
        }
        catch (SqliteException exception)
        {
            Close(readers);
            throw OperatorException.Of(folder, exception);
        }
        catch
        {
            Close(readers);
            throw;
        }
    }

    /// <summary>A number that a statement answers at this moment.</summary>
    public long Number(string name, string sql) => SqliteFile.Number(readers[name], sql);

    /// <summary>Copies one file as it was at this moment, and waits until the copy is on disk.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="target">Must not exist.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <exception cref="OperatorException">Disk full or the like.</exception>
    public void Copy(string name, string target, Action<double> progress, CancellationToken cancellationToken)
    {
        try
        {
            using (var copy = SqliteFile.Open(target, SqliteOpenMode.ReadWriteCreate))
            {
                CopyPages(readers[name], copy, progress, cancellationToken);
                // So that reading the copy leaves no files beside it.
                SqliteFile.Execute(copy, "PRAGMA journal_mode = DELETE");
            }

            SqliteFile.Flush(target);
        }
        catch (SqliteException exception)
        {
            throw OperatorException.Of(target, exception);
        }
    }

    public void Dispose() => Close(readers);

    /// <summary>Writers out, snapshots in, writers free again.</summary>
    private static (DateTimeOffset At, TimeSpan Held) Begin(string folder, Dictionary<string, SqliteConnection> readers, TimeProvider clock)
    {
        using var views = SqliteFile.Open(Path.Combine(folder, DataFiles.Views), SqliteOpenMode.ReadWrite);
        using var accounts = SqliteFile.Open(Path.Combine(folder, DataFiles.Accounts), SqliteOpenMode.ReadWrite);
        var began = clock.GetTimestamp();
        SqliteFile.Execute(accounts, "BEGIN IMMEDIATE");
        SqliteFile.Execute(views, "BEGIN IMMEDIATE");
        foreach (var reader in readers.Values)
        {
            // A transaction sees the moment of its first read.
            SqliteFile.Execute(reader, "BEGIN");
            SqliteFile.Number(reader, "SELECT count(*) FROM sqlite_schema");
        }

        var at = clock.GetUtcNow();
        SqliteFile.Execute(views, "ROLLBACK");
        SqliteFile.Execute(accounts, "ROLLBACK");
        return (at, clock.GetElapsedTime(began));
    }

    private static void CopyPages(SqliteConnection from, SqliteConnection to, Action<double> progress, CancellationToken cancellationToken)
    {
        using var backup = raw.sqlite3_backup_init(to.Handle!, "main", from.Handle!, "main");
        if (backup.IsInvalid)
        {
            throw new SqliteException(raw.sqlite3_errmsg(to.Handle!).utf8_to_string(), raw.sqlite3_errcode(to.Handle!));
        }

        int code;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            code = raw.sqlite3_backup_step(backup, PagesAtOnce);
            var all = Math.Max(1, raw.sqlite3_backup_pagecount(backup));
            progress((all - raw.sqlite3_backup_remaining(backup)) / (double)all);
        }
        while (code == raw.SQLITE_OK);
        if (code != raw.SQLITE_DONE)
        {
            throw new SqliteException($"SQLite error {code} while copying.", code);
        }
    }

    private static void Close(Dictionary<string, SqliteConnection> readers)
    {
        foreach (var reader in readers.Values)
        {
            reader.Dispose();
        }
    }
}
