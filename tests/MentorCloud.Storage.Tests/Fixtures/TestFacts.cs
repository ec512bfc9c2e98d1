using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Storage.Tests.Fixtures;

public sealed record NoteTaken(PairingId Pairing, string Text) : Fact;

public sealed record StepDone(int Step) : Fact;
