using System.CommandLine;
using MentorCloud.App.Hosting;
using MentorCloud.Contracts.Directory;
using MentorCloud.Storage.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Commands;

/// <summary>What the commands for operators share: options, stopping by Ctrl-C, progress, and answers as text or JSON.</summary>
internal abstract class OperatorCommand
{
    private protected OperatorCommand(IEdition edition, string name, string description)
    {
        Edition = edition;
        Command = new Command(name, description) { Common.Data, Common.MasterKey, Common.Json };
        Command.SetAction((parsed, _) => Running.GuardAsync(
            edition, () => Running.CancellableAsync(stop => RunAsync(parsed, Common.Read(parsed), stop))));
    }

    public Command Command { get; }

    protected IEdition Edition { get; }

    protected CommonOptions Common { get; } = new();

    protected CommandProgress Progress { get; } = new(Console.Error, TimeProvider.System);

    /// <summary>The grains' file; commands on files make no sense in an edition without one.</summary>
    /// <exception cref="OperatorException">The edition has none.</exception>
    protected IGrainFile Grains => Edition.GrainFile
        ?? throw new OperatorException(ExitCodes.Configuration, $"The {Edition.Name} keeps no files; use the tools of its stores.");

    /// <summary>The grains where they are stored: in PostgreSQL, or in the data folder.</summary>
    /// <exception cref="OperatorException">The edition keeps them elsewhere.</exception>
    protected IGrainReading GrainsOf(MentorCloudOptions options) =>
        Edition.GrainDatabase(options) ?? Grains.At(Path.Combine(options.DataFolder, Grains.Name));

    /// <summary>Does the work and gives the exit code.</summary>
    protected abstract Task<int> RunAsync(ParseResult parsed, MentorCloudOptions options, CancellationToken cancellationToken);

    /// <summary>The options of a command that copies files.</summary>
    /// <exception cref="OperatorException">PostgreSQL is configured.</exception>
    protected static void RequireFiles(MentorCloudOptions options)
    {
        if (options.PostgreSql is not null)
        {
            throw new OperatorException(ExitCodes.Configuration, $"MentorCloud:PostgreSql is set: {(options.GrainStore == GrainStoreKind.Folder ? "views and accounts are" : "everything but letters is")} there, not in the data folder. Use pg_dump; see docs/operations.md.");
        }
    }

    /// <summary>Prints the answer: JSON with <c>--json</c>, else the text.</summary>
    protected void Answer(ParseResult parsed, object result, string text) =>
        Console.Out.WriteLine(parsed.GetValue(Common.Json) ? CommandJson.Write(result) : text);

    /// <summary>Stores without a grain host: nothing of the tenants' programs runs, no reminder rings.</summary>
    protected ServiceProvider Stores(MentorCloudOptions options, bool withGrains = false)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton(TimeProvider.System).AddStores(options);
        if (withGrains)
        {
            Edition.AddGrainStore(services, options);
        }

        return services.BuildServiceProvider();
    }

    /// <summary>Stores with grains, held and brought to the present schema: no server runs meanwhile.</summary>
    protected async Task<ServiceProvider> OpenStoresAsync(MentorCloudOptions options, CancellationToken cancellationToken)
    {
        var stores = Stores(options, withGrains: true);
        try
        {
            await stores.GetRequiredService<IGrainTransfer>().OpenAsync(cancellationToken);
            await stores.GetRequiredService<IRelationalStore>().InitializeAsync(cancellationToken);
            return stores;
        }
        catch
        {
            await stores.DisposeAsync();
            throw;
        }
    }
}
