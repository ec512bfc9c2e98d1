using System.Collections.Immutable;

namespace MentorCloud.Contracts.Documents;

/// <summary>A printed document.</summary>
/// <param name="File">The PDF.</param>
/// <param name="Missing">The letters that no font of the installation has, each once, in Unicode's order; each is printed as U+FFFD.</param>
public sealed record PrintedDocument(byte[] File, ImmutableArray<string> Missing);
