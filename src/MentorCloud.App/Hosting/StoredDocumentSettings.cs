using MentorCloud.Gateway.Hosting;
using MentorCloud.GraphQL.Documents;
using Microsoft.Extensions.Options;

namespace MentorCloud.App.Hosting;

/// <summary>Which GraphQL documents a server knows by their SHA-256.</summary>
internal static class StoredDocumentSettings
{
    public const string Pattern = "*.graphql";

    /// <summary>Those that the options ask for; null for none.</summary>
    public static IDocumentStore? Read(MentorCloudOptions options) => (Trusted(options), options.PersistDocuments) switch
    {
        ({ } trusted, true) => new StoredDocuments(trusted, new PersistedDocuments()),
        ({ } trusted, false) => trusted,
        (null, true) => new PersistedDocuments(),
        _ => null,
    };

    /// <summary>Makes sure that every trusted document runs; binds the GraphQL schema.</summary>
    /// <exception cref="OptionsValidationException">One does not; names its file.</exception>
    public static void Check(MentorCloudOptions options)
    {
        GatewayRegistration.Prepare();
        if (Trusted(options) is not { } trusted)
        {
            return;
        }

        var files = Files(options).ToLookup(file => TrustedDocuments.HashOf(file.Text), file => file.Name, StringComparer.Ordinal);
        var problems = GatewayRegistration.Problems(trusted)
            .Select(problem => $"MentorCloud:TrustedDocuments: {files[problem.Hash].First()}: {problem.Error.Message}").ToList();
        if (problems.Count > 0)
        {
            throw new OptionsValidationException(MentorCloudOptions.Section, typeof(MentorCloudOptions), problems);
        }
    }

    private static TrustedDocuments? Trusted(MentorCloudOptions options) =>
        options.TrustedDocuments is null ? null : new TrustedDocuments(Files(options).Select(file => file.Text));

    /// <summary>As they lie there: the hash is that of the file.</summary>
    private static IEnumerable<(string Name, string Text)> Files(MentorCloudOptions options) =>
        Directory.EnumerateFiles(options.TrustedDocuments!, Pattern).Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(file), System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(file))));
}
