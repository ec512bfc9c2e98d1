using Microsoft.Extensions.Options;

namespace MentorCloud.App.Hosting;

/// <summary>Names what is wrong with the options before anything starts.</summary>
internal sealed class MentorCloudOptionsCheck : IValidateOptions<MentorCloudOptions>
{
    public ValidateOptionsResult Validate(string? name, MentorCloudOptions options)
    {
        var problems = new List<string>();
        if (string.IsNullOrWhiteSpace(options.Data))
        {
            problems.Add("MentorCloud:Data is empty; name a folder.");
        }

        CheckUrl("Url", options.Url, problems);
        if (options.PublicUrl is not null)
        {
            CheckUrl("PublicUrl", options.PublicUrl, problems);
        }

        if (options.DrainTimeout < TimeSpan.FromSeconds(1) || options.DrainTimeout > TimeSpan.FromMinutes(10))
        {
            problems.Add($"MentorCloud:DrainTimeout is {options.DrainTimeout}; expected one second to ten minutes.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static void CheckUrl(string setting, string value, List<string> problems)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.PathAndQuery != "/")
        {
            problems.Add($"MentorCloud:{setting} is '{value}'; expected http://host:port or https://host:port.");
        }
    }
}
