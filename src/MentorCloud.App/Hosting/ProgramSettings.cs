using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace MentorCloud.App.Hosting;

/// <summary>Reads settings: appsettings.json of the working folder, then the environment.</summary>
public static class ProgramSettings
{
    /// <summary>Reads a section into its options.</summary>
    /// <typeparam name="TOptions">The options; what the section does not name keeps its default.</typeparam>
    /// <param name="section">The section: <c>MentorCloud</c>, in the environment <c>MENTORCLOUD__*</c>.</param>
    /// <returns>The options, not yet checked.</returns>
    /// <exception cref="OptionsValidationException">A value cannot be read; names it.</exception>
    public static TOptions Read<TOptions>(string section)
        where TOptions : class, new()
    {
        try
        {
            return new ConfigurationBuilder()
                .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
                .AddEnvironmentVariables()
                .Build()
                .GetSection(section).Get<TOptions>() ?? new TOptions();
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException or InvalidDataException)
        {
            var cause = exception.InnerException ?? exception;
            throw new OptionsValidationException(
                section, typeof(TOptions), [$"The configuration cannot be read: {exception.Message} {(cause == exception ? string.Empty : cause.Message)}".TrimEnd()]);
        }
    }
}
