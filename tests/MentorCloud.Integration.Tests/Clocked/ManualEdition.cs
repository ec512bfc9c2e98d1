using MentorCloud.App.Hosting;
using MentorCloud.Contracts.Audit;
using MentorCloud.Contracts.Logins;
using MentorCloud.Contracts.Solving;
using MentorCloud.Contracts.Views;
using MentorCloud.GrainRuntime;
using MentorCloud.Host;
using MentorCloud.Identity;
using MentorCloud.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace MentorCloud.Integration.Tests.Clocked;

/// <summary>The default edition on a clock that a test moves, with everything that it logs kept, its calls counted, a DNS of its own and a gate before its solver.</summary>
internal sealed class ManualEdition(ManualTimeProvider clock, LogKeeper logs, CallCounts calls, KnownTexts dns, SolverGate gate) : IEdition
{
    /// <summary>As long as possible, because a login costs a quarter of a second; one without requests lasts a day less.</summary>
    public static readonly TimeSpan LongestSession = TimeSpan.FromDays(30);

    /// <summary>How long a session lasts without a request.</summary>
    public static readonly TimeSpan LongestIdle = TimeSpan.FromDays(29);

    /// <summary>Longer than any test lets pass: a minute of this clock takes no time, and a call under way must not be over with it.</summary>
    private static readonly TimeSpan LongestCall = TimeSpan.FromDays(3_650);

    private readonly EmbeddedEdition edition = new();

    public string Name => edition.Name;

    public IGrainFile? GrainFile => edition.GrainFile;

    public IGrainReading? GrainDatabase(MentorCloudOptions options) => edition.GrainDatabase(options);

    public void AddGrainStore(IServiceCollection services, MentorCloudOptions options) => edition.AddGrainStore(services, options);

    public void AddGrains(IServiceCollection services, MentorCloudOptions options)
    {
        edition.AddGrains(services, options);
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        services.Replace(ServiceDescriptor.Singleton<IDomainRecords>(dns));
        services.Replace(ServiceDescriptor.Singleton<IRoundLease>(gate));
        services.Configure<GrainRuntimeOptions>(runtime => runtime.ResponseTimeout = LongestCall);
        services.AddSingleton<IIncomingGrainCallFilter>(calls);
        CountedPort<IViews>.Count(services, calls);
        CountedPort<IAuditLog>.Count(services, calls);
        services.Configure<IdentityOptions>(identity => (identity.SessionLifetime, identity.SessionIdle) = (LongestSession, LongestIdle));
        services.AddLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
    }

    public StartFailure? Explain(Exception exception) => edition.Explain(exception);
}
