using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Storage.Audit;

namespace MentorCloud.Storage.Transfer;

/// <summary>Holds the records of a moved tenant, read once in their order, to the chain of their audit log.</summary>
/// <param name="tenant">Whose they are.</param>
/// <param name="asked">The number of a record whose hash is wanted; 0 for none.</param>
internal sealed class TransferCheck(TenantId tenant, long asked)
{
    private long number;
    private string hash = AuditChain.Beginning;

    /// <summary>The hash of the record that was asked for; null when there is none.</summary>
    public string? HashAtAsked { get; private set; }

    /// <summary>The end of the log; null when there is none.</summary>
    public (long Number, string Hash)? Head { get; private set; }

    public void Read(TransferRecord record)
    {
        if (record.Table == TransferTable.Audit)
        {
            Next(record.Values);
        }
        else if (record.Table == TransferTable.AuditHead)
        {
            if (Head is not null || record.Values.Any(value => value.Value is null)) throw Altered(number + 1);
            Head = (record.Number, (string)record.Values[1].Value!);
        }
    }

    /// <exception cref="RefusedException">INPUT_INVALID: the log goes on after its end, or stops before.</exception>
    public void End()
    {
        if (Head is { } head ? head != (number, hash) : number > 0) throw Altered(number + 1);
    }

    public static RefusedException Invalid(string message) => new(new Refusal(ErrorCodes.InputInvalid, message, "file"));

    private void Next((string Name, object? Value)[] values)
    {
        if (values.Where((_, column) => column is not (5 or 6)).Any(value => value.Value is null)) throw Altered(number + 1);
        var line = new AuditLine(
            (long)values[0].Value!, (long)values[1].Value!, (string)values[2].Value!, (string)values[3].Value!, (string)values[4].Value!,
            (string?)values[5].Value, (string?)values[6].Value);
        hash = AuditChain.Hash(hash, tenant, line);
        if (line.Number != ++number || (string?)values[7].Value != hash) throw Altered(number);
        if (number == asked) HashAtAsked = hash;
    }

    private static RefusedException Altered(long number) =>
        Invalid(FormattableString.Invariant($"Record {number} of the exported audit log was altered or is missing; export the tenant again."));
}
