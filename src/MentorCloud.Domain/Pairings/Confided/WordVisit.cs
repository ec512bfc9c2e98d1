namespace MentorCloud.Domain.Pairings.Confided;

/// <summary>Looks at a word of a pairing.</summary>
/// <param name="text">The word, or what was left in its place.</param>
/// <param name="writer">Who wrote it, as far as its place tells.</param>
/// <param name="isTitle">Whether it names a milestone, whose title is its first writer's wherever it stands.</param>
/// <returns>What is to stand there.</returns>
internal delegate string WordVisit(string text, PairingSide writer, bool isTitle);
