namespace MentorCloud.Contracts.Directory;

/// <summary>A stored grain's record, as its edition keeps it.</summary>
/// <param name="GrainType">The kind of grain in lower case: <c>pairing</c>.</param>
/// <param name="Key">The grain's key: <c>{tenant}/{id}</c>.</param>
/// <param name="StateName">The name of its state; the same as <paramref name="GrainType"/> in all of our grains.</param>
/// <param name="Payload">The record as UTF-8 JSON, byte by byte.</param>
public sealed record GrainRecord(string GrainType, string Key, string StateName, ReadOnlyMemory<byte> Payload);
