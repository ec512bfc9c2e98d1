using System.Diagnostics;
using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage.Diagnostics;
using MentorCloud.GrainStorage.Sqlite;
using SQLitePCL;

namespace MentorCloud.GrainStorage.Writes;

/// <summary>
/// The one writer of a store: a thread that takes every write that waits, commits them as one transaction, and answers
/// each after the commit. Writers that come meanwhile form the next group, so groups grow with load by themselves.
/// </summary>
internal sealed class GroupWriter : IDisposable
{
    private const int LargestGroup = 1024;
    private const int LongestQueue = 100_000;

    /// <summary>Pages in the log that make the writer itself copy them, so that the log does not grow for ever.</summary>
    private const int LogLimit = 16_384;

    /// <summary>Pages in the log that are worth copying while nobody writes.</summary>
    private const int LogWorthCopying = 4_000;

    private readonly SqliteSession _session;
    private readonly object _guard = new();
    private readonly Thread _thread;
    private readonly List<GroupWrite<SqliteSession>> _group = new(LargestGroup);
    private readonly Queue<GroupWrite<SqliteSession>> _waiting = new();
    private long _commits;
    private long _writes;
    private int _logPages;
    private bool _sleeping;
    private bool _closed;

    public GroupWriter(SqliteSession session)
    {
        _session = session;
        _thread = new Thread(Loop) { IsBackground = true, Name = "grain storage writer" };
        _thread.Start();
    }

    public long Commits => Volatile.Read(ref _commits);

    public long Writes => Volatile.Read(ref _writes);

    /// <summary>Hands a write over. It cannot be taken back.</summary>
    /// <exception cref="StorageUnavailableException">The store is closed or too far behind.</exception>
    public ValueTask<long> Add(GroupWrite<SqliteSession> write)
    {
        lock (_guard)
        {
            if (_closed)
                throw new StorageUnavailableException($"{write.Subject}: the store is closed.");
            if (_waiting.Count >= LongestQueue)
                throw new StorageUnavailableException($"{write.Subject}: too many writes wait; try again later.");
            var task = write.Task;
            _waiting.Enqueue(write);
            if (_sleeping)
                Monitor.Pulse(_guard);
            return task;
        }
    }

    /// <summary>Writes what waits, then takes no more.</summary>
    public void Finish()
    {
        lock (_guard)
        {
            _closed = true;
            Monitor.Pulse(_guard);
        }

        _thread.Join();
    }

    /// <summary>Finishes and closes the connection. Close readers first: the last writer to leave empties the log.</summary>
    public void Dispose()
    {
        Finish();
        _session.Dispose();
    }

    private void Loop()
    {
        while (TakeGroup())
        {
            Write();
            _group.Clear();
        }
    }

    private bool TakeGroup()
    {
        lock (_guard)
        {
            while (_waiting.Count == 0)
            {
                if (_closed)
                    return false;
                _sleeping = true;
                Monitor.Wait(_guard);
                _sleeping = false;
            }

            while (_group.Count < LargestGroup && _waiting.TryDequeue(out var write))
                _group.Add(write);
            return true;
        }
    }

    private void Write()
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            _session.Begin();
            foreach (var write in _group)
                Apply(write);
            CrashPoint.Reach(CrashPoint.BeforeCommit);
        }
#pragma warning disable CA1031 // Whatever failed, each writer must be told.
        catch (Exception error)
#pragma warning restore CA1031
        {
            FailAll(error, committed: false);
            return;
        }

        try
        {
            _session.Commit();
        }
#pragma warning disable CA1031
        catch (Exception error)
#pragma warning restore CA1031
        {
            FailAll(error, committed: true);
            return;
        }

        CrashPoint.Reach(CrashPoint.AfterCommit);
        Interlocked.Increment(ref _commits);
        Interlocked.Add(ref _writes, _group.Count);
        GrainStoreTelemetry.Committed(_group.Count, Stopwatch.GetElapsedTime(began));
        foreach (var write in _group)
            write.Answer();
        KeepLogShort();
    }

    /// <summary>A refused write leaves no trace in the transaction; any other error ends the whole group.</summary>
    private void Apply(GroupWrite<SqliteSession> write)
    {
        try
        {
            write.Result = write.Apply(_session);
        }
        catch (InconsistentStateException refusal)
        {
            write.Refusal = refusal;
        }
    }

    private void FailAll(Exception error, bool committed)
    {
        GrainStoreTelemetry.Failed();
        try
        {
            _session.Rollback();
        }
        catch (SqliteFailure)
        {
            // The transaction is gone with its connection's trust; the next BEGIN tells.
        }

        foreach (var write in _group)
            write.Fail(Told(error, write.Subject, committed));
    }

    private static Exception Told(Exception error, string subject, bool committed) => error switch
    {
        SqliteFailure failure => committed ? failure.AsUncertain(subject) : failure.AsUnavailable(subject),
        _ => new StorageUnavailableException($"{subject}: nothing was written ({error.Message}).", error),
    };

    /// <summary>Copies the log while nobody waits, and whatever the load when it has grown long.</summary>
    private void KeepLogShort()
    {
        _logPages += (_group.Count * 2) + 2; // A guess from below is enough: two pages a write, and the index.
        if (_logPages < LogWorthCopying || (_logPages < LogLimit && !NobodyWaits()))
            return;
        try
        {
            if (_session.Checkpoint(_logPages < LogLimit ? raw.SQLITE_CHECKPOINT_PASSIVE : raw.SQLITE_CHECKPOINT_RESTART) <= 0)
                _logPages = 0;
            else
                _logPages /= 2;
        }
        catch (SqliteFailure)
        {
            // What is committed is in the log; copying it is tried again with the next groups.
            _logPages = 0;
        }
    }

    private bool NobodyWaits()
    {
        lock (_guard)
            return _waiting.Count == 0;
    }
}
