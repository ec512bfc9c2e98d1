using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Storage.Keys;

/// <summary>A person's data key, unwrapped; its bytes are overwritten by whoever asked for it.</summary>
internal sealed record PersonKey(PersonKeyId Id, byte[] Bytes);
