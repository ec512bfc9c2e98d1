namespace MentorCloud.App.Tests.Imports;

/// <summary>Tests that measure the process's memory: nothing runs beside them.</summary>
[CollectionDefinition(nameof(AloneCollection), DisableParallelization = true)]
public sealed class AloneCollection;
