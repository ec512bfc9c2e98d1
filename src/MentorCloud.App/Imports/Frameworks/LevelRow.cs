using System.Collections.Immutable;

namespace MentorCloud.App.Imports.Frameworks;

/// <summary>One profile's row in a skills or work-styles file.</summary>
internal sealed record LevelRow(long Line, string Title, ImmutableArray<double> Levels);
