using Microsoft.Extensions.Options;

namespace MentorCloud.Storage.Hosting;

internal sealed class StorageOptionsCheck : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        var wrong = Wrong(options).ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Wrong(StorageOptions options)
    {
        if (options.Provider == StorageProvider.Sqlite && string.IsNullOrWhiteSpace(options.DataFolder))
            yield return "Storage: DataFolder is missing; name the folder that is to hold views.db.";
        if (options.Provider == StorageProvider.PostgreSql && string.IsNullOrWhiteSpace(options.ConnectionString))
            yield return "Storage: ConnectionString is missing; PostgreSQL needs one.";
        if (!Enum.IsDefined(options.Provider))
            yield return "Storage: Provider must be Sqlite or PostgreSql.";
        if (options.CachedKeys is < 16 or > 1_000_000)
            yield return "Storage: CachedKeys must be 16..1,000,000.";
        if (options.KeyLifetime < TimeSpan.FromSeconds(1) || options.KeyLifetime > TimeSpan.FromHours(1))
            yield return "Storage: KeyLifetime must be one second to one hour.";
        if (options.LargestGroup is < 1 or > 10_000)
            yield return "Storage: LargestGroup must be 1..10,000.";
    }
}
