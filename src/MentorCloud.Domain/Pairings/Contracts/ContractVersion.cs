namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>One version of the learning contract.</summary>
public sealed record ContractVersion
{
    /// <summary>1, 2, 3 ..., one for each draft; drafts that were written over leave gaps. A number names the same terms for ever.</summary>
    public required int Number { get; init; }

    /// <summary>What is agreed.</summary>
    public required ContractTerms Terms { get; init; }

    /// <summary>Whose words each text is, as <see cref="ContractTexts"/> counts them; shorter in versions of earlier releases.</summary>
    public string Authors { get; init; } = string.Empty;

    /// <summary>Where it is.</summary>
    public ContractStatus Status { get; init; }

    /// <summary>When the mentor signed, UTC; null while not.</summary>
    public DateTimeOffset? MentorSignedAt { get; init; }

    /// <summary>When the mentee signed, UTC; null while not.</summary>
    public DateTimeOffset? MenteeSignedAt { get; init; }
}
