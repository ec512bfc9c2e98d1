namespace MentorCloud.App.Hosting;

/// <summary>Where the embedded edition keeps its grains.</summary>
public enum GrainStoreKind
{
    /// <summary><c>grains.db</c> in the data folder.</summary>
    Folder,

    /// <summary>The database of <see cref="MentorCloudOptions.PostgreSql"/>, beside views and accounts.</summary>
    PostgreSql,
}
