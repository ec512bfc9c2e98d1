using System.Collections.Immutable;
using MentorCloud.Domain.Privacy;

namespace MentorCloud.Domain.Pairings.Practice;

/// <summary>What one kind of entry asks for, for those who make forms of it.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Asked">Texts that must be there when it is written.</param>
/// <param name="Possible">Texts that may be there when it is written.</param>
/// <param name="AskedAtEnd">Texts that must be there when it is finished; none for kinds that are finished when written.</param>
/// <param name="Least">The narrowest visibility.</param>
/// <param name="Most">The widest visibility.</param>
/// <param name="Fields">Fields beside the texts that must be there, as <see cref="WriteEntry"/> names them, in camel case.</param>
/// <param name="PossibleFields">Fields beside the texts that may be there, those that must be included; others are refused.</param>
/// <param name="Topics">What the topic can be; empty when anything.</param>
public sealed record EntryForm(
    EntryKind Kind,
    ImmutableArray<string> Asked,
    ImmutableArray<string> Possible,
    ImmutableArray<string> AskedAtEnd,
    Visibility Least,
    Visibility Most,
    ImmutableArray<string> Fields,
    ImmutableArray<string> PossibleFields,
    ImmutableArray<string> Topics);
