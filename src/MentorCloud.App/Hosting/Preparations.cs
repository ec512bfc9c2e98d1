using MentorCloud.Identity;
using Microsoft.Extensions.Hosting;

namespace MentorCloud.App.Hosting;

/// <summary>
/// The two longest parts of a server's start, the GraphQL schema and the model of the accounts, need nothing of the host or of
/// each other. They are made beside it; the server listens when both are there, so that "ready" holds for the first request.
/// </summary>
internal sealed class Preparations : IHostedService
{
    private readonly Task both;

    private Preparations(Task both) => this.both = both;

    /// <summary>Begins both.</summary>
    public static Preparations Begin(MentorCloudOptions options) => new(Task.WhenAll(
        Task.Run(() => IdentityRegistration.Prepare(options.PostgreSql is not null)),
        Task.Run(() => StoredDocumentSettings.Check(options))));

    /// <summary>Waits for both; what failed ends the start.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => both.WaitAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
