using MentorCloud.App.Cover;
using MentorCloud.App.Calibration;
using MentorCloud.App.Choosing;
using MentorCloud.App.Demo;
using MentorCloud.App.Documents;
using MentorCloud.App.Editing;
using MentorCloud.App.Explorer;
using MentorCloud.App.Exports;
using MentorCloud.App.Imports;
using MentorCloud.App.Meetings;
using MentorCloud.App.People;
using MentorCloud.App.Questions;
using MentorCloud.App.Rebuild;
using MentorCloud.App.Rotation;
using MentorCloud.App.Rounds;
using MentorCloud.App.Tenants;
using MentorCloud.Contracts.Documents;
using MentorCloud.Contracts.Facts;
using MentorCloud.Contracts.Imports;
using MentorCloud.Contracts.People;
using MentorCloud.Contracts.Solving;
using MentorCloud.Gateway.Hosting;
using MentorCloud.Grains.Access;
using MentorCloud.Grains.State;
using MentorCloud.Identity;
using MentorCloud.Identity.Access;
using MentorCloud.Storage.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MentorCloud.App.Hosting;

/// <summary>Wires everything but the grain host, which the edition brings.</summary>
internal static class AppRegistration
{
    /// <summary>Adds the program's parts; the order of the hosted services among them is the order of their start.</summary>
    public static IServiceCollection AddMentorCloud(this IServiceCollection services, MentorCloudOptions options, IEdition edition)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        return services.AddStores(options).AddGrainTools().AddUseCases().AddGateway(options, edition);
    }

    /// <summary>Adds views, audit log, keys and accounts; all that commands on a data folder need besides the grains' store.</summary>
    public static IServiceCollection AddStores(this IServiceCollection services, MentorCloudOptions options)
    {
        services.AddMentorCloudStorage(storage =>
        {
            storage.Provider = options.PostgreSql is null ? StorageProvider.Sqlite : StorageProvider.PostgreSql;
            storage.DataFolder = options.DataFolder;
            storage.ConnectionString = options.PostgreSql;
            storage.MasterKeyFile = options.MasterKeyPath;
        });
        services.AddMentorCloudIdentity(identity =>
        {
            identity.DataFolder = options.DataFolder;
            identity.PostgresConnection = options.PostgreSql;
            identity.ListeningUrl = new Uri(options.Url);
            identity.Issuer = options.Issuer;
            identity.BreachedPasswordFile = options.BreachedPasswordFile is { } leaked ? Path.GetFullPath(leaked) : null;
            identity.InsideProviders = options.InsideProviders;
            identity.OutsideAuthority = options.OutsideAuthority;
        });
        return services;
    }

    private static IServiceCollection AddGrainTools(this IServiceCollection services)
    {
        services.AddSingleton(provider => new GrainTools(
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<IFactPublisher>()));
        services.AddSingleton<IIncomingGrainCallFilter, PolicyFilter>();
        return services;
    }

    private static IServiceCollection AddUseCases(this IServiceCollection services)
    {
        services.AddSingleton(ImportLimits.Default);
        services.AddSingleton<FrameworkImport>();
        services.AddSingleton<RosterImport>();
        services.AddSingleton<IImports, TextImports>();
        services.AddSingleton<DraftShelf>();
        services.AddSingleton<SolutionShelf>();
        services.AddSingleton<SolverTurns>();
        services.AddSingleton<RoundInputs>();
        services.AddSingleton<RoundSolving>();
        services.AddSingleton<IMatchQuestions, MatchQuestions>();
        services.AddSingleton<IDraftEditing, DraftsByHand>();
        services.AddSingleton<CandidateShelf>();
        services.AddSingleton<ISelfMatching, SelfMatching>();
        services.AddSingleton(provider => new FontShelf(provider.GetRequiredService<MentorCloudOptions>().FontFolder));
        services.AddSingleton<IDocumentPrinter, PdfPrinter>();
        services.AddSingleton<IRoundLease, SoleRoundLease>();
        services.AddSingleton<RoundWorker>();
        services.AddSingleton<IRoundWork>(provider => provider.GetRequiredService<RoundWorker>());
        services.AddSingleton<CoverSearch>();
        services.AddSingleton<CoverWorker>();
        services.AddSingleton<ICoverWork>(provider => provider.GetRequiredService<CoverWorker>());
        services.AddSingleton<IPersonnel, Personnel>();
        services.AddSingleton<PersonDeparture>();
        services.AddSingleton<PersonErasure>();
        services.AddSingleton<PersonWorker>();
        services.AddSingleton<IPersonWork>(provider => provider.GetRequiredService<PersonWorker>());
        services.AddSingleton<IWeightCalibration, CalibrationFromPairings>();
        services.AddSingleton<RotationPlanning>();
        services.AddSingleton<RotationWorker>();
        services.AddSingleton<IRotationWork>(provider => provider.GetRequiredService<RotationWorker>());
        services.AddSingleton<GrainProjections>();
        services.AddSingleton<TenantReading>();
        services.AddSingleton<RunningExports>();
        services.AddSingleton<DemoProgram>();
        services.AddSingleton<TenantBook>();
        services.AddSingleton<TenantOpening>();
        return services;
    }

    private static IServiceCollection AddGateway(this IServiceCollection services, MentorCloudOptions options, IEdition edition)
    {
        services.AddMentorCloudGateway(gateway =>
        {
            gateway.ActorOf = http => ActorClaims.ToActor(http.User);
            gateway.ActorNow = LiveActor.NowAsync;
            gateway.ActorStill = LiveActor.StillAsync;
            gateway.AccountPointsPerMinute = options.AccountPointsPerMinute;
            gateway.TenantPointsPerMinute = options.TenantPointsPerMinute;
            gateway.TenantQueriesAtOnce = options.TenantQueriesAtOnce ?? gateway.TenantQueriesAtOnce;
            gateway.Documents = StoredDocumentSettings.Read(options);
            if (options.TrustedDocuments is null)
            {
                gateway.Explorer = ExplorerPage.ServeAsync;
            }
            else
            {
                // No explorer then: it works by the browser's session, and would be refused.
                gateway.TrustedOnly = static http => http.Request.Headers.Authorization.Count == 0;
            }
        });
        edition.AddGrains(services, options);

        // After the grain host: it works in grains as soon as it starts.
        services.AddHostedService(provider => provider.GetRequiredService<RoundWorker>());
        services.AddHostedService(provider => provider.GetRequiredService<CoverWorker>());
        services.AddHostedService<CoverFacts>();
        services.AddHostedService<BreakGlassLetters>();
        services.AddHostedService<MeetingLetters>();
        services.AddHostedService(provider => provider.GetRequiredService<PersonWorker>());
        services.AddHostedService(provider => provider.GetRequiredService<RotationWorker>());
        return services;
    }
}
