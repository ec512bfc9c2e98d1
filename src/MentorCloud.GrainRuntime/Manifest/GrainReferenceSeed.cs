namespace MentorCloud.GrainRuntime;

/// <summary>What a generated proxy hands to its base: which grain of which kind it addresses.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1815", Justification = "Passed on once and never compared.")]
public readonly struct GrainReferenceSeed
{
    internal GrainReferenceSeed(GrainKind kind, string key)
    {
        Kind = kind;
        Key = key;
    }

    internal GrainKind Kind { get; }

    internal string Key { get; }
}
