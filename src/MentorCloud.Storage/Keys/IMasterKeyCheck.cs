namespace MentorCloud.Storage.Keys;

/// <summary>A master key that can be looked at before the first text is sealed.</summary>
internal interface IMasterKeyCheck
{
    /// <summary>Makes the key when there is none and nothing was sealed; refuses by name otherwise.</summary>
    ValueTask CheckAsync(bool keysExist, CancellationToken cancellationToken);
}
