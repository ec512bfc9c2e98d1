using MentorCloud.Domain.Access;
using MentorCloud.Integration.Tests.Clocked;
using MentorCloud.Integration.Tests.Isolation.Matrix;

namespace MentorCloud.Integration.Tests.BadInput.Keys;

/// <summary>Walks every mutation on a tenant, its accounts, clients, logins, taxonomy and people.</summary>
internal sealed class TenantKeys(KeyWalk walk, ClockedServer server, SampleTenant tenant)
{
    private const string Skills = "code,title,Speaking,Negotiation,Coaching\nM-LEAD,Plant Director,5,6,6\nM-NEXT,Shift Lead,3,2,2.5\n";
    private const string Styles = "code,title,Initiative,Composure\nM-LEAD,Plant Director,4,4.5\nM-NEXT,Shift Lead,3.5,3\n";
    private const string Roster = "external_id,kind,title,profile_code,target_code,division,location,time_zone,hours_per_month,max_mentees\n";

    private Things Things => tenant.Things;

    public Task WalkAsync() => walk.InTurnAsync(SettingsAsync, AccountsAsync, ClientsAsync, LoginsAsync, FilesAsync, PeopleAsync);

    private async Task SettingsAsync()
    {
        await walk.DoAsync(tenant.Admin, "tenantSetRetention", new { days = 400 }, new { days = 500 });
        await walk.DoAsync(tenant.Admin, "tenantDelegate", new { account = Things["Account"], cohorts = new[] { Things["Cohort"] } }, new { cohorts = (string[]?)null });
        var experiences = new[] { new { category = "CRISIS", name = "Flood" } };
        await walk.DoAsync(tenant.Admin, "taxonomyAdd", new { experiences }, new { experiences = new[] { new { category = "CRISIS", name = "Fire" } } });
        await walk.DoAsync(tenant.Admin, "taxonomyRetire", new { names = new[] { "Flood" } }, new { names = new[] { Things["Experience"] } });
        using var platform = await tenant.AccountAsync("platform", Role.PlatformOperator);
        await walk.DoAsync(platform, "breakGlassOpen", new { slug = tenant.Demo.Slug, reason = "Rescue", minutes = 30 }, new { minutes = 31 });
        await walk.DoAsync(tenant.Admin, "tenantEndBreakGlass", new { number = 1 }, new { number = 2 });
    }

    private async Task AccountsAsync()
    {
        var account = Things["Account"];
        await walk.DoAsync(tenant.Admin, "accountInvite", new { email = "new@keys.example", displayName = "New", roles = new[] { "SPONSOR" } }, new { displayName = "Newer" });
        await walk.DoAsync(tenant.Admin, "accountChangeRoles", new { account, roles = new[] { "SPONSOR" } }, new { roles = new[] { "PROGRAM_MANAGER" } });
        await walk.DoAsync(tenant.Admin, "accountEndSessions", new { account }, new { session = "another" });
        await walk.DoAsync(tenant.Admin, "accountResetSecondFactor", new { account }, instead: "accountClose");
        await walk.DoAsync(tenant.Admin, "accountClose", new { account }, instead: "accountReopen");
        await walk.DoAsync(tenant.Admin, "accountReopen", new { account }, instead: "accountClose");
    }

    private async Task ClientsAsync()
    {
        var made = await walk.DoAsync(tenant.Admin, "clientCreate", new { name = "Reports", scopes = new[] { "programs:read" } }, new { name = "Other" });
        var client = made.GetProperty("client").GetProperty("clientId").GetString();
        await walk.DoAsync(tenant.Admin, "clientRotateSecret", new { client }, instead: "clientRevoke");
        await walk.DoAsync(tenant.Admin, "clientRevoke", new { client }, new { client = Things["Client"] });
        await walk.DoAsync(
            tenant.Admin, "appClientRegister", new { name = "Portal", proof = "NONE", redirectUris = new[] { "https://portal.example/back" } },
            new { redirectUris = new[] { "https://portal.example/other" } });
    }

    private async Task LoginsAsync()
    {
        await walk.DoAsync(tenant.Admin, "loginRulesSet", new { secondFactorRoles = Array.Empty<string>() }, new { secondFactorRoles = new[] { "SPONSOR" } });
        await walk.DoAsync(tenant.Admin, "directorySet", new { defaultRoles = new[] { "MENTEE" } }, new { defaultRoles = new[] { "MENTOR" } });
        var provider = new { issuer = $"https://login.{tenant.Demo.Slug}.example", clientId = "mentoring", proof = "SECRET_POST", secret = "Kept for them" };
        await walk.DoAsync(tenant.Admin, "loginProviderSet", provider, new { clientId = "another" });
        await walk.DoAsync(tenant.Admin, "loginProviderSet", provider, new { secret = "Another" });
        await walk.DoAsync(tenant.Admin, "loginProviderRemove", new { }, new { secondFactorRoles = Array.Empty<string>() }, instead: "loginRulesSet");
        var domain = $"{tenant.Demo.Slug}.example";
        var claimed = await walk.DoAsync(tenant.Admin, "emailDomainClaim", new { domain }, instead: "emailDomainRelease");
        var proof = claimed.GetProperty("settings").GetProperty("domains").EnumerateArray().Single(each => each.GetProperty("domain").GetString() == domain);
        server.Dns.Add($"_mentorcloud.{domain}", proof.GetProperty("recordText").GetString()!);
        await walk.DoAsync(tenant.Admin, "emailDomainVerify", new { domain }, new { domain = $"other.{domain}" });
        await walk.DoAsync(tenant.Admin, "emailDomainRelease", new { domain }, instead: "emailDomainClaim");
    }

    private async Task FilesAsync()
    {
        await walk.DoAsync(tenant.Admin, "frameworkImport", new { name = "Keys", skillsCsv = Skills, workStylesCsv = Styles }, new { name = "Others" });
        var csv = Roster + "KEY-1,mentor,Any,,,Any,Any,Etc/UTC,8,4\n";
        await walk.DoAsync(tenant.Admin, "rosterImport", new { csv }, new { csv = csv.Replace("8,4", "9,4", StringComparison.Ordinal) });
    }

    private async Task PeopleAsync()
    {
        var participant = Things["Participant"];
        await walk.DoAsync(tenant.Admin, "participantPrefer", new { participant, ranked = new[] { Things["Mentee"] } }, new { ranked = Array.Empty<string>() });
        await walk.DoAsync(tenant.Admin, "participantReportDeparture", new { participant }, instead: "participantReportReturn");
        await walk.DoAsync(tenant.Admin, "participantReportReturn", new { participant }, instead: "participantReportDeparture");
        await walk.DoAsync(tenant.Admin, "participantErase", new { participant }, instead: "participantReportReturn");
        await server.PublishedAsync();
    }
}
