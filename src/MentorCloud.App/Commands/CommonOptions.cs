using System.CommandLine;
using MentorCloud.App.Hosting;
using Microsoft.Extensions.Options;

namespace MentorCloud.App.Commands;

/// <summary>Options that several commands share, and how they become the program's options.</summary>
internal sealed class CommonOptions
{
    public Option<string?> Data { get; } = new("--data") { Description = "The data folder; made when missing. Default: data" };

    public Option<string?> Url { get; } = new("--url") { Description = "Where to listen. Default: http://localhost:5080" };

    public Option<string?> MasterKey { get; } = new("--master-key") { Description = "The master key's file, outside the data folder." };

    public Option<LogFormat?> LogFormat { get; } = new("--log-format") { Description = "Log entries as text (default) or json, on standard error." };

    public Option<bool> Json { get; } = new("--json") { Description = "Print JSON on standard output, and nothing else there." };

    /// <summary>appsettings.json, then MENTORCLOUD__*, then the command line; checked.</summary>
    /// <exception cref="OptionsValidationException">Names what is wrong.</exception>
    public MentorCloudOptions Read(ParseResult parsed)
    {
        var options = ProgramSettings.Read<MentorCloudOptions>(MentorCloudOptions.Section);
        options.Data = parsed.GetValue(Data) ?? options.Data;
        options.Url = parsed.GetValue(Url) ?? options.Url;
        options.MasterKeyFile = parsed.GetValue(MasterKey) ?? options.MasterKeyFile;
        options.LogFormat = parsed.GetValue(LogFormat) ?? options.LogFormat;
        var checkedOptions = new MentorCloudOptionsCheck().Validate(null, options);
        return checkedOptions.Failed
            ? throw new OptionsValidationException(MentorCloudOptions.Section, typeof(MentorCloudOptions), checkedOptions.Failures)
            : options;
    }
}
