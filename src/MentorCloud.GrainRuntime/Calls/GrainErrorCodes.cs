namespace MentorCloud.GrainRuntime;

/// <summary>The codes of <see cref="GrainRuntimeException"/>.</summary>
public static class GrainErrorCodes
{
    /// <summary>Too many calls wait for one grain; try again later.</summary>
    public const string Overloaded = "GRAIN_OVERLOADED";

    /// <summary>A call would wait for a grain that waits for the caller.</summary>
    public const string CallCycle = "GRAIN_CALL_CYCLE";

    /// <summary>The host is stopping, or has not started.</summary>
    public const string NotRunning = "GRAIN_RUNTIME_NOT_RUNNING";

    /// <summary>Another writer changed the record first.</summary>
    public const string StateConflict = "GRAIN_STATE_CONFLICT";

    /// <summary>The store wrote nothing.</summary>
    public const string StorageUnavailable = "GRAIN_STORAGE_UNAVAILABLE";

    /// <summary>The store may or may not have written.</summary>
    public const string StorageUncertain = "GRAIN_STORAGE_UNCERTAIN";

    /// <summary>The stored record is damaged.</summary>
    public const string StorageCorrupt = "GRAIN_STORAGE_CORRUPT";

    /// <summary>Another process holds the store.</summary>
    public const string StorageLocked = "GRAIN_STORAGE_LOCKED";

    /// <summary>The store was written by a newer program.</summary>
    public const string StorageNewer = "GRAIN_STORAGE_NEWER";
}
