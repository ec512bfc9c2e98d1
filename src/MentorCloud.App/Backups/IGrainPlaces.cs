namespace MentorCloud.App.Backups;

/// <summary>How far the views know each grain.</summary>
internal interface IGrainPlaces : IDisposable
{
    /// <summary>The names under which kinds of grains publish, such as <c>MatchRequest</c>.</summary>
    Task<IReadOnlyList<string>> KindsAsync(CancellationToken cancellationToken);

    /// <summary>The newest entry of a grain whose facts are published, and the newest whose rows are in the views; 0 for none.</summary>
    Task<(long Published, long Rows)> OfAsync(string tenant, string grain, CancellationToken cancellationToken);
}
