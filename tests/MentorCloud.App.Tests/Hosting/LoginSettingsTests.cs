using MentorCloud.App.Hosting;
using Microsoft.Extensions.Configuration;

namespace MentorCloud.App.Tests.Hosting;

public sealed class LoginSettingsTests
{
    [Fact]
    public void Outside_authority_and_login_settings_are_read_from_the_configuration()
    {
        var options = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["MENTORCLOUD:OUTSIDEAUTHORITY:AUTHORITY"] = "https://login.example.com",
                ["MENTORCLOUD:OUTSIDEAUTHORITY:AUDIENCE"] = "mentoring",
                ["MENTORCLOUD:INSIDEPROVIDERS"] = "true",
                ["MENTORCLOUD:BREACHEDPASSWORDFILE"] = "leaked.txt",
            })
            .Build().GetSection(MentorCloudOptions.Section).Get<MentorCloudOptions>()!;

        Assert.Equal(("https://login.example.com/", "mentoring"), (options.OutsideAuthority!.Authority.AbsoluteUri, options.OutsideAuthority.Audience));
        Assert.Equal("at+jwt", Assert.Single(options.OutsideAuthority.TokenTypes));
        Assert.Equal((true, "leaked.txt"), (options.InsideProviders, options.BreachedPasswordFile));
    }
}
