namespace MentorCloud.GrainRuntime;

/// <summary>A write was refused because the stored record is not the one that the grain read. Nothing was written.</summary>
/// <remarks>The runtime deactivates the grain when this leaves a turn, so that the next call reads afresh.</remarks>
public class InconsistentStateException : GrainRuntimeException
{
    /// <summary>Without details.</summary>
    public InconsistentStateException() : this("The stored record is not the one that was read.")
    {
    }

    /// <summary>With words.</summary>
    public InconsistentStateException(string message) : base(GrainErrorCodes.StateConflict, message)
    {
    }

    /// <summary>With words and cause.</summary>
    public InconsistentStateException(string message, Exception? innerException) : base(GrainErrorCodes.StateConflict, message, innerException)
    {
    }

    /// <summary>With both versions.</summary>
    public InconsistentStateException(string errorMsg, string? storedEtag, string? currentEtag) : this(errorMsg, storedEtag, currentEtag, null)
    {
    }

    /// <summary>With both versions and cause.</summary>
    public InconsistentStateException(string errorMsg, string? storedEtag, string? currentEtag, Exception? storageException)
        : base(GrainErrorCodes.StateConflict, errorMsg, storageException)
    {
        StoredEtag = storedEtag;
        CurrentEtag = currentEtag;
    }

    /// <summary>The version in the store; null when it holds none or does not tell.</summary>
    public string? StoredEtag { get; }

    /// <summary>The version that the writer believed in; null when it believed in none.</summary>
    public string? CurrentEtag { get; }
}
