using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Hosting;

/// <summary>What an edition brings to the program: its grain host.</summary>
public interface IEdition
{
    /// <summary>The edition's name, for logs and <c>--version</c>.</summary>
    string Name { get; }

    /// <summary>The grains' file in the data folder; null for an edition that keeps them elsewhere.</summary>
    IGrainFile? GrainFile { get; }

    /// <summary>The grains in PostgreSQL, for commands; null when they are in the file, or in an edition that keeps them elsewhere.</summary>
    /// <param name="options">The program's options.</param>
    /// <returns>What is stored.</returns>
    IGrainReading? GrainDatabase(MentorCloudOptions options);

    /// <summary>Adds the grains' store alone, with <see cref="MentorCloud.Contracts.Directory.IGrainTransfer"/>: no grain runs.</summary>
    /// <param name="services">The command's services.</param>
    /// <param name="options">The program's options.</param>
    void AddGrainStore(IServiceCollection services, MentorCloudOptions options);

    /// <summary>Adds the grain host with its stores, its grain directory and the mapping of its failures.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="options">The program's options.</param>
    void AddGrains(IServiceCollection services, MentorCloudOptions options);

    /// <summary>The exit code of a failure to start that only this edition knows, with one clear line; null for others.</summary>
    /// <param name="exception">What stopped the start.</param>
    /// <returns>Code and line.</returns>
    StartFailure? Explain(Exception exception);
}
