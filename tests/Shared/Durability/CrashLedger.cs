namespace MentorCloud.Testing.Durability;

/// <summary>
/// What the client knows: the last number that each ledger acknowledged. After every restart the store must hold that
/// number, or the one after it, whose answer may have been lost on the way.
/// </summary>
internal sealed class CrashLedger
{
    /// <summary>How many ledgers a worker keeps.</summary>
    public const int Ledgers = 24;

    private readonly long[] _known = new long[Ledgers];

    public long Acknowledged => _known.Sum();

    public List<string> Violations { get; } = [];

    /// <summary>Compares what a run found with what earlier ones acknowledged, then learns what it acknowledged.</summary>
    /// <param name="run">A life of the worker.</param>
    /// <param name="slack">How far the store may be ahead: one write in flight, more when writes failed uncertainly.</param>
    public void Check(WorkerRun run, int slack = 1)
    {
        Violations.AddRange(run.Problems);
        if (!run.WasReady)
            Violations.Add($"the worker did not come up; exit code {run.ExitCode}");
        foreach (var (ledger, found) in run.Found)
        {
            if (found < _known[ledger])
                Violations.Add($"ledger {ledger}: {_known[ledger]} was acknowledged, {found} is stored");
            if (found > _known[ledger] + slack)
                Violations.Add($"ledger {ledger}: {_known[ledger]} was acknowledged, and {found} is more than one write ahead");
            _known[ledger] = found;
        }

        foreach (var (ledger, acknowledged) in run.Acknowledged)
            _known[ledger] = acknowledged;
    }
}
