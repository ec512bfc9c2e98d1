using MentorCloud.App.Imports;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Directory;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Gateway.Ids;

namespace MentorCloud.App.Demo;

/// <summary>
/// A company's first cohort, end to end, through the same grains and rules as everybody's. Every step looks first at what
/// is there, so that a repeated or interrupted demo goes on where it stood.
/// </summary>
internal sealed class DemoProgram(
    IGrainFactory grains,
    IGrainDirectory directory,
    FrameworkImport frameworks,
    RosterImport rosters,
    IAccounts accounts,
    IMachineClients clients,
    TimeProvider clock)
{
    /// <summary>Whether the data folder has no tenant yet.</summary>
    public async Task<bool> IsFolderEmptyAsync(CancellationToken cancellationToken)
    {
        await foreach (var _ in directory.KeysAsync("Tenant", string.Empty, cancellationToken))
        {
            return false;
        }

        return true;
    }

    public async Task<DemoResult> RunAsync(DemoSource source, bool resetLogin, DemoProgress? progress, CancellationToken cancellationToken)
    {
        var ids = new DemoIds(source.Slug);
        var steps = new DemoSteps(clock, progress);
        var cohort = new DemoCohort(grains, ids, source, clock);
        steps.Changed |= await steps.RunAsync("tenant", cohort.CreateTenantAsync);
        var roster = new DemoRoster(frameworks, rosters, ids, source, progress);
        var framework = await steps.RunAsync("framework", () => roster.ImportFrameworkAsync(cancellationToken));
        steps.Changed |= framework.Report.Imported > 0;
        steps.Changed |= await steps.RunAsync("cohort", cohort.DesignAsync);
        var problems = framework.Profiles is null
            ? framework.Report
            : await steps.RunAsync("roster", () => roster.ImportPeopleAsync(framework.Profiles, new DemoTaxonomy(grains, ids.Tenant, ids.Admin), cancellationToken));
        steps.Changed |= problems.Imported > 0;
        if (problems.Refusal is not null)
        {
            return Refused(source, ids, problems);
        }

        await steps.RunAsync("open", cohort.OpenAsync);
        var (round, started) = await steps.RunAsync("match", () => cohort.MatchAsync(cancellationToken));
        steps.Changed |= started;
        steps.Changed |= await steps.RunAsync("publish", () => cohort.PublishAsync(cancellationToken));
        var people = new DemoPeople(grains, ids, round, await cohort.ReadDraftAsync(round), framework.Profiles!.SkillNames);
        await steps.RunAsync("people", people.ReadAsync);
        steps.Changed |= await steps.RunAsync("contracts", people.SignAsync);
        steps.Changed |= await steps.RunAsync("checkIns", () => people.CheckInAsync(clock.GetUtcNow()));
        var login = await steps.RunAsync("logins", () => LogInAsync(source, ids, people, roster.Emails, resetLogin, cancellationToken));
        return Result(source, ids, round, people, login, steps);
    }

    private static DemoResult Refused(DemoSource source, DemoIds ids, ImportReport report) => new()
    {
        Tenant = TenantOf(source, ids),
        Cohort = CohortOf(ids),
        Login = new DemoLogin(string.Empty, null, string.Empty, null, null, null),
        Problems = [.. report.Errors.Select(error => error.ToString()), report.Refusal!.Message],
    };

    private static DemoResult Result(DemoSource source, DemoIds ids, RoundState round, DemoPeople people, DemoLogin login, DemoSteps steps) => new()
    {
        Tenant = TenantOf(source, ids),
        Cohort = CohortOf(ids),
        Participants = people.All.Count,
        Mentors = people.All.Values.Count(person => person.Profile.Kind == ParticipantKind.Mentor),
        Mentees = people.All.Values.Count(person => person.Profile.Kind == ParticipantKind.Mentee),
        Pairings = round.Draft!.Pairs,
        TotalScore = Score.ToDecimal(round.Draft.TotalScore),
        UpperBound = Score.ToDecimal(round.Draft.UpperBound),
        CertificateVerified = round.Draft.CertificateVerified,
        Unmatched = people.Unmatched,
        Login = login,
        Seconds = steps.Finish(),
        Changed = steps.Changed,
    };

    private static DemoThing TenantOf(DemoSource source, DemoIds ids) => new(GlobalId.Of("Tenant", ids.Tenant), source.Company, source.Slug);

    private static DemoThing CohortOf(DemoIds ids) => new(GlobalId.Of("Cohort", ids.Cohort), "Executive mentoring, first cohort");

    private async Task<DemoLogin> LogInAsync(
        DemoSource source, DemoIds ids, DemoPeople people, IReadOnlyDictionary<ParticipantId, string> emails, bool reset, CancellationToken cancellationToken)
    {
        var logins = new DemoLogins(accounts, clients, ids, source);
        await logins.InviteAsync(people.All.Values, emails, cancellationToken);
        return await logins.LogInAsync(people.FirstMentor, people.FirstMentee, reset, cancellationToken);
    }
}
