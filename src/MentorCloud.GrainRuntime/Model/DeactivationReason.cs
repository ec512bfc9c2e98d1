namespace MentorCloud.GrainRuntime;

/// <summary>Why an activation ends, for logs and for <see cref="IGrainBase.OnDeactivateAsync"/>.</summary>
public readonly struct DeactivationReason : IEquatable<DeactivationReason>
{
    /// <summary>A reason without an error behind it.</summary>
    public DeactivationReason(DeactivationReasonCode code, string text) : this(code, null, text)
    {
    }

    /// <summary>A reason with the error that led to it.</summary>
    public DeactivationReason(DeactivationReasonCode code, Exception? exception, string text)
    {
        ReasonCode = code;
        Exception = exception;
        Description = text;
    }

    /// <summary>The reason in words.</summary>
    public string Description { get; }

    /// <summary>The reason as a code.</summary>
    public DeactivationReasonCode ReasonCode { get; }

    /// <summary>The error behind it; null when there is none.</summary>
    public Exception? Exception { get; }

    /// <inheritdoc/>
    public bool Equals(DeactivationReason other) =>
        ReasonCode == other.ReasonCode && Description == other.Description && Equals(Exception, other.Exception);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DeactivationReason other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ReasonCode, Description, Exception);

    /// <summary>Code, words and error.</summary>
    public override string ToString() =>
        Exception is null ? $"{ReasonCode}: {Description}" : $"{ReasonCode}: {Description}. Exception: {Exception}";

    /// <summary>Same code, words and error.</summary>
    public static bool operator ==(DeactivationReason left, DeactivationReason right) => left.Equals(right);

    /// <summary>Another code, words or error.</summary>
    public static bool operator !=(DeactivationReason left, DeactivationReason right) => !left.Equals(right);
}
