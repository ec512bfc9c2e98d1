using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Storage.Keys;

/// <summary>A person's data key as it is stored, wrapped by the tenant's key.</summary>
internal sealed record WrappedPersonKey(PersonKeyId Id, ParticipantId Person, byte[] Wrapped);
