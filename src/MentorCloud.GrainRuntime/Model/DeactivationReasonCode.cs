namespace MentorCloud.GrainRuntime;

/// <summary>Why an activation ends. Names and order as in Orleans; the embedded runtime uses a part of them.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1028", Justification = "Byte as in Orleans, whose enumeration this mirrors.")]
public enum DeactivationReasonCode : byte
{
    /// <summary>No reason was given.</summary>
    None,

    /// <summary>The host is stopping.</summary>
    ShuttingDown,

    /// <summary>The activation could not be started.</summary>
    ActivationFailed,

    /// <summary>Not used by the embedded runtime.</summary>
    DirectoryFailure,

    /// <summary>No call came for the idle time.</summary>
    ActivationIdle,

    /// <summary>Not used by the embedded runtime.</summary>
    ActivationUnresponsive,

    /// <summary>Not used by the embedded runtime.</summary>
    DuplicateActivation,

    /// <summary>Not used by the embedded runtime.</summary>
    IncompatibleRequest,

    /// <summary>A storage conflict showed that the memory of the activation is stale.</summary>
    ApplicationError,

    /// <summary>The grain asked for it.</summary>
    ApplicationRequested,

    /// <summary>Not used by the embedded runtime.</summary>
    Migrating,

    /// <summary>The runtime asked for it.</summary>
    RuntimeRequested,

    /// <summary>Not used by the embedded runtime.</summary>
    HighMemoryPressure,
}
